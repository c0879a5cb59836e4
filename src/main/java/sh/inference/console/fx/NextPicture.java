package sh.inference.console.fx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import javafx.animation.AnimationTimer;

/**
 * Runs tasks on the FX thread right before the next picture is laid out, those that were asked for meanwhile together: what
 * they change is on screen at once, and a thread that is asked for thousands a second wakes once for each picture. Where a
 * platform draws nothing, as some do while the display sleeps, nothing runs. Any thread may ask.
 */
public final class NextPicture implements Executor {
    private final Executor ui;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean drawing = new AtomicBoolean();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            run();
        }
    };

    public NextPicture(Executor ui) {
        this.ui = ui;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (drawing.compareAndSet(false, true)) {
            ui.execute(timer::start);
        }
    }

    private void run() {
        Runnable task = waiting.poll();
        if (task == null) {
            rest();
        }
        while (task != null) {
            task.run();
            task = waiting.poll();
        }
    }

    /** Nothing came since the last picture: who comes next must ask for pictures again. */
    private void rest() {
        timer.stop();
        drawing.set(false);
        if (!waiting.isEmpty() && drawing.compareAndSet(false, true)) {
            timer.start();
        }
    }
}
