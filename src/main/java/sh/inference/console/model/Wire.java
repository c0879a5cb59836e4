package sh.inference.console.model;

import java.util.Locale;
import java.util.Objects;

/**
 * A value of one of the service's enums together with the word it came as. Words this console does not know are kept
 * and shown as they came, because the service's enums have grown before (contract 3.1).
 *
 * @param value the known constant, or the enum's {@code UNKNOWN}
 * @param raw   the word on the wire; empty when the service sent none
 */
public record Wire<E extends Enum<E>>(E value, String raw) {
    public Wire {
        Objects.requireNonNull(value);
        Objects.requireNonNull(raw);
    }

    /** Reads a word; {@code raw} may be null. The enum must have a constant {@code UNKNOWN}. */
    public static <E extends Enum<E>> Wire<E> read(Class<E> type, String raw) {
        String word = raw == null ? "" : raw;
        String name = word.toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return new Wire<>(constant, word);
            }
        }
        return new Wire<>(Enum.valueOf(type, "UNKNOWN"), word);
    }

    /** The wire form of a known constant. */
    public static <E extends Enum<E>> Wire<E> of(E value) {
        return new Wire<>(value, value.name().toLowerCase(Locale.ROOT));
    }

    public boolean is(E other) {
        return value == other;
    }
}
