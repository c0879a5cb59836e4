package sh.inference.console.ops;

import java.util.List;

import sh.inference.console.model.Text;

/** A part of a plan: a heading, a remark beside it, and rows of cells. */
public record PlanSection(Text heading, Text remark, List<Row> rows) {
    public PlanSection {
        rows = List.copyOf(rows);
    }

    /** A row, with the mark that stands before it. */
    public record Row(Mark mark, List<Text> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** How a row is to be taken. */
    public enum Mark {
        NONE, GOOD, WARN, BAD
    }
}
