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
import java.util.function.Predicate;

/**
 * Gathers what many stream threads bring and hands it over on the FX thread in their order, as one task in an interval. What
 * is patient, as a bare sign of life, waits longer for company: in a fleet at rest each of many streams sends one at a time of
 * its own, and each would wake the FX thread. Any thread may offer.
 */
public final class StreamPump<T> {
    /** Short beside the 25 s of silence after which data counts as old. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private final Executor ui;
    private final ScheduledExecutorService scheduler;
    private final Duration interval;
    private final Predicate<T> patient;
    private final Consumer<List<T>> sink;
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean askedPatiently = new AtomicBoolean();

    /**
     * @param interval zero hands over at once, whatever it is
     * @param patient  what waits a second, unless something else is handed over before
     */
    public StreamPump(Executor ui, ScheduledExecutorService scheduler, Duration interval, Predicate<T> patient, Consumer<List<T>> sink) {
        this.ui = ui;
        this.scheduler = scheduler;
        this.interval = interval;
        this.patient = patient;
        this.sink = sink;
    }

    public void offer(T item) {
        waiting.add(item);
        if (!interval.isZero() && patient.test(item)) {
            if (askedPatiently.compareAndSet(false, true)) {
                after(PATIENCE, this::endPatience);
            }
        } else if (asked.compareAndSet(false, true)) {
            after(interval, () -> ui.execute(this::drain));
        }
    }

    private void after(Duration delay, Runnable step) {
        if (delay.isZero()) {
            step.run();
            return;
        }
        try {
            scheduler.schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            // The console is closing: nobody is left to be told.
            waiting.clear();
        }
    }

    private void endPatience() {
        // Before the queue is looked at, so that an item that comes now asks again.
        askedPatiently.set(false);
        if (!waiting.isEmpty() && asked.compareAndSet(false, true)) {
            ui.execute(this::drain);
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
