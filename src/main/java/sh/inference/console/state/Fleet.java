package sh.inference.console.state;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Every engine known at one moment. Immutable: plans are computed from it. */
public record Fleet(Map<String, EngineEntry> entries) {
    public static final Fleet EMPTY = new Fleet(Map.of());

    public Fleet {
        entries = Map.copyOf(entries);
    }

    /** @param id the full id */
    public Optional<EngineEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    public Collection<EngineEntry> all() {
        return entries.values();
    }

    public int size() {
        return entries.size();
    }
}
