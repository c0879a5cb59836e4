package sh.inference.console.ops.bulk;

/**
 * How many take their turn together, and what a failure means.
 *
 * @param atOnce      1 for one after the other
 * @param stopAtFirst whether the first failure pauses the rest
 */
public record BulkRule(int atOnce, boolean stopAtFirst) {
    public static final BulkRule CAREFUL = new BulkRule(1, true);
    public static final int MOST_AT_ONCE = 10;

    public BulkRule {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at once: " + atOnce);
        }
    }
}
