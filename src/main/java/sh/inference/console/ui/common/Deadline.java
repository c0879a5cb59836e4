package sh.inference.console.ui.common;

import java.time.Duration;
import java.time.Instant;

import sh.inference.console.settings.Thresholds;

/** How near the end of an instance is. */
public enum Deadline {
    FAR, SOON, URGENT, OVER;

    /** @param thresholds from when on an end is near */
    public static Deadline of(Instant end, Instant now, Thresholds thresholds) {
        Duration left = Duration.between(now, end);
        if (!left.isPositive()) {
            return OVER;
        }
        if (left.compareTo(Duration.ofMinutes(thresholds.urgentMinutes())) <= 0) {
            return URGENT;
        }
        return left.compareTo(Duration.ofMinutes(thresholds.soonMinutes())) <= 0 ? SOON : FAR;
    }
}
