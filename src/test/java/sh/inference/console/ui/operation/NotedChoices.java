package sh.inference.console.ui.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Notes what was chosen. */
final class NotedChoices implements OperationChoices {
    final List<String> noted = new ArrayList<>();

    @Override
    public void lookAgain(String operationId) {
        noted.add("look again " + operationId);
    }

    @Override
    public void disarm(String operationId) {
        noted.add("disarm " + operationId);
    }

    @Override
    public void giveUp(String operationId) {
        noted.add("give up " + operationId);
    }

    @Override
    public void readTaskLog(String taskId, Consumer<List<String>> lines) {
        noted.add("log " + taskId);
        lines.accept(List.of("loading", "running"));
    }

    @Override
    public void cancelTask(String engineId, String taskId) {
        noted.add("cancel " + taskId + " on " + engineId);
    }

    @Override
    public void stop(String engineId) {
        noted.add("stop " + engineId);
    }

    @Override
    public void showEngine(String engineId) {
        noted.add("show " + engineId);
    }
}
