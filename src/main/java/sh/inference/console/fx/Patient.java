package sh.inference.console.fx;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs tasks as they come, but for a while of patience in which they wait: what nobody sees yet is not to take the processor
 * from what everybody waits for. Any thread.
 */
public final class Patient implements Executor {
    private final Executor runner;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean patient;

    public Patient(Executor runner) {
        this.runner = runner;
    }

    /** What comes from now on waits. */
    public synchronized void hold() {
        patient = true;
    }

    /** What has waited is run, in its order, and so is what comes from now on. */
    public synchronized void release() {
        patient = false;
        waiting.forEach(runner::execute);
        waiting.clear();
    }

    @Override
    public synchronized void execute(Runnable task) {
        if (patient) {
            waiting.add(task);
        } else {
            runner.execute(task);
        }
    }
}
