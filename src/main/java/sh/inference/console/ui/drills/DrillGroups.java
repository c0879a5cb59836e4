package sh.inference.console.ui.drills;

import java.util.Set;

/** What a fault hits, by its name; one nobody knows hits answers. */
final class DrillGroups {
    private static final Set<String> STREAMS = Set.of("lost-heartbeat", "dropped-streams", "half-cut-streams", "duplicate-frames", "stale-frames", "garbage-frames",
            "unknown-events", "update-events", "no-events");
    private static final Set<String> ACTIONS = Set.of("stuck-drain", "ignored-actions", "lost-extend-reply", "low-balance", "promote-race", "promote-ignored",
            "half-failing-bulk");
    private static final Set<String> FLEET = Set.of("unknown-status", "unreadable-records", "engine-deleted", "engine-added", "engine-offline", "clock-skew");

    private static final Set<String> ONCE = Set.of("engine-added", "engine-deleted");

    private DrillGroups() {
    }

    static String of(String name) {
        return STREAMS.contains(name) ? "streams" : ACTIONS.contains(name) ? "actions" : FLEET.contains(name) ? "fleet" : "answers";
    }

    /** Whether it happens at the moment it is staged and has no end. */
    static boolean happensOnce(String name) {
        return ONCE.contains(name);
    }
}
