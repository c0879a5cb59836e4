package sh.inference.console.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Two executors in one thread whose tasks run when a test says so: those of the background in any order, as threads may,
 * those of the FX thread in the order they came.
 */
public final class RandomOrder {
    private final RandomGenerator random;
    private final List<Runnable> background = new ArrayList<>();
    private final List<Runnable> ui = new ArrayList<>();

    public RandomOrder(RandomGenerator random) {
        this.random = random;
    }

    public Executor background() {
        return background::add;
    }

    public Executor ui() {
        return ui::add;
    }

    /** Runs one waiting task, if there is one. */
    public boolean step() {
        if (background.isEmpty() && ui.isEmpty()) {
            return false;
        }
        boolean inBackground = ui.isEmpty() || !background.isEmpty() && random.nextBoolean();
        Runnable task = inBackground ? background.remove(random.nextInt(background.size())) : ui.removeFirst();
        task.run();
        return true;
    }

    public void finish() {
        while (step()) {
            continue;
        }
    }
}
