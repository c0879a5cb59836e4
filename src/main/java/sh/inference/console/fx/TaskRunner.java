package sh.inference.console.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs what blocks away from the FX thread and brings the result back to it. Both executors are injected, so that tests
 * run everything at once in the calling thread.
 */
public final class TaskRunner {
    private final Executor background;
    private final Executor ui;

    public TaskRunner(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /**
     * Calls {@code work} in the background, then {@code done} or {@code failed} on the FX thread.
     *
     * @return what stops it
     */
    public <T> Running run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Begun begun = new Begun();
        background.execute(() -> {
            if (begun.enter()) {
                Runnable told = told(work, done, failed);
                begun.leave();
                ui.execute(() -> begun.unlessCancelled(told));
            }
        });
        return begun;
    }

    private static <T> Runnable told(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (Exception reason) {
            return () -> failed.accept(reason);
        }
    }

    public Executor background() {
        return background;
    }

    public Executor ui() {
        return ui;
    }

    /** A task that was begun. */
    public interface Running {
        /** Stops it where it waits, a call to the service included, and lets nobody hear of it any more. Does nothing after the end. */
        void cancel();
    }

    private static final class Begun implements Running {
        private Thread thread;
        private boolean cancelled;

        private synchronized boolean enter() {
            thread = Thread.currentThread();
            return !cancelled;
        }

        private synchronized void leave() {
            thread = null;
            if (cancelled) {
                // The interruption was meant for this task and not for the thread's next one.
                Thread.interrupted();
            }
        }

        private void unlessCancelled(Runnable told) {
            boolean wanted;
            synchronized (this) {
                wanted = !cancelled;
            }
            if (wanted) {
                told.run();
            }
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
