package sh.inference.console.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.sandbox.drill.Drill;

/**
 * How big the sandbox is and how fast it lives.
 *
 * @param port      on the loopback interface; 0 for a free one
 * @param seed      the same seed gives the same fleet and the same life
 * @param engines   the first 24 are the pictured ones
 * @param workers   of each engine beyond the pictured ones; 0 for one a GPU
 * @param apps      the first 18 are the pictured ones
 * @param versions  of each app; 0 for 3 to 12
 * @param rate      changes of engines a second, of all kinds together; 0 for what suits their number
 * @param speed     shortens tasks, boots, updates and drains; never moves the clock
 * @param heartbeat between two signs of life of a silent stream
 * @param ticking   whether time passes by itself; otherwise whoever started the server calls {@code tick}
 * @param incidents whether engines drop, deploys appear and others promote by themselves
 * @param drills    faults that are on from the start
 * @param state     the file the fleet is kept in between runs; one that is found there goes on, whatever size is asked for
 */
public record SandboxOptions(int port, long seed, int engines, int workers, int apps, int versions, int rate, double speed, Duration heartbeat, Clock clock,
                             boolean ticking, boolean incidents, Set<Drill> drills, Optional<Path> state) {
    private static final int MOST_PORT = 65_535;
    private static final int PICTURED_ENGINES = 24;
    private static final int PICTURED_APPS = 18;
    private static final int FASTEST_BY_ITSELF = 1000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** More workers or versions than these fill the memory of a usual machine. */
    private static final int MOST_WORKERS = 200_000;
    private static final int MOST_VERSIONS = 100_000;

    /** @throws IllegalArgumentException when a size is out of range */
    public SandboxOptions {
        if (port < 0 || port > MOST_PORT || engines < 0 || workers < 0 || apps < 1 || versions < 0 || rate < 0 || !(speed > 0)) {
            throw new IllegalArgumentException("a size of the sandbox is out of range");
        }
        if ((long) engines * workers > MOST_WORKERS || (long) apps * versions > MOST_VERSIONS) {
            throw new IllegalArgumentException("the sandbox has " + MOST_WORKERS + " workers and " + MOST_VERSIONS + " versions at most");
        }
        drills = Set.copyOf(drills);
    }

    /** The fleet that a new console opens on. */
    public static SandboxOptions defaults(Clock clock) {
        return new SandboxOptions(0, 1, PICTURED_ENGINES, 0, PICTURED_APPS, 0, 0, 1, HEARTBEAT, clock, true, false, Set.of(), Optional.empty());
    }

    /** The rate, chosen when none was asked for: each engine reports every few seconds. */
    int effectiveRate() {
        return rate > 0 ? rate : Math.clamp(engines / 2, 4, FASTEST_BY_ITSELF);
    }

    public SandboxOptions withPort(int wanted) {
        return new SandboxOptions(wanted, seed, engines, workers, apps, versions, rate, speed, heartbeat, clock, ticking, incidents, drills, state);
    }

    public SandboxOptions withSeed(long wanted) {
        return new SandboxOptions(port, wanted, engines, workers, apps, versions, rate, speed, heartbeat, clock, ticking, incidents, drills, state);
    }

    public SandboxOptions withEngines(int wanted) {
        return new SandboxOptions(port, seed, wanted, workers, apps, versions, rate, speed, heartbeat, clock, ticking, incidents, drills, state);
    }

    public SandboxOptions withWorkers(int wanted) {
        return new SandboxOptions(port, seed, engines, wanted, apps, versions, rate, speed, heartbeat, clock, ticking, incidents, drills, state);
    }

    public SandboxOptions withApps(int wanted) {
        return new SandboxOptions(port, seed, engines, workers, wanted, versions, rate, speed, heartbeat, clock, ticking, incidents, drills, state);
    }

    public SandboxOptions withVersions(int wanted) {
        return new SandboxOptions(port, seed, engines, workers, apps, wanted, rate, speed, heartbeat, clock, ticking, incidents, drills, state);
    }

    public SandboxOptions withRate(int wanted) {
        return new SandboxOptions(port, seed, engines, workers, apps, versions, wanted, speed, heartbeat, clock, ticking, incidents, drills, state);
    }

    public SandboxOptions withSpeed(double wanted) {
        return new SandboxOptions(port, seed, engines, workers, apps, versions, rate, wanted, heartbeat, clock, ticking, incidents, drills, state);
    }

    public SandboxOptions withHeartbeat(Duration wanted) {
        return new SandboxOptions(port, seed, engines, workers, apps, versions, rate, speed, wanted, clock, ticking, incidents, drills, state);
    }

    /** Time stands still until somebody ticks. */
    public SandboxOptions byHand() {
        return new SandboxOptions(port, seed, engines, workers, apps, versions, rate, speed, heartbeat, clock, false, incidents, drills, state);
    }

    /** Engines drop and return, deploys appear, other operators promote. */
    public SandboxOptions withIncidents() {
        return new SandboxOptions(port, seed, engines, workers, apps, versions, rate, speed, heartbeat, clock, ticking, true, drills, state);
    }

    public SandboxOptions withDrills(Set<Drill> wanted) {
        return new SandboxOptions(port, seed, engines, workers, apps, versions, rate, speed, heartbeat, clock, ticking, incidents, wanted, state);
    }

    /** Keeps the fleet in a file between runs. */
    public SandboxOptions withState(Path file) {
        return new SandboxOptions(port, seed, engines, workers, apps, versions, rate, speed, heartbeat, clock, ticking, incidents, drills, Optional.of(file));
    }
}
