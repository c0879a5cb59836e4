package sh.inference.console.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.wire.EngineJson;
import sh.inference.console.sandbox.wire.Json;
import sh.inference.console.testing.ManualClock;

/** The load that screens are measured with: how much of what, and on which engines. */
class LoadMixTest {
    private static final int ENGINES = 500;
    private static final int RATE = 5000;
    private static final int SECONDS = 20;
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, Integer> engines = new HashMap<>();
    private final EngineJson json = new EngineJson();
    private int smallest = Integer.MAX_VALUE;

    @Test
    void theRateIsKeptWithSevenPartsOfWorkersTwoOfFiguresAndOneOfEverythingOnAllEnginesAlike() {
        ManualClock clock = new ManualClock(Instant.parse("2026-10-13T12:41:52Z"));
        SandboxFleet fleet = new SandboxFleet(clock, new SandboxFleet.Size(1, ENGINES, 8, 18, 0, RATE, 1, false), new Drills(Set.of()));
        pass(clock, fleet, 5);
        fleet.listen(new Counter(fleet));
        pass(clock, fleet, SECONDS);
        int all = kinds.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(all / (double) SECONDS).isBetween(RATE * 0.99, RATE * 1.01);
        assertThat(kinds.get("workers") / (double) all).isBetween(0.69, 0.71);
        assertThat(kinds.get("system_info") / (double) all).isBetween(0.19, 0.21);
        assertThat(kinds.get("whole") / (double) all).isBetween(0.09, 0.11);
        assertThat(smallest).as("a part about workers has all eight").isEqualTo(8);
        double mean = all / (double) engines.size();
        assertThat(engines).hasSizeGreaterThan(ENGINES - 10);
        assertThat(engines.values()).allMatch(count -> count > mean * 0.6 && count < mean * 1.6);
    }

    @Test
    void aSmallFleetKeepsAHighRateToo() {
        ManualClock clock = new ManualClock(Instant.parse("2026-10-13T12:41:52Z"));
        SandboxFleet fleet = new SandboxFleet(clock, new SandboxFleet.Size(1, 24, 0, 18, 0, 10_000, 1, false), new Drills(Set.of()));
        fleet.listen(new Counter(fleet));
        pass(clock, fleet, 5);
        assertThat(kinds.values().stream().mapToInt(Integer::intValue).sum()).isBetween(49_500, 50_500);
    }

    private static void pass(ManualClock clock, SandboxFleet fleet, int seconds) {
        for (int tick = 0; tick < seconds * 20; tick++) {
            clock.advance(Duration.ofMillis(50));
            fleet.advance();
        }
    }

    private final class Counter implements FleetListener {
        private final SandboxFleet fleet;

        Counter(SandboxFleet fleet) {
            this.fleet = fleet;
        }

        @Override
        public void engineChanged(EngineRecord engine, List<String> fields) {
            count(engine, fields.getFirst());
            if (fields.equals(List.of("workers")) && engine.name().matches(".*-\\d{5}")) {
                smallest = Math.min(smallest, Json.tree(out -> json.part(engine, fields, fleet.timeline().now(), out)).path("workers").size());
            }
        }

        @Override
        public void engineWhole(EngineRecord engine) {
            count(engine, "whole");
        }

        private void count(EngineRecord engine, String kind) {
            kinds.merge(kind, 1, Integer::sum);
            engines.merge(engine.id(), 1, Integer::sum);
        }
    }
}
