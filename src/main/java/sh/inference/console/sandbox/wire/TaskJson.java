package sh.inference.console.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import sh.inference.console.sandbox.fleet.TaskRecord;
import sh.inference.console.sandbox.wire.JsonWriter.Content;

/** Tasks, their events and their logs (contract 10). */
public final class TaskJson {
    private static final int RUN = 1;
    private static final int SETUP = 3;
    private static final List<String> WORDS = List.of("unknown", "received", "queued", "dispatched", "preparing", "serving", "setting up", "running",
            "cancelling", "uploading", "completed", "failed", "cancelled");

    private TaskJson() {
    }

    /** @param engine writes the engine it ran on; null when there is none any more */
    public static void whole(TaskRecord task, Content engine, JsonWriter out) {
        BaseJson.base(out.object(), task.id(), task.createdAt(), task.updatedAt(), null);
        BaseJson.owner(out, "private").put("status", task.status()).put("app_id", task.appId()).put("app_version_id", task.versionId())
                .put("app_variant", "default").put("function", task.function()).put("infra", "private").array("workers").endArray()
                .put("engine_id", blankToNull(task.engineId())).put("worker_id", blankToNull(task.workerId()));
        if (engine == null) {
            out.putNull("engine");
        } else {
            engine.write(out.name("engine"));
        }
        out.putNull("run_at").object("input").endObject().putNull("output").put("error", task.error()).putNull("session_id");
        steps(task, out);
        out.endObject();
    }

    public static void status(TaskRecord task, JsonWriter out) {
        out.object().put("id", task.id()).put("status", task.status()).put("updated_at", task.updatedAt()).endObject();
    }

    public static void withLogs(TaskRecord task, JsonWriter out) {
        out.object().put("task_id", task.id()).put("status", task.status());
        steps(task, out);
        out.endObject();
    }

    public static void timings(TaskRecord task, Instant now, JsonWriter out) {
        Instant end = task.isOver() ? task.updatedAt() : now;
        out.object().put("total_duration_ms", Duration.between(task.createdAt(), end).toMillis()).array("groups").endArray().array("events");
        for (int i = 0; i < task.steps().size(); i++) {
            TaskRecord.Step step = task.steps().get(i);
            out.object().put("status", step.status()).put("timestamp", step.at());
            if (i + 1 < task.steps().size()) {
                TaskRecord.Step next = task.steps().get(i + 1);
                out.put("duration_ms", Duration.between(step.at(), next.at()).toMillis()).put("next_status", next.status());
            }
            out.endObject();
        }
        out.endArray().endObject();
    }

    private static void steps(TaskRecord task, JsonWriter out) {
        int number = 0;
        out.array("events");
        for (TaskRecord.Step step : task.steps()) {
            out.object().put("id", task.id() + "-" + number++).put("created_at", step.at()).put("event_time", step.at())
                    .put("task_id", task.id()).put("status", step.status()).endObject();
        }
        number = 0;
        out.endArray().array("logs");
        for (TaskRecord.Step step : task.steps()) {
            String line = "[" + Json.time(step.at()) + "] " + WORDS.get(step.status());
            if (step.status() == TaskRecord.FAILED) {
                line += ": " + task.error();
            }
            out.object().put("id", task.id() + "-log-" + number++).put("created_at", step.at()).put("updated_at", step.at())
                    .put("task_id", task.id()).put("log_type", step.status() < TaskRecord.RUNNING ? SETUP : RUN).put("content", line + "\n").endObject();
        }
        out.endArray();
    }

    private static String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
