package sh.inference.console;

import java.util.List;
import java.util.function.Consumer;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.task.CancelTask;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.operation.OperationChoices;

/** What can be done about an operation that is stuck, asked of the desk; the log of a task is read only. */
record DeskChoices(OperationDesk desk, InferenceApi api, TaskRunner tasks, Messages words, Consumer<String> reveal) implements OperationChoices {
    @Override
    public void lookAgain(String operationId) {
        desk.lookAgain(operationId);
    }

    @Override
    public void disarm(String operationId) {
        desk.disarm(operationId);
    }

    @Override
    public void giveUp(String operationId) {
        desk.giveUp(operationId);
    }

    @Override
    public void readTaskLog(String taskId, Consumer<List<String>> lines) {
        tasks.run(() -> api.taskLog(taskId).lines().stream().map(line -> line.text()).toList(),
                said -> lines.accept(said.isEmpty() ? List.of(words.of("operations.task-log.empty")) : said),
                failed -> lines.accept(List.of(words.of("operations.task-log.failed",
                        failed instanceof ApiException known ? known.failure().problem().title() : String.valueOf(failed.getMessage())))));
    }

    @Override
    public void cancelTask(String engineId, String taskId) {
        desk.request(new CancelTask(engineId, taskId));
    }

    @Override
    public void stop(String engineId) {
        desk.request(new StopEngine(engineId));
    }

    @Override
    public void showEngine(String engineId) {
        reveal.accept(engineId);
    }
}
