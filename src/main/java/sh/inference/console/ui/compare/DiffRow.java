package sh.inference.console.ui.compare;

import java.util.Optional;

import sh.inference.console.compare.TextLine;
import sh.inference.console.compare.Weight;

/** A line of the list that shows both texts. */
sealed interface DiffRow {
    /** The name of a part, and what is to be known of its text. */
    record Head(String part, String remark) implements DiffRow {
    }

    /** Two lines side by side. */
    record Pair(TextLine line, Optional<Weight> weight) implements DiffRow {
    }

    /** One line of one text, with the sign before it. */
    record Single(char sign, int leftNumber, int rightNumber, String text, Optional<Weight> weight) implements DiffRow {
    }

    /** Lines that are equal and are not shown. */
    record Fold(int lines) implements DiffRow {
    }
}
