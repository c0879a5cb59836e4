package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Notices that the computer slept or changed its network, by looking every two seconds: the wall clock jumped, or the
 * addresses are others. Connections that were open before are then dead without having said so. It looks in the background,
 * because a console at rest should leave the FX thread asleep; the FX thread hears only of a change.
 */
public final class WakeWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** A busy machine is late by a second or two; one that slept is late by more. */
    private static final Duration TOLERANCE = Duration.ofSeconds(8);
    private final FeedRuntime runtime;
    private final Callable<Set<String>> addresses;
    private final Runnable woken;
    /** Whoever sets it looks, and owns the two fields below until it is given back. */
    private final AtomicBoolean looking = new AtomicBoolean();
    private Optional<Set<String>> known = Optional.empty();
    private Instant lookedAt;
    private Optional<Future<?>> timer = Optional.empty();

    /**
     * @param addresses reads this computer's addresses; may block
     * @param woken     told on the FX thread
     */
    public WakeWatch(FeedRuntime runtime, Callable<Set<String>> addresses, Runnable woken) {
        this.runtime = runtime;
        this.addresses = addresses;
        this.woken = woken;
        this.lookedAt = runtime.now();
    }

    public void start() {
        lookedAt = runtime.now();
        runtime.tasks().background().execute(this::look);
        timer = Optional.of(runtime.everyInBackground(LOOK, this::look));
    }

    @Override
    public void close() {
        timer.ifPresent(running -> running.cancel(false));
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            try {
                boolean jumped = jumped();
                if (moved() || jumped) {
                    runtime.tasks().ui().execute(woken);
                }
            } finally {
                looking.set(false);
            }
        }
    }

    private boolean jumped() {
        Instant now = runtime.now();
        boolean jumped = now.isAfter(lookedAt.plus(LOOK).plus(TOLERANCE)) || now.isBefore(lookedAt.minus(LOOK));
        lookedAt = now;
        return jumped;
    }

    private boolean moved() {
        Set<String> now;
        try {
            now = addresses.call();
        } catch (Exception unreadable) {
            // They are tried again at the next look.
            return false;
        }
        boolean changed = known.isPresent() && !known.get().equals(now);
        known = Optional.of(Set.copyOf(now));
        // An empty set is a network that is gone: trying makes sense when one is back.
        return changed && !now.isEmpty();
    }
}
