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
    private final Map<String, Tombstone> removed = new LinkedHashMap<>();

    /**
     * @param updatedAt the last change of the engine that was known
     * @param at        when it was found gone
     */
    void add(String id, Optional<Instant> updatedAt, Instant at) {
        removed.put(id, new Tombstone(updatedAt, at));
        if (removed.size() > KEPT) {
            removed.remove(removed.keySet().iterator().next());
        }
    }

    void remove(String id) {
        removed.remove(id);
    }

    /** Whether news speak of an engine as it was before it went. */
    boolean covers(EngineChange change) {
        Tombstone stone = removed.get(change.id());
        return stone != null && (stone.updatedAt.isEmpty() || change.updatedAt().isEmpty() || !change.updatedAt().get().isAfter(stone.updatedAt.get()));
    }

    /** Whether an engine was found gone after a moment. */
    boolean isNewerThan(Instant moment, String id) {
        Tombstone stone = removed.get(id);
        return stone != null && stone.at.isAfter(moment);
    }

    private record Tombstone(Optional<Instant> updatedAt, Instant at) {
    }
}
