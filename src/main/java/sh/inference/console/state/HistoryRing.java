package sh.inference.console.state;

import java.util.Arrays;

/**
 * The last samples of one figure, each in its own slot of time. A slot without a sample is a gap and stays one: nothing
 * is ever interpolated.
 */
public final class HistoryRing {
    /** How many slots are kept: an hour of {@link FleetHistory#SLOT}. */
    public static final int SLOTS = 180;
    private final float[] values = new float[SLOTS];
    private long newest = Long.MIN_VALUE;

    HistoryRing() {
        Arrays.fill(values, Float.NaN);
    }

    /** @param slot the number of the slot, counted from any fixed moment; one that is too old is ignored */
    void put(long slot, float value) {
        if (newest != Long.MIN_VALUE && slot <= newest - SLOTS) {
            return;
        }
        if (newest != Long.MIN_VALUE) {
            long empty = Math.min(SLOTS, slot - newest - 1);
            for (long skipped = slot - empty; skipped < slot; skipped++) {
                values[index(skipped)] = Float.NaN;
            }
        }
        values[index(slot)] = value;
        newest = Math.max(newest, slot);
    }

    /**
     * The samples up to a slot, oldest first.
     *
     * @return {@link #SLOTS} values; {@code NaN} is a gap
     */
    float[] upTo(long last) {
        float[] samples = new float[SLOTS];
        for (int i = 0; i < SLOTS; i++) {
            long slot = last - SLOTS + 1 + i;
            samples[i] = newest != Long.MIN_VALUE && slot <= newest && slot > newest - SLOTS ? values[index(slot)] : Float.NaN;
        }
        return samples;
    }

    private static int index(long slot) {
        return Math.floorMod(slot, SLOTS);
    }
}
