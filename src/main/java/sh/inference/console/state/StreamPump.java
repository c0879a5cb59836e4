package sh.inference.console.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Gathers what many stream threads bring and hands it over on the FX thread in their order, as one task for each picture that
 * is drawn. What is patient, as a bare sign of life, waits longer for company: in a fleet at rest each of many streams sends
 * one at a time of its own, and each would wake the FX thread. Any thread may offer.
 */
public final class StreamPump<T> {
    private final FeedRuntime runtime;
    private final Duration patience;
    private final Predicate<T> patient;
    private final Consumer<List<T>> sink;
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean pictured = new AtomicBoolean();
    private final AtomicBoolean timed = new AtomicBoolean();

    /**
     * @param patience how long anything waits at most, be it for company or for a picture: a platform may draw none while the
     *                 display sleeps. Zero waits for nothing but the next picture
     * @param patient  what does not ask for a picture
     */
    public StreamPump(FeedRuntime runtime, Duration patience, Predicate<T> patient, Consumer<List<T>> sink) {
        this.runtime = runtime;
        this.patience = patience;
        this.patient = patient;
        this.sink = sink;
    }

    public void offer(T item) {
        waiting.add(item);
        if ((patience.isZero() || !patient.test(item)) && pictured.compareAndSet(false, true)) {
            runtime.picture().execute(() -> drain(pictured));
        }
        if (!patience.isZero() && timed.compareAndSet(false, true)) {
            later();
        }
    }

    private void later() {
        try {
            runtime.scheduler().schedule(this::endPatience, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            // The console is closing: nobody is left to be told.
            waiting.clear();
        }
    }

    private void endPatience() {
        // Before the queue is looked at, so that an item that comes now is timed anew.
        timed.set(false);
        if (!waiting.isEmpty() && timed.compareAndSet(false, true)) {
            runtime.tasks().ui().execute(() -> drain(timed));
        }
    }

    private void drain(AtomicBoolean asked) {
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
