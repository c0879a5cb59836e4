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

    /**
     * The line is back and the list is being read again.
     *
     * @param doubted when the line was lost: what was not heard of since is as old as that; empty where nothing was known before
     */
    record CatchingUp(Optional<Instant> doubted) implements Freshness {
        public CatchingUp() {
            this(Optional.empty());
        }
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

    /** Whether everything is as old as the last sign of life. */
    default boolean isOld() {
        return this instanceof Stale || this instanceof Offline;
    }

    /** Whether what was heard last at some time is from before a loss that is not made up for yet, while other things are live again. */
    default boolean isDoubted(Instant heardAt) {
        return this instanceof CatchingUp catching && catching.doubted().filter(lost -> !heardAt.isAfter(lost)).isPresent();
    }

    /** Whether a plan may be made of what is known. */
    default boolean isLive() {
        return this instanceof Live;
    }
}
