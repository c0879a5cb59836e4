package sh.inference.console.ui.engines;

import sh.inference.console.model.Problem;

/** What the grid shows in place of rows, or that it shows rows. */
public sealed interface GridState {
    /** Rows. */
    record Rows() implements GridState {
    }

    /** Nothing was read yet. */
    record Loading() implements GridState {
    }

    /** The service says that there is no engine. */
    record Empty() implements GridState {
    }

    /** There are engines, but none that the filter lets through. */
    record NoMatch() implements GridState {
    }

    /** Nothing could be read. */
    record Failed(Problem problem) implements GridState {
    }
}
