package sh.inference.console.ui.engine;

import sh.inference.console.model.Worker;

/**
 * A worker in the details.
 *
 * @param state   "#0 busy"
 * @param app     the name of the app it holds; a dash when none
 * @param version the beginning of its version's id, {@code @7k3m9x2q}; empty when none
 * @param task    the beginning of the task's id, or that the app is warm; empty when neither
 * @param full    everything in full, for the tooltip and the screen reader
 */
public record WorkerLine(Worker worker, String state, String app, String version, String task, String full) {
}
