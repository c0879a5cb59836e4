package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lets connected engines report their system figures in turn, so many that changes of all kinds together come to the
 * asked rate. Figures nobody saw are not made up later: a slot that is long past is skipped.
 */
final class Reporter implements FleetListener {
    private static final Duration SLOT = Duration.ofMillis(50);
    private static final Duration TOO_LATE = Duration.ofSeconds(2);
    private static final List<String> SYSTEM = List.of("system_info");
    private final SandboxFleet fleet;
    private final double perSlot;
    private final RandomGenerator random;
    private double budget;
    private int next;

    Reporter(SandboxFleet fleet, int rate, RandomGenerator random) {
        this.fleet = fleet;
        this.perSlot = rate * SLOT.toMillis() / 1000.0;
        this.random = random;
    }

    void start() {
        fleet.timeline().in(SLOT, this::slot);
    }

    private void slot(Instant now) {
        fleet.timeline().in(SLOT, this::slot);
        if (fleet.timeline().until().isAfter(now.plus(TOO_LATE))) {
            return;
        }
        budget = Math.min(budget + perSlot, perSlot * 4 + 1);
        List<EngineRecord> engines = fleet.engines().list();
        for (int tried = 0; budget >= 1 && tried < engines.size(); tried++) {
            EngineRecord engine = engines.get(next++ % engines.size());
            if (engine.isConnected() && !engine.workers().isEmpty()) {
                report(engine, now);
            }
        }
    }

    private void report(EngineRecord engine, Instant now) {
        List<Integer> needed = new ArrayList<>(engine.workers().size());
        for (WorkerRecord worker : engine.workers()) {
            needed.add(worker.appId().isEmpty() ? 0 : fleet.apps().version(worker.appId(), worker.versionId()).map(VersionRecord::needsMib).orElse(0));
        }
        engine.figures().drift(engine.host(), engine.workers(), needed, random);
        engine.touch(now);
        fleet.engineChanged(engine, SYSTEM);
    }

    @Override
    public void engineChanged(EngineRecord engine, List<String> fields) {
        budget -= 1;
    }

    @Override
    public void engineAppeared(EngineRecord engine) {
        budget -= 1;
    }
}
