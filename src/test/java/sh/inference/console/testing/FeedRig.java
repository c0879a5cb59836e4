package sh.inference.console.testing;

import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.state.FeedRuntime;

/**
 * Threads for feeds, deterministic without waiting for time to pass: background work runs on virtual threads, the FX
 * queue runs in the test's thread, and {@link #settle} returns when every thread has ended or waits for the test.
 */
public final class FeedRig {
    public final ManualClock clock = new ManualClock();
    public final ManualScheduler scheduler = new ManualScheduler(clock);
    private final Queue<Runnable> ui = new ConcurrentLinkedQueue<>();
    private final Object lock = new Object();
    private int active;

    public FeedRuntime runtime() {
        return new FeedRuntime(tasks(), scheduler, clock, new Random(7));
    }

    public TaskRunner tasks() {
        return new TaskRunner(this::inBackground, ui::add);
    }

    private void inBackground(Runnable work) {
        woken();
        Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } finally {
                waits();
            }
        });
    }

    /** A background thread begins to wait for the test. */
    void waits() {
        synchronized (lock) {
            active--;
            lock.notifyAll();
        }
    }

    /** Called by whoever lets a waiting thread go on, before it does. */
    void woken() {
        synchronized (lock) {
            active++;
        }
    }

    /** Runs what is queued for the FX thread until nothing moves by itself any more. */
    public void settle() {
        boolean moved = true;
        while (moved) {
            awaitBackground();
            moved = false;
            for (Runnable task = ui.poll(); task != null; task = ui.poll()) {
                task.run();
                moved = true;
            }
        }
    }

    /** Lets time pass, second by second, and everything happen that falls due. */
    public void pass(Duration time) {
        settle();
        for (long left = time.toMillis(); left > 0; left -= 1000) {
            scheduler.advance(Duration.ofMillis(Math.min(1000, left)));
            settle();
        }
    }

    private void awaitBackground() {
        synchronized (lock) {
            while (active > 0) {
                try {
                    lock.wait();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(stopped);
                }
            }
        }
    }
}
