package sh.inference.console.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/** The FX thread, watched from outside: what it burns, and how often it draws. */
final class FxMeter {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private final long fxThread;

    FxMeter() throws InterruptedException {
        long[] id = new long[1];
        run(() -> id[0] = Thread.currentThread().threadId());
        fxThread = id[0];
    }

    /** Processor time the FX thread has used so far, in nanoseconds. */
    long cpuNanos() {
        return THREADS.getThreadCpuTime(fxThread);
    }

    /** Processor time of the whole process so far, in nanoseconds. */
    static long processNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** What lives after everything dead was collected, in megabytes. */
    static double heapMegabytes() {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0);
        }
        return least;
    }

    /** Lets the time pass that something is measured over. */
    static void lapse(int seconds) throws InterruptedException {
        new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
    }

    /** Runs on the FX thread and waits for it. */
    static void run(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                action.run();
            } finally {
                done.countDown();
            }
        });
        done.await();
    }

    /** Waits until the next picture is laid out and the one after it has begun. */
    static void pulse(Scene scene) throws InterruptedException {
        CountDownLatch laidOut = new CountDownLatch(1);
        run(() -> {
            Runnable[] listener = new Runnable[1];
            listener[0] = () -> {
                scene.removePostLayoutPulseListener(listener[0]);
                laidOut.countDown();
            };
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
        });
        laidOut.await();
    }

    /** Milliseconds from an action on the FX thread to the end of the layout that shows it. */
    static double toLayout(Scene scene, Runnable action) throws InterruptedException {
        long[] nanos = new long[2];
        CountDownLatch laidOut = new CountDownLatch(1);
        run(() -> {
            Runnable[] listener = new Runnable[1];
            listener[0] = () -> {
                scene.removePostLayoutPulseListener(listener[0]);
                nanos[1] = System.nanoTime();
                laidOut.countDown();
            };
            nanos[0] = System.nanoTime();
            action.run();
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
        });
        laidOut.await();
        return (nanos[1] - nanos[0]) / 1e6;
    }

    /** Looks ten times a second on the FX thread until something holds. */
    static void await(String what, int seconds, BooleanSupplier condition) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
            clock.scheduleWithFixedDelay(() -> Platform.runLater(() -> {
                if (condition.getAsBoolean()) {
                    held.countDown();
                }
            }), 0, 100, TimeUnit.MILLISECONDS);
            boolean inTime = held.await(seconds, TimeUnit.SECONDS);
            clock.shutdownNow();
            if (!inTime) {
                throw new IllegalStateException("not within " + seconds + " s: " + what);
            }
        }
    }

    /** Frames a second, one sample for each second. */
    static final class FrameRate extends AnimationTimer {
        private final Samples perSecond = new Samples();
        private long second;
        private int frames;

        @Override
        public void handle(long now) {
            if (second == 0) {
                second = now;
            }
            frames++;
            if (now - second >= 1_000_000_000L) {
                perSecond.add(frames * 1e9 / (now - second));
                second = now;
                frames = 0;
            }
        }

        double median() {
            return perSecond.percentile(50);
        }
    }
}
