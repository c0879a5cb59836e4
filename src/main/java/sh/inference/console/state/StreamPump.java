package sh.inference.console.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Gathers what many stream threads bring and hands it over on the FX thread in their order, as one task in an interval.
 * Any thread may offer.
 */
public final class StreamPump<T> {
    private final Executor ui;
    private final ScheduledExecutorService scheduler;
    private final Duration interval;
    private final Consumer<List<T>> sink;
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    /** @param interval zero hands over at once */
    public StreamPump(Executor ui, ScheduledExecutorService scheduler, Duration interval, Consumer<List<T>> sink) {
        this.ui = ui;
        this.scheduler = scheduler;
        this.interval = interval;
        this.sink = sink;
    }

    public void offer(T item) {
        waiting.add(item);
        if (!asked.compareAndSet(false, true)) {
            return;
        }
        if (interval.isZero()) {
            ui.execute(this::drain);
            return;
        }
        try {
            scheduler.schedule(() -> ui.execute(this::drain), interval.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            // The console is closing: nobody is left to be told.
            waiting.clear();
        }
    }

    private void drain() {
        // Before the queue is emptied, so that an item that comes now asks again.
        asked.set(false);
        List<T> batch = new ArrayList<>();
        for (T item = waiting.poll(); item != null; item = waiting.poll()) {
            batch.add(item);
        }
        if (!batch.isEmpty()) {
            sink.accept(batch);
        }
    }
}
