package sh.inference.console.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A scheduler that runs nothing until a test moves its clock: what falls due runs in the calling thread, in the order of
 * its time. Tasks may be scheduled from any thread.
 */
public final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {
    private final ManualClock clock;
    private final List<Task<?>> waiting = new ArrayList<>();
    private boolean shutdown;
    private long sequence;

    public ManualScheduler(ManualClock clock) {
        this.clock = clock;
    }

    /** Moves the clock on and runs what falls due on the way, each at its own time. */
    public void advance(Duration by) {
        Instant end = clock.instant().plus(by);
        for (Optional<Task<?>> due = next(end); due.isPresent(); due = next(end)) {
            Task<?> task = due.get();
            if (task.at.isAfter(clock.instant())) {
                clock.set(task.at);
            }
            task.fire();
        }
        clock.set(end);
    }

    /** How many tasks wait for their time. */
    public synchronized int waiting() {
        waiting.removeIf(FutureTask::isCancelled);
        return waiting.size();
    }

    private synchronized Optional<Task<?>> next(Instant end) {
        waiting.removeIf(FutureTask::isCancelled);
        Optional<Task<?>> first = waiting.stream().filter(task -> !task.at.isAfter(end)).sorted().findFirst();
        first.ifPresent(waiting::remove);
        return first;
    }

    private synchronized <V> Task<V> add(Callable<V> work, long delay, long period, TimeUnit unit) {
        Task<V> task = new Task<>(work, clock.instant().plusNanos(unit.toNanos(Math.max(0, delay))), unit.toNanos(period), sequence++);
        if (!shutdown) {
            waiting.add(task);
        }
        return task;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(() -> run(command), delay, 0, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, delay, 0, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return add(() -> run(command), initialDelay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return add(() -> run(command), initialDelay, delay, unit);
    }

    private static Object run(Runnable command) {
        command.run();
        return null;
    }

    @Override
    public void execute(Runnable command) {
        command.run();
    }

    @Override
    public synchronized void shutdown() {
        shutdown = true;
        waiting.clear();
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown();
    }

    /** One task, once or again and again. */
    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long periodNanos;
        private final long order;
        private Instant at;

        Task(Callable<V> work, Instant at, long periodNanos, long order) {
            super(work);
            this.at = at;
            this.periodNanos = periodNanos;
            this.order = order;
        }

        void fire() {
            if (periodNanos == 0) {
                run();
            } else if (runAndReset()) {
                synchronized (ManualScheduler.this) {
                    at = at.plusNanos(periodNanos);
                    if (!shutdown) {
                        waiting.add(this);
                    }
                }
            }
            if (state() == State.FAILED) {
                throw new AssertionError("a scheduled task failed", exceptionNow());
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), at));
        }

        @Override
        public int compareTo(Delayed other) {
            Task<?> task = (Task<?>) other;
            int byTime = at.compareTo(task.at);
            return byTime != 0 ? byTime : Long.compare(order, task.order);
        }
    }
}
