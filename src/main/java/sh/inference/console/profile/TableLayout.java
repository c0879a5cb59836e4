package sh.inference.console.profile;

import java.util.List;

/** How an operator arranged the columns of a table, in their order. */
public record TableLayout(List<Column> columns) {
    /** When a column is shown. */
    public enum Showing {
        /** While there is room for it. */
        BY_ROOM,
        ALWAYS,
        NEVER
    }

    /** @param width in pixels at the usual size of text; 0 leaves it to the table */
    public record Column(String id, Showing showing, double width) {
    }

    public TableLayout {
        columns = List.copyOf(columns);
    }
}
