package sh.inference.console.ui.operation;

import java.util.List;
import java.util.function.Consumer;

/** What an operator may do about an operation that gets nowhere. Whatever writes is asked for in its own dialog. */
public interface OperationChoices {
    /** Waits on; nothing is sent. */
    void lookAgain(String operationId);

    /** Calls off what waits until its engine is idle; nothing is sent. */
    void disarm(String operationId);

    /** Waits no longer; nothing is sent. */
    void giveUp(String operationId);

    /** Reads what a task has said; the lines, or one line that says why not, come on the FX thread. */
    void readTaskLog(String taskId, Consumer<List<String>> lines);

    /** Opens the dialog for cancelling a task. */
    void cancelTask(String engineId, String taskId);

    /** Opens the dialog for stopping the engine. */
    void stop(String engineId);

    /** Shows the engine in the grid. */
    void showEngine(String engineId);
}
