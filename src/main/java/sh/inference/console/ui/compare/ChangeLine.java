package sh.inference.console.ui.compare;

import sh.inference.console.compare.Change;
import sh.inference.console.compare.Weight;

/**
 * A line of the list of changes: the head of a group, or a change.
 *
 * @param change null for a head
 */
record ChangeLine(Weight weight, String what, String why, Change change) {
    boolean isHead() {
        return change == null;
    }
}
