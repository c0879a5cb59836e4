package sh.inference.console.compare;

/**
 * A line of one text beside the line of the other.
 *
 * @param leftNumber  from 1; 0 where the left text has no such line
 * @param rightNumber from 1; 0 where the right text has no such line
 */
public record TextLine(Kind kind, int leftNumber, String left, int rightNumber, String right) {
    /** What became of it. */
    public enum Kind {
        SAME, REMOVED, ADDED, CHANGED
    }
}
