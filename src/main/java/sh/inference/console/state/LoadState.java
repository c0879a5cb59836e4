package sh.inference.console.state;

import java.util.Optional;
import java.util.OptionalInt;

import sh.inference.console.model.Problem;

/**
 * How far a list is loaded.
 *
 * @param loaded  rows so far
 * @param total   rows in all, where the service says so
 * @param hasMore whether there is a next page
 * @param problem why the last page could not be read
 */
public record LoadState(boolean loading, int loaded, OptionalInt total, boolean hasMore, Optional<Problem> problem) {
    public static final LoadState IDLE = new LoadState(false, 0, OptionalInt.empty(), false, Optional.empty());
}
