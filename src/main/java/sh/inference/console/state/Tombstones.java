package sh.inference.console.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.EngineChange;

/**
 * The engines that are gone, so that a late frame does not bring one back. Only the latest thousand: frames are late by
 * seconds, not by days.
 */
final class Tombstones {
    private static final int KEPT = 1000;
    private final Map<String, Optional<Instant>> removed = new LinkedHashMap<>();

    /** @param updatedAt the last change of the engine that was known */
    void add(String id, Optional<Instant> updatedAt) {
        removed.put(id, updatedAt);
        if (removed.size() > KEPT) {
            removed.remove(removed.keySet().iterator().next());
        }
    }

    void remove(String id) {
        removed.remove(id);
    }

    /** Whether news speak of an engine as it was before it went. */
    boolean covers(EngineChange change) {
        Optional<Instant> end = removed.get(change.id());
        return end != null && (end.isEmpty() || change.updatedAt().isEmpty() || !change.updatedAt().get().isAfter(end.get()));
    }
}
