package sh.inference.console.state;

import java.util.Arrays;

/**
 * The last samples of one figure, each in its own slot of time. A slot without a sample is a gap and stays one: nothing
 * is ever interpolated. A large fleet has one for each engine and figure, so a sample takes two bytes.
 */
final class HistoryRing {
    /** How many slots are kept: a quarter of an hour of {@link FleetHistory#SLOT}. */
    static final int SLOTS = 180;
    private static final short GAP = Short.MIN_VALUE;
    private final float fineness;
    private final short[] values = new short[SLOTS];
    private long newest = Long.MIN_VALUE;

    /** @param fineness how many steps lie between two whole numbers */
    HistoryRing(float fineness) {
        this.fineness = fineness;
        Arrays.fill(values, GAP);
    }

    /** @param slot the number of the slot, counted from any fixed moment; one that is too old is ignored */
    void put(long slot, float value) {
        if (newest != Long.MIN_VALUE && slot <= newest - SLOTS) {
            return;
        }
        if (newest != Long.MIN_VALUE) {
            long empty = Math.min(SLOTS, slot - newest - 1);
            for (long skipped = slot - empty; skipped < slot; skipped++) {
                values[index(skipped)] = GAP;
            }
        }
        values[index(slot)] = (short) Math.clamp(Math.round(value * fineness), 0, Short.MAX_VALUE);
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
            short value = newest != Long.MIN_VALUE && slot <= newest && slot > newest - SLOTS ? values[index(slot)] : GAP;
            samples[i] = value == GAP ? Float.NaN : value / fineness;
        }
        return samples;
    }

    /** Whether nothing of it would be seen up to a slot. */
    boolean isOver(long last) {
        return newest == Long.MIN_VALUE || newest <= last - SLOTS;
    }

    private static int index(long slot) {
        return Math.floorMod(slot, SLOTS);
    }
}
