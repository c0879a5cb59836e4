package sh.inference.console.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.fx.TaskRunner;

/**
 * Threads, time and chance as a feed is given them. What a feed decides, it decides on the FX thread; what blocks runs
 * in the background; the scheduler only wakes one or the other.
 *
 * @param picture runs on the FX thread too, but not before the next picture is about to be laid out
 */
public record FeedRuntime(TaskRunner tasks, Executor picture, ScheduledExecutorService scheduler, Clock clock, RandomGenerator random) {
    private static final System.Logger LOG = System.getLogger(FeedRuntime.class.getName());

    /** Where nothing is drawn. */
    public FeedRuntime(TaskRunner tasks, ScheduledExecutorService scheduler, Clock clock, RandomGenerator random) {
        this(tasks, tasks.ui(), scheduler, clock, random);
    }

    Instant now() {
        return clock.instant();
    }

    /** Runs something on the FX thread later. */
    Future<?> later(Duration delay, Runnable task) {
        return scheduler.schedule(() -> tasks.ui().execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs something on the FX thread again and again. */
    Future<?> every(Duration period, Runnable task) {
        return scheduler.scheduleAtFixedRate(() -> tasks.ui().execute(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs something in the background again and again, whose threads may block. */
    Future<?> everyInBackground(Duration period, Runnable task) {
        return scheduler.scheduleAtFixedRate(() -> tasks.background().execute(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Why a call failed. A bug counts as an answer that could not be understood, and is logged once. */
    static ApiFailure failure(Exception reason) {
        if (reason instanceof ApiException known) {
            return known.failure();
        }
        LOG.log(System.Logger.Level.ERROR, "A call ended unexpectedly", reason);
        return new ApiFailure.Malformed(0, String.valueOf(reason.getMessage()));
    }
}
