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

    /** Calls {@code work} in the background, then {@code done} or {@code failed} on the FX thread. */
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        background.execute(() -> {
            try {
                T result = work.call();
                ui.execute(() -> done.accept(result));
            } catch (Exception reason) {
                ui.execute(() -> failed.accept(reason));
            }
        });
    }

    public Executor background() {
        return background;
    }

    public Executor ui() {
        return ui;
    }
}
