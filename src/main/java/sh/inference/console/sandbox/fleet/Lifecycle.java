package sh.inference.console.sandbox.fleet;

import java.util.Map;
import java.util.Set;

/** Which status may follow which: the edges of contract 6.1. A word outside the table may go wherever running may. */
public final class Lifecycle {
    private static final Set<String> FROM_RUNNING = Set.of("draining", "disconnected", "restarting", "stopping");
    private static final Map<String, Set<String>> EDGES = Map.of(
            "pending", Set.of("running", "stopped"),
            "running", FROM_RUNNING,
            "draining", Set.of("stopped", "restarting", "stopping", "disconnected"),
            "restarting", Set.of("running", "disconnected", "stopped"),
            "disconnected", Set.of("running", "restarting", "stopped"),
            "stopping", Set.of("stopped"),
            "stopped", Set.of("running", "restarting"));

    private Lifecycle() {
    }

    public static boolean allows(String from, String to) {
        return EDGES.getOrDefault(from, FROM_RUNNING).contains(to);
    }

    static void check(String from, String to) {
        if (!allows(from, to)) {
            throw new IllegalStateException(from + " cannot become " + to);
        }
    }
}
