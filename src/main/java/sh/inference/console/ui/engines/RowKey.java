package sh.inference.console.ui.engines;

import java.util.Comparator;
import java.util.Locale;
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
        @Override
        public Object take(EngineEntry entry) {
            return of.applyAsDouble(entry);
        }

        @Override
        public int compare(Object one, Object other, boolean descending) {
            double a = (Double) one;
            double b = (Double) other;
            if (Double.isNaN(a) || Double.isNaN(b)) {
                return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
            }
            return descending ? Double.compare(b, a) : Double.compare(a, b);
        }
    }

    /** Empty is not known. */
    record Words(Function<EngineEntry, String> of, Comparator<String> order) implements RowKey {
        /** In the order of their letters, large or small. */
        Words(Function<EngineEntry, String> of) {
            this(of.andThen(words -> words.toLowerCase(Locale.ROOT)), Comparator.naturalOrder());
        }

        @Override
        public Object take(EngineEntry entry) {
            return of.apply(entry);
        }

        @Override
        public int compare(Object one, Object other, boolean descending) {
            String a = (String) one;
            String b = (String) other;
            if (a.isEmpty() || b.isEmpty()) {
                return Boolean.compare(a.isEmpty(), b.isEmpty());
            }
            return descending ? order.compare(b, a) : order.compare(a, b);
        }
    }

    /** The key of one entry. */
    Object take(EngineEntry entry);

    /** Compares two keys that were taken. */
    int compare(Object one, Object other, boolean descending);
}
