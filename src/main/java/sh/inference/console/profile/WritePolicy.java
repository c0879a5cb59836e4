package sh.inference.console.profile;

import java.time.Duration;
import java.util.Objects;

/**
 * What a profile lets through to the service.
 *
 * @param unlockedFor how long an unlocking lasts where writes start locked
 */
public record WritePolicy(Start start, Duration unlockedFor) {
    /** How long an unlocking lasts unless the profile says otherwise. */
    public static final Duration STANDARD = Duration.ofMinutes(15);
    /** Nothing is unlocked for longer than a shift. */
    public static final Duration LONGEST = Duration.ofHours(8);

    /** How a session begins. */
    public enum Start {
        /** Writes pass until somebody locks them. */
        OPEN,
        /** Writes pass only for a while after each unlocking. */
        LOCKED,
        /** Writes never pass, and nobody can change that but by editing the profile. */
        READ_ONLY
    }

    /** @throws IllegalArgumentException if the time is not between a second and {@link #LONGEST} */
    public WritePolicy {
        Objects.requireNonNull(start);
        if (unlockedFor.compareTo(Duration.ofSeconds(1)) < 0 || unlockedFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("writes cannot be unlocked for " + unlockedFor);
        }
    }

    /** What a kind of profile begins with: production locked, everything else open. */
    public static WritePolicy of(ProfileKind kind) {
        return new WritePolicy(kind == ProfileKind.PRODUCTION ? Start.LOCKED : Start.OPEN, STANDARD);
    }

    /** The same, but never laxer than the kind allows: production is never simply open. */
    public WritePolicy atLeastOf(ProfileKind kind) {
        return kind == ProfileKind.PRODUCTION && start == Start.OPEN ? new WritePolicy(Start.LOCKED, unlockedFor) : this;
    }
}
