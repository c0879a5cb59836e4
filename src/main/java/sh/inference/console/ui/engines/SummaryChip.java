package sh.inference.console.ui.engines;

import java.util.OptionalInt;

import sh.inference.console.ui.common.Status;

/**
 * A count above the grid that filters when it is clicked: engines in a status, or workers that are busy or idle.
 *
 * @param value  empty for all engines
 * @param look   null for all engines
 * @param count  empty while nothing was read
 * @param chosen whether the filter is set to it
 */
public record SummaryChip(Facet facet, String value, Status look, OptionalInt count, boolean chosen) {
    /** Whether it is about workers, whose mark is a tile. */
    boolean ofWorkers() {
        return facet == Facet.WORKERS;
    }
}
