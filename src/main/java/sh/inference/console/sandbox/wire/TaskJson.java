package sh.inference.console.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sh.inference.console.sandbox.fleet.AppRecord;
import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.TaskOrder;
import sh.inference.console.sandbox.fleet.TaskRecord;

/** Tasks, their events and their logs (contract 10). */
public final class TaskJson {
    private static final int RUN = 1;
    private static final int SETUP = 3;
    private static final List<String> WORDS = List.of("unknown", "received", "queued", "dispatched", "preparing", "serving", "setting up", "running",
            "cancelling", "uploading", "completed", "failed", "cancelled");

    private TaskJson() {
    }

    /** What stands around a task: each is null when it is not there any more. */
    public record Surroundings(AppRecord app, EngineRecord engine, EngineJson engines, Instant now) {
    }

    public static void whole(TaskRecord task, Surroundings around, JsonWriter out) {
        TaskOrder order = task.order();
        BaseJson.base(out.object(), task.id(), task.createdAt(), task.updatedAt(), null);
        BaseJson.owner(out, task.visibility()).put("is_featured", task.isFeatured()).put("status", task.status()).put("app_id", task.appId())
                .put("app_version_id", task.versionId()).put("app_variant", order.variant()).put("function", order.function()).put("infra", order.infra());
        out.array("workers");
        order.workers().forEach(out::add);
        out.endArray();
        surroundings(task, around, out);
        out.put("run_at", order.runAt());
        if (order.setup() == null) {
            out.putNull("setup");
        } else {
            out.put("setup", order.setup());
        }
        out.put("input", order.input());
        if (task.status() == TaskRecord.COMPLETED) {
            out.object("output").put("task", Ids.shorten(task.id())).endObject();
        } else {
            out.putNull("output");
        }
        out.put("error", task.error()).put("rating", "unrated").array("usage_events").endArray().putNull("session_id");
        steps(task, out);
        out.endObject();
    }

    private static void surroundings(TaskRecord task, Surroundings around, JsonWriter out) {
        if (around.app == null) {
            out.putNull("app");
        } else {
            AppJson.brief(around.app, out.name("app"));
        }
        out.put("engine_id", blankToNull(task.engineId())).put("worker_id", blankToNull(task.workerId()));
        if (around.engine == null) {
            out.putNull("engine").putNull("worker");
            return;
        }
        around.engines.summary(around.engine, around.now, out.name("engine"));
        around.engine.workers().stream().filter(worker -> worker.id().equals(task.workerId())).findFirst()
                .ifPresentOrElse(worker -> WorkerJson.summary(around.engine, worker, out.name("worker")), () -> out.putNull("worker"));
    }

    /** What the machine under a task reports while it runs. */
    public static void telemetry(TaskRecord task, EngineRecord engine, Instant now, JsonWriter out) {
        out.object().put("task_id", task.id()).put("status", task.status()).array("samples");
        if (engine != null && engine.isConnected() && !task.isOver()) {
            out.object().put("timestamp", now).name("system_info");
            SystemJson.write(engine, out);
            out.endObject();
        }
        out.endArray().endObject();
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
        List<TaskRecord.Step> steps = task.steps();
        out.object().put("task_id", task.id()).put("status", task.status());
        duration("total_duration", task.createdAt(), end, out);
        out.array("groups");
        group("waiting", steps, TaskRecord.QUEUED, TaskRecord.SETTING_UP, out);
        group("running", steps, TaskRecord.SETTING_UP, TaskRecord.CANCELLED + 1, out);
        out.endArray().array("events");
        for (int i = 0; i < steps.size(); i++) {
            TaskRecord.Step step = steps.get(i);
            out.object().put("status", WORDS.get(step.status())).put("timestamp", step.at());
            if (i + 1 < steps.size()) {
                duration("duration", step.at(), steps.get(i + 1).at(), out);
                out.put("next_status", WORDS.get(steps.get(i + 1).status()));
            }
            out.endObject();
        }
        out.endArray().endObject();
    }

    /** From the first state at or above one until the first at or above another. */
    private static void group(String label, List<TaskRecord.Step> steps, int from, int until, JsonWriter out) {
        Optional<TaskRecord.Step> begin = steps.stream().filter(step -> step.status() >= from && step.status() < TaskRecord.COMPLETED).findFirst();
        if (begin.isPresent()) {
            Optional<TaskRecord.Step> end = steps.stream().filter(step -> step.status() >= Math.min(until, TaskRecord.COMPLETED)).findFirst();
            out.object().put("label", label).put("start_at", begin.get().at());
            if (end.isPresent()) {
                out.put("end_at", end.get().at());
                duration("duration", begin.get().at(), end.get().at(), out);
            }
            out.endObject();
        }
    }

    private static void duration(String name, Instant from, Instant to, JsonWriter out) {
        long millis = Duration.between(from, to).toMillis();
        out.put(name, String.format(Locale.ROOT, "%.3fs", millis / 1000.0)).put(name + "_ms", millis);
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
