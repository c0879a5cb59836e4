package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lets connected engines report in turn, so many that changes of all kinds together come to the asked rate. Of ten
 * reports seven tell the workers, two the system figures and one everything; what happens by itself counts as well.
 * What nobody saw is not made up later: a slot that is long past is skipped.
 */
final class Reporter implements FleetListener {
    private static final Duration SLOT = Duration.ofMillis(50);
    private static final Duration TOO_LATE = Duration.ofSeconds(2);
    private static final List<String> SYSTEM = List.of("system_info");
    private static final int[] SHARES = {7, 2, 1};
    private static final int OF_WORKERS = 0;
    private static final int OF_SYSTEM = 1;
    private static final int OF_ALL = 2;
    private final SandboxFleet fleet;
    private final double perSlot;
    private final RandomGenerator random;
    private final long[] told = new long[SHARES.length];
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
        Duration late = Duration.between(now, fleet.timeline().until()).minus(TOO_LATE);
        if (late.isPositive()) {
            fleet.timeline().in(SLOT.multipliedBy(late.dividedBy(SLOT) + 1), this::slot);
            return;
        }
        fleet.timeline().in(SLOT, this::slot);
        budget = Math.min(budget + perSlot, perSlot * 4 + 1);
        List<EngineRecord> engines = fleet.engines().list();
        // A small fleet reports several times in a slot, if so much is asked of it.
        for (int silent = 0; budget >= 1 && silent < engines.size(); silent++) {
            next = (next + 1) % engines.size();
            EngineRecord engine = engines.get(next);
            if (engine.isConnected() && !engine.workers().isEmpty()) {
                report(engine, now);
                silent = -1;
            }
        }
    }

    private void report(EngineRecord engine, Instant now) {
        int kind = mostBehind();
        if (kind != OF_WORKERS) {
            List<Integer> needed = new ArrayList<>(engine.workers().size());
            for (WorkerRecord worker : engine.workers()) {
                needed.add(worker.appId().isEmpty() ? 0 : fleet.apps().version(worker.appId(), worker.versionId()).map(VersionRecord::needsMib).orElse(0));
            }
            engine.figures().drift(engine.host(), engine.workers(), needed, random);
        }
        engine.touch(now);
        if (kind == OF_ALL) {
            fleet.engineWhole(engine);
        } else {
            fleet.engineChanged(engine, kind == OF_SYSTEM ? SYSTEM : Workload.fields());
        }
    }

    private int mostBehind() {
        int behind = OF_ALL;
        for (int kind = OF_SYSTEM; kind >= OF_WORKERS; kind--) {
            if (told[kind] * SHARES[behind] < told[behind] * SHARES[kind]) {
                behind = kind;
            }
        }
        return behind;
    }

    @Override
    public void engineChanged(EngineRecord engine, List<String> fields) {
        count(fields.equals(SYSTEM) ? OF_SYSTEM : OF_WORKERS);
    }

    @Override
    public void engineWhole(EngineRecord engine) {
        count(OF_ALL);
    }

    private void count(int kind) {
        told[kind]++;
        budget -= 1;
    }
}
