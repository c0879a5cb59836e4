package sh.inference.console.ui.common;

import java.time.Duration;
import java.time.Instant;

/** How near the end of an instance is. */
public enum Deadline {
    FAR, SOON, URGENT, OVER;

    private static final Duration SOON_WITHIN = Duration.ofMinutes(60);
    private static final Duration URGENT_WITHIN = Duration.ofMinutes(15);

    public static Deadline of(Instant end, Instant now) {
        Duration left = Duration.between(now, end);
        if (!left.isPositive()) {
            return OVER;
        }
        if (left.compareTo(URGENT_WITHIN) <= 0) {
            return URGENT;
        }
        return left.compareTo(SOON_WITHIN) <= 0 ? SOON : FAR;
    }
}
