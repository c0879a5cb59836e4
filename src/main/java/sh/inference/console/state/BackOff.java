package sh.inference.console.state;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: 1 s to 60 s, growing, with jitter so that many lines do not come back at once. */
final class BackOff {
    private static final double FIRST_MS = 1000;
    private static final double MOST_MS = 60_000;
    private final RandomGenerator random;
    private int attempt;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** How often was tried since the last success. */
    int attempt() {
        return attempt;
    }

    Duration next() {
        attempt++;
        double ceiling = Math.min(MOST_MS, FIRST_MS * Math.pow(2, Math.min(attempt, 10)));
        return Duration.ofMillis(Math.round(FIRST_MS + random.nextDouble() * (ceiling - FIRST_MS)));
    }

    void reset() {
        attempt = 0;
    }
}
