package sh.inference.console.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import picocli.CommandLine.Option;

/** How the sandbox is to be: its size, its pace and its faults. What is not given stays as a new console opens on it. */
public final class SandboxFlags {
    private static final int MOST_WORKERS = 200_000;
    private static final int MOST_VERSIONS = 100_000;
    @Option(names = "--engines", paramLabel = "N", descriptionKey = "cli.engines")
    private Integer engines;
    @Option(names = "--workers", paramLabel = "N", descriptionKey = "cli.workers")
    private Integer workers;
    @Option(names = "--apps", paramLabel = "N", descriptionKey = "cli.apps")
    private Integer apps;
    @Option(names = "--versions", paramLabel = "N", descriptionKey = "cli.versions")
    private Integer versions;
    @Option(names = "--rate", paramLabel = "N", descriptionKey = "cli.rate")
    private Integer rate;
    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.seed")
    private Long seed;
    @Option(names = "--speed", paramLabel = "X", descriptionKey = "cli.speed")
    private Double speed;
    @Option(names = "--port", paramLabel = "N", descriptionKey = "cli.port")
    private Integer port;
    @Option(names = "--fault", paramLabel = "NAME", split = ",", descriptionKey = "cli.fault")
    private List<String> faults;
    @Option(names = "--state", paramLabel = "FILE", descriptionKey = "cli.state")
    private Path state;

    /** How many engines; 0 for none at all. */
    public OptionalInt engines() {
        return optional(engines);
    }

    /** Workers of each engine beyond the pictured ones. */
    public OptionalInt workers() {
        return optional(workers);
    }

    public OptionalInt apps() {
        return optional(apps);
    }

    /** Versions of each app. */
    public OptionalInt versions() {
        return optional(versions);
    }

    /** Changes of engines a second. */
    public OptionalInt rate() {
        return optional(rate);
    }

    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** How many times faster tasks, boots, updates and drains go. */
    public OptionalDouble speed() {
        return speed == null ? OptionalDouble.empty() : OptionalDouble.of(speed);
    }

    /** The port; 0 for a free one. */
    public int port() {
        return port == null ? 0 : port;
    }

    /** Drills that are on from the start, by name. */
    public List<String> faults() {
        return faults == null ? List.of() : faults;
    }

    /** The file the fleet is kept in between runs. */
    public Optional<Path> state() {
        return Optional.ofNullable(state);
    }

    /** The key of the message about the first number out of its range; empty when all are well. */
    String mistake() {
        if (!within(port, 0, 65_535)) {
            return "cli.error.port-range";
        }
        if (!within(engines, 0, 50_000) || !within(workers, 1, 500)) {
            return "cli.error.fleet-range";
        }
        if (!within(apps, 1, 10_000) || !within(versions, 1, 1_000)) {
            return "cli.error.apps-range";
        }
        if (!fits(engines, workers, MOST_WORKERS)) {
            return "cli.error.workers-range";
        }
        if (!fits(apps, versions, MOST_VERSIONS)) {
            return "cli.error.versions-range";
        }
        boolean paced = within(rate, 1, 10_000) && (speed == null || speed >= 0.1 && speed <= 1_000);
        return paced ? "" : "cli.error.pace-range";
    }

    private static boolean within(Integer value, int least, int most) {
        return value == null || value >= least && value <= most;
    }

    private static boolean fits(Integer count, Integer each, int most) {
        return count == null || each == null || (long) count * each <= most;
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
