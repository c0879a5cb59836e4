package sh.inference.console.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Moves a {@link Ticker} while it runs: once a second, and once in ten while nothing has happened for half a minute, for a
 * console that is left open all day should cost a computer next to nothing. No animation: while one plays, the toolkit
 * draws sixty times a second. Confined to the FX thread.
 */
public final class SecondHand {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration SLOW_PACE = Duration.ofSeconds(10);
    private static final Duration HALF_SLOW_PACE = SLOW_PACE.dividedBy(2);
    private static final Duration QUIET = Duration.ofSeconds(30);
    private final Ticker ticker;
    private final ScheduledExecutorService scheduler;
    private final Executor ui;
    private final BooleanSupplier still;
    private Optional<Future<?>> next = Optional.empty();
    private Instant stirredAt = Instant.MIN;
    private boolean slow;

    /**
     * @param ui    runs things on the FX thread
     * @param still whether nothing has happened since it was asked last; asked at every move
     */
    public SecondHand(Ticker ticker, ScheduledExecutorService scheduler, Executor ui, BooleanSupplier still) {
        this.ticker = ticker;
        this.scheduler = scheduler;
        this.ui = ui;
        this.still = still;
    }

    public void start() {
        if (next.isEmpty()) {
            stirredAt = ticker.exact();
            wind();
        }
    }

    public void stop() {
        next.ifPresent(turn -> turn.cancel(false));
        next = Optional.empty();
    }

    /** Something happens that somebody may look at: what is late is made good at once, and each second counts again. */
    public void stir() {
        stirredAt = ticker.exact();
        if (slow && next.isPresent()) {
            stop();
            ticker.tick();
            wind();
        }
    }

    /**
     * The picture changes now anyway. At rest a turn that is half due is made with it: what is drawn once costs half of what is
     * drawn twice.
     */
    public void join() {
        if (slow && next.isPresent() && !ticker.exact().isBefore(ticker.now().plus(HALF_SLOW_PACE))) {
            stop();
            move();
        }
    }

    private void wind() {
        slow = !ticker.exact().isBefore(stirredAt.plus(QUIET));
        Turn turn = new Turn();
        turn.due = scheduler.schedule(() -> ui.execute(turn), (slow ? SLOW_PACE : PACE).toMillis(), TimeUnit.MILLISECONDS);
        next = Optional.of(turn.due);
    }

    private void move() {
        if (!still.getAsBoolean()) {
            stirredAt = ticker.exact();
        }
        wind();
        ticker.tick();
    }

    /** One move, which is not made if the hand was stopped while it waited for the FX thread. */
    private final class Turn implements Runnable {
        private Future<?> due;

        @Override
        public void run() {
            if (next.filter(turn -> turn == due).isPresent()) {
                move();
            }
        }
    }
}
