package sh.inference.console.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.model.Text;

/**
 * Whether anything may be written through a profile now. The HTTP layer asks {@link #isOpen()} from its own threads before
 * each request leaves, so a time that has run out counts at once, whatever a screen still shows. Everything else is
 * confined to the FX thread.
 */
public final class WriteLock {
    /** What the lock is in. */
    public enum State {
        /** Open until somebody locks it. */
        OPEN,
        /** Open until its time has run out. */
        UNLOCKED,
        LOCKED,
        /** Closed for good. */
        READ_ONLY
    }

    /** From when to when writes pass. */
    private record Opening(Instant from, Instant until) {
        private static final Opening ALWAYS = new Opening(Instant.MIN, Instant.MAX);
        private static final Opening NEVER = new Opening(Instant.MAX, Instant.MIN);

        /** A clock that was set back closes the lock too, for nobody knows any more how long it was open. */
        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    private final WritePolicy policy;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
    private volatile Opening opening;

    public WriteLock(WritePolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
        this.opening = policy.start() == WritePolicy.Start.OPEN ? Opening.ALWAYS : Opening.NEVER;
        tick();
    }

    /** Whether a write may leave at this moment. Any thread. */
    public boolean isOpen() {
        return opening.holds(clock.instant());
    }

    public WritePolicy policy() {
        return policy;
    }

    /** The state as of the last change or {@link #tick()}. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why nothing may be written now, in the operator's words; empty when writes pass. */
    public Optional<Text> reason() {
        if (isOpen()) {
            return Optional.empty();
        }
        return Optional.of(Text.of(policy.start() == WritePolicy.Start.READ_ONLY ? "why.read-only" : "why.locked"));
    }

    /** How long writes still pass, where that is limited. */
    public Optional<Duration> left() {
        Opening now = opening;
        Instant at = clock.instant();
        return now.holds(at) && now != Opening.ALWAYS ? Optional.of(Duration.between(at, now.until())) : Optional.empty();
    }

    /** Lets writes pass, for the policy's time where writes start locked; anew when they pass already. Does nothing on a read-only profile. */
    public void unlock() {
        Instant now = clock.instant();
        switch (policy.start()) {
            case OPEN -> opening = Opening.ALWAYS;
            case LOCKED -> opening = new Opening(now, now.plus(policy.unlockedFor()));
            case READ_ONLY -> {
            }
        }
        tick();
    }

    /** Lets nothing pass any more. */
    public void lock() {
        opening = Opening.NEVER;
        tick();
    }

    /** Tells whoever looks that the time has run out, if it has; to be called about once a second. */
    public void tick() {
        if (!isOpen()) {
            // What has run out stays closed, also if the clock is set back into the time.
            opening = Opening.NEVER;
        }
        state.set(opening == Opening.ALWAYS ? State.OPEN : opening != Opening.NEVER ? State.UNLOCKED
                : policy.start() == WritePolicy.Start.READ_ONLY ? State.READ_ONLY : State.LOCKED);
    }
}
