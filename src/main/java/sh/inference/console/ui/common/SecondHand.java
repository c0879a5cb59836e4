package sh.inference.console.ui.common;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Moves a {@link Ticker} once a second while it runs. No animation: while one plays, the toolkit draws sixty times a second. */
public final class SecondHand {
    private final Ticker ticker;
    private final ScheduledExecutorService scheduler;
    private final Executor ui;
    private Optional<Future<?>> running = Optional.empty();

    /** @param ui runs things on the FX thread */
    public SecondHand(Ticker ticker, ScheduledExecutorService scheduler, Executor ui) {
        this.ticker = ticker;
        this.scheduler = scheduler;
        this.ui = ui;
    }

    public void start() {
        if (running.isEmpty()) {
            running = Optional.of(scheduler.scheduleAtFixedRate(() -> ui.execute(ticker::tick), 1, 1, TimeUnit.SECONDS));
        }
    }

    public void stop() {
        running.ifPresent(timer -> timer.cancel(false));
        running = Optional.empty();
    }
}
