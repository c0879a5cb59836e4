package sh.inference.console.settings;

/**
 * From when on operations are judged otherwise.
 *
 * @param stuckMinutes without progress for so long one counts as stuck
 * @param askDollars   an extension that costs more is asked for with the whole plan
 * @param askHours     and so is one that is longer
 */
public record Limits(int stuckMinutes, int askDollars, int askHours) {
    public static final Limits STANDARD = new Limits(10, 50, 24);
    private static final int A_DAY = 24 * 60;

    /** @throws IllegalArgumentException where a value is out of reason */
    public Limits {
        if (stuckMinutes < 1 || stuckMinutes > A_DAY || askDollars < 0 || askDollars > 1_000_000 || askHours < 0 || askHours > 1_000_000) {
            throw new IllegalArgumentException("limits out of reason");
        }
    }
}
