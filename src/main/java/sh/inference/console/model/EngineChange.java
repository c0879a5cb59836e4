package sh.inference.console.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * News of an engine from a stream or a read: which members it speaks of, and their values. Members outside
 * {@code fields} have no meaning in {@code values} and must not be read.
 *
 * @param fields    what to take over
 * @param updatedAt when the service changed it; empty means "now", never older than anything
 */
public record EngineChange(String id, Optional<Instant> updatedAt, Set<EngineField> fields, Engine values) {
    private static final Set<EngineField> ALL = Collections.unmodifiableSet(EnumSet.allOf(EngineField.class));

    /** A whole engine, which replaces what is known. */
    public static EngineChange whole(Engine engine) {
        return new EngineChange(engine.id(), engine.updatedAt(), ALL, engine);
    }

    public boolean isWhole() {
        return fields.size() == ALL.size();
    }
}
