package sh.inference.console.state;

import java.time.Instant;
import java.util.Optional;

import sh.inference.console.model.Problem;

/** How far what is on screen can be trusted. */
public sealed interface Freshness {
    /** Nothing has been read yet. */
    record Connecting() implements Freshness {
    }

    /** News arrive. */
    record Live() implements Freshness {
    }

    /** The line is back and the list is being read again. */
    record CatchingUp() implements Freshness {
    }

    /**
     * No sign of life for too long: everything is as of {@code asOf}.
     *
     * @param attempt  how often the line was tried since
     * @param nextTry  when it is tried next
     */
    record Stale(Instant asOf, Optional<Problem> problem, int attempt, Optional<Instant> nextTry) implements Freshness {
    }

    /** Refused or never reached: trying again makes no sense until somebody changes something, or {@code nextTry}. */
    record Offline(Problem problem, Optional<Instant> asOf, int attempt, Optional<Instant> nextTry) implements Freshness {
    }

    /** Whether a plan may be made of what is known. */
    default boolean isLive() {
        return this instanceof Live;
    }
}
