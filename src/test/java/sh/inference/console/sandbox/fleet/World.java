package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.testing.ManualClock;

/** A sandbox's world without a server, under a clock driven by hand. */
final class World {
    final ManualClock clock = new ManualClock(Instant.parse("2026-10-13T12:41:52Z"));
    final SandboxFleet fleet;

    World(long seed, boolean incidents) {
        this(seed, incidents, 1);
    }

    World(long seed, double speed) {
        this(seed, false, speed);
    }

    private World(long seed, boolean incidents, double speed) {
        fleet = new SandboxFleet(clock, new SandboxFleet.Size(seed, 30, 2, 18, 0, 12, speed, incidents), new Drills(Set.of()));
    }

    EngineRecord engine(String name) {
        return fleet.engines().list().stream().filter(engine -> engine.name().equals(name)).findFirst().orElseThrow();
    }

    void pass(Duration time) {
        clock.advance(time);
        fleet.advance();
    }
}
