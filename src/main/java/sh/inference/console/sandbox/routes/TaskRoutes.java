package sh.inference.console.sandbox.routes;

import java.util.List;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.AppRecord;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.fleet.TaskRecord;
import sh.inference.console.sandbox.fleet.VersionRecord;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.wire.EngineJson;
import sh.inference.console.sandbox.wire.JsonWriter;
import sh.inference.console.sandbox.wire.JsonWriter.Content;
import sh.inference.console.sandbox.wire.ListQuery;
import sh.inference.console.sandbox.wire.Table;
import sh.inference.console.sandbox.wire.TaskJson;

/** Tasks (contract 10) and running an app (contract 4.6). */
public final class TaskRoutes {
    private static final String READ = "apps:read";
    private static final String EXECUTE = "apps:execute";
    private final SandboxFleet fleet;
    private final EngineJson engines;

    public TaskRoutes(SandboxFleet fleet, EngineJson engines) {
        this.fleet = fleet;
        this.engines = engines;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/tasks", READ, call -> list(call.queryAsBody())),
                Route.of("POST", "/tasks/list", READ, call -> list(call.body())),
                Route.of("GET", "/tasks/{id}", READ, call -> reply(task(call))),
                Route.of("GET", "/tasks/{id}/status", READ, call -> tell(call, TaskJson::status)),
                Route.of("GET", "/tasks/{id}/logs", READ, call -> tell(call, TaskJson::withLogs)),
                Route.of("GET", "/tasks/{id}/timings", READ, call -> tell(call, (task, out) -> TaskJson.timings(task, fleet.timeline().now(), out))),
                Route.of("POST", "/tasks/{id}/cancel", EXECUTE, this::cancel),
                Route.of("POST", "/apps/run", EXECUTE, this::run),
                Route.of("POST", "/run", EXECUTE, this::run));
    }

    private Outcome list(ObjectNode request) {
        return Outcome.of(new ListQuery(request).answer(fleet.tasks().list(),
                Table.of(TaskRecord::id, TaskRecord::createdAt, task -> task.id() + "\n" + task.appId(), this::render)));
    }

    private Outcome cancel(Call call) {
        TaskRecord task = task(call);
        fleet.taskDesk().cancel(task);
        return reply(task);
    }

    private Outcome run(Call call) {
        ObjectNode body = call.body();
        String reference = body.path("app").asText();
        String name = reference.contains("@") ? reference.substring(0, reference.indexOf('@')) : reference;
        int slash = name.indexOf('/');
        AppRecord app = (slash > 0 ? fleet.apps().find(name.substring(0, slash), name.substring(slash + 1)) : fleet.apps().find(body.path("app_id").asText(name)))
                .orElseThrow(() -> Refusal.notFound("app", name.isEmpty() ? body.path("app_id").asText() : name));
        String wanted = reference.contains("@") ? reference.substring(reference.indexOf('@') + 1) : body.path("version_id").asText();
        VersionRecord version = wanted.isEmpty() ? app.current() : app.version(wanted).orElseThrow(() -> Refusal.notFound("version", wanted));
        return reply(fleet.taskDesk().run(app, version, body.path("function").asText("run"), EngineRoutes.names(body, "workers")));
    }

    private TaskRecord task(Call call) {
        return fleet.tasks().find(call.parameter("id")).orElseThrow(() -> Refusal.notFound("task", call.parameter("id")));
    }

    private Outcome tell(Call call, BiConsumer<TaskRecord, JsonWriter> part) {
        TaskRecord task = task(call);
        return Outcome.of(out -> part.accept(task, out));
    }

    private Outcome reply(TaskRecord task) {
        return Outcome.of(out -> render(task, out));
    }

    private void render(TaskRecord task, JsonWriter out) {
        Content engine = fleet.engines().find(task.engineId()).<Content>map(found -> to -> engines.summary(found, fleet.timeline().now(), to)).orElse(null);
        TaskJson.whole(task, engine, out);
    }
}
