package sh.inference.console;

import java.util.List;
import java.util.function.Consumer;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.TaskSummary;
import sh.inference.console.model.Text;
import sh.inference.console.ui.engine.EngineStory;

/** Reads what the details of an engine ask for beside the fleet. */
record EngineArchive(InferenceApi api, TaskRunner tasks) implements EngineStory.Source {
    private static final int LATEST = 12;

    @Override
    public void json(String engineId, Consumer<String> done, Consumer<Text> failed) {
        tasks.run(() -> api.engineJson(engineId), done, reason -> failed.accept(why(reason)));
    }

    @Override
    public void tasks(String engineId, Consumer<List<TaskSummary>> done, Consumer<Text> failed) {
        tasks.run(() -> api.tasksOf(engineId, LATEST), done, reason -> failed.accept(why(reason)));
    }

    private static Text why(Exception reason) {
        return Text.of("engine.story.failed", reason instanceof ApiException known ? known.failure().problem().title() : Text.verbatim(String.valueOf(reason.getMessage())));
    }
}
