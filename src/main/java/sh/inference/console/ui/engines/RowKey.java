package sh.inference.console.ui.engines;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import sh.inference.console.state.EngineEntry;

/**
 * What a column sorts by: a number, or words. Taken once from each row and then compared, because taking it costs more
 * than comparing it. What is not known comes last in either direction.
 */
sealed interface RowKey {
    /** {@code NaN} is not known. */
    record Figure(ToDoubleFunction<EngineEntry> of) implements RowKey {
    }

    /** Empty is not known. */
    record Words(Function<EngineEntry, String> of, Comparator<String> order) implements RowKey {
        Words(Function<EngineEntry, String> of) {
            this(of, String.CASE_INSENSITIVE_ORDER);
        }
    }

    /** The key of one entry. */
    default Object take(EngineEntry entry) {
        return switch (this) {
            case Figure figure -> figure.of().applyAsDouble(entry);
            case Words words -> words.of().apply(entry);
        };
    }

    /** Compares two keys that were taken. */
    default int compare(Object one, Object other, boolean descending) {
        boolean unknown = isUnknown(one);
        if (unknown || isUnknown(other)) {
            return Boolean.compare(unknown, isUnknown(other));
        }
        int ascending = switch (this) {
            case Figure figure -> Double.compare((Double) one, (Double) other);
            case Words words -> words.order().compare((String) one, (String) other);
        };
        return descending ? -ascending : ascending;
    }

    private static boolean isUnknown(Object key) {
        return key instanceof Double number ? number.isNaN() : ((String) key).isEmpty();
    }
}
