package sh.inference.console.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.Text;

/** Work that goes on behind the screen, for whoever wants to see it or break it off. Confined to the FX thread; the work itself is not. */
public final class BackgroundWork {
    private final TaskRunner tasks;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> view = FXCollections.unmodifiableObservableList(entries);

    /** One piece of it. */
    public static final class Entry {
        private final Text title;
        private final Runnable cancel;

        private Entry(Text title, Runnable cancel) {
            this.title = title;
            this.cancel = cancel;
        }

        public Text title() {
            return title;
        }

        /** Breaks it off; what it did until then may be incomplete. */
        public void cancel() {
            cancel.run();
        }
    }

    public BackgroundWork(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** What goes on, oldest first. */
    public ObservableList<Entry> entries() {
        return view;
    }

    /**
     * Calls {@code work} in the background.
     *
     * @param done      told its result on the FX thread
     * @param failed    told why it failed
     * @param cancelled told that it was broken off
     */
    public <T> void run(Text title, Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed, Runnable cancelled) {
        FutureTask<T> task = new FutureTask<>(work);
        Entry entry = new Entry(title, () -> task.cancel(true));
        entries.add(entry);
        tasks.background().execute(() -> {
            task.run();
            tasks.ui().execute(() -> {
                entries.remove(entry);
                end(task, done, failed, cancelled);
            });
        });
    }

    private static <T> void end(FutureTask<T> task, Consumer<? super T> done, Consumer<? super Throwable> failed, Runnable cancelled) {
        try {
            done.accept(task.get());
        } catch (CancellationException brokenOff) {
            cancelled.run();
        } catch (ExecutionException failure) {
            failed.accept(failure.getCause());
        } catch (InterruptedException impossible) {
            // It has ended: nobody waits here.
            Thread.currentThread().interrupt();
        }
    }
}
