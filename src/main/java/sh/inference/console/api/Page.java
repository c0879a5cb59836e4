package sh.inference.console.api;

import java.util.List;
import java.util.OptionalInt;

/**
 * One page of a list.
 *
 * @param hasNext the only trustworthy end of a list (contract 3.4)
 * @param total   rows in all, where the service says so
 */
public record Page<T>(List<T> items, String nextCursor, boolean hasNext, OptionalInt total) {
    public Page {
        items = List.copyOf(items);
    }
}
