package sh.inference.console.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.TaskRecord;

/** Tasks, their events and their logs (contract 10). */
public final class TaskJson {
    private static final int RUN = 1;
    private static final int SETUP = 3;
    private static final List<String> WORDS = List.of("unknown", "received", "queued", "dispatched", "preparing", "serving", "setting up", "running",
            "cancelling", "uploading", "completed", "failed", "cancelled");

    private TaskJson() {
    }

    public static ObjectNode whole(TaskRecord task, Optional<EngineRecord> engine, Instant now) {
        ObjectNode node = BaseJson.base(task.id(), task.createdAt(), task.updatedAt(), null);
        BaseJson.owner(node, "private");
        node.put("status", task.status());
        node.put("app_id", task.appId());
        node.put("app_version_id", task.versionId());
        node.put("app_variant", "default");
        node.put("function", task.function());
        node.put("infra", "private");
        node.putArray("workers");
        node.put("engine_id", blankToNull(task.engineId()));
        node.put("worker_id", blankToNull(task.workerId()));
        node.set("engine", engine.map(found -> EngineJson.summary(found, now)).orElse(null));
        node.putNull("run_at");
        node.putObject("input");
        node.putNull("output");
        node.put("error", task.error());
        node.set("events", events(task));
        node.set("logs", logs(task));
        return node;
    }

    public static ObjectNode status(TaskRecord task) {
        return Json.object().put("id", task.id()).put("status", task.status()).put("updated_at", Json.time(task.updatedAt()));
    }

    public static ObjectNode withLogs(TaskRecord task) {
        ObjectNode node = Json.object().put("task_id", task.id()).put("status", task.status());
        node.set("events", events(task));
        node.set("logs", logs(task));
        return node;
    }

    public static ObjectNode timings(TaskRecord task, Instant now) {
        Instant end = task.isOver() ? task.updatedAt() : now;
        ObjectNode node = Json.object().put("total_duration_ms", Duration.between(task.createdAt(), end).toMillis());
        node.putArray("groups");
        ArrayNode events = node.putArray("events");
        for (int i = 0; i < task.steps().size(); i++) {
            TaskRecord.Step step = task.steps().get(i);
            ObjectNode event = events.addObject().put("status", step.status()).put("timestamp", Json.time(step.at()));
            if (i + 1 < task.steps().size()) {
                TaskRecord.Step next = task.steps().get(i + 1);
                event.put("duration_ms", Duration.between(step.at(), next.at()).toMillis()).put("next_status", next.status());
            }
        }
        return node;
    }

    private static ArrayNode events(TaskRecord task) {
        ArrayNode list = Json.array();
        for (TaskRecord.Step step : task.steps()) {
            list.addObject().put("id", task.id() + "-" + list.size()).put("created_at", Json.time(step.at())).put("event_time", Json.time(step.at()))
                    .put("task_id", task.id()).put("status", step.status());
        }
        return list;
    }

    private static ArrayNode logs(TaskRecord task) {
        ArrayNode list = Json.array();
        for (TaskRecord.Step step : task.steps()) {
            String line = "[" + Json.time(step.at()) + "] " + WORDS.get(step.status());
            if (step.status() == TaskRecord.FAILED) {
                line += ": " + task.error();
            }
            list.addObject().put("id", task.id() + "-log-" + list.size()).put("created_at", Json.time(step.at())).put("updated_at", Json.time(step.at()))
                    .put("task_id", task.id()).put("log_type", step.status() < TaskRecord.RUNNING ? SETUP : RUN).put("content", line + "\n");
        }
        return list;
    }

    private static String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
