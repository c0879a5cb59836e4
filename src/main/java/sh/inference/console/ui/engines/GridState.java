package sh.inference.console.ui.engines;

import sh.inference.console.model.Problem;
import sh.inference.console.state.Connection;
import sh.inference.console.state.Freshness;

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

    /** Whether it is known how many engines there are. */
    default boolean isRead() {
        return !(this instanceof Loading) && !(this instanceof Failed);
    }

    /** @param shown how many of the rows the filter lets through */
    static GridState of(int rows, int shown, Connection connection) {
        if (rows > 0) {
            return shown == 0 ? new NoMatch() : new Rows();
        }
        return switch (connection.freshness()) {
            case Freshness.Offline(Problem problem, var asOf, var attempt, var nextTry) -> new Failed(problem);
            case Freshness.Stale stale when stale.problem().isPresent() -> new Failed(stale.problem().get());
            case Freshness.Live live -> new Empty();
            default -> new Loading();
        };
    }
}
