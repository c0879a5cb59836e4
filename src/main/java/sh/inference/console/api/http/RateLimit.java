package sh.inference.console.api.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import okhttp3.Headers;

/**
 * How long the service wants to be left alone: {@code Retry-After}, else {@code X-RateLimit-Reset}, else ever longer
 * pauses (contract 2.3). Reads and writes have one each, because the service counts them apart. Safe for use by any
 * thread.
 */
final class RateLimit {
    private static final int TOO_MANY = 429;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_GUESS = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private final Clock clock;
    private Instant until = Instant.MIN;
    private int refusals;

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before the next request; zero for not at all. */
    synchronized Duration pause() {
        Instant now = clock.instant();
        if (!until.isAfter(now)) {
            return Duration.ZERO;
        }
        Duration pause = Duration.between(now, until);
        return pause.compareTo(LONGEST) > 0 ? Duration.ZERO : pause;
    }

    /** Learns from an answer, and says how long to wait if it was a refusal. */
    synchronized Duration learn(int status, Headers headers) {
        if (status == TOO_MANY) {
            Duration pause = retryAfter(headers).or(() -> reset(headers)).orElseGet(this::guess);
            refusals++;
            until = clock.instant().plus(pause);
            return pause;
        }
        refusals = 0;
        if ("0".equals(headers.get("X-RateLimit-Remaining"))) {
            reset(headers).ifPresent(pause -> until = clock.instant().plus(pause));
        }
        return Duration.ZERO;
    }

    private Duration guess() {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(refusals, 5));
        return pause.compareTo(LONGEST_GUESS) > 0 ? LONGEST_GUESS : pause;
    }

    private Optional<Duration> retryAfter(Headers headers) {
        String value = headers.get("Retry-After");
        if (value == null) {
            return Optional.empty();
        }
        Optional<Long> seconds = whole(value);
        return seconds.isPresent() ? seconds.map(RateLimit::bounded) : date(value).map(at -> bounded(Duration.between(now(headers), at).toSeconds()));
    }

    private Optional<Duration> reset(Headers headers) {
        return whole(headers.get("X-RateLimit-Reset")).map(at -> bounded(at - now(headers).getEpochSecond()));
    }

    /** The service's own time, so that this computer's clock may be wrong. */
    private Instant now(Headers headers) {
        return date(headers.get("Date")).orElseGet(clock::instant);
    }

    static Optional<Instant> date(String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<Long> whole(String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(Long.parseLong(value.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Duration bounded(long seconds) {
        return Duration.ofSeconds(Math.clamp(seconds, SHORTEST.toSeconds(), LONGEST.toSeconds()));
    }
}
