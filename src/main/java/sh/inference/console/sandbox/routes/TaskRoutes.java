package sh.inference.console.sandbox.routes;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.AppRecord;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.fleet.TaskRecord;
import sh.inference.console.sandbox.fleet.VersionRecord;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.wire.ListQuery;
import sh.inference.console.sandbox.wire.Table;
import sh.inference.console.sandbox.wire.TaskJson;

/** Tasks (contract 10) and running an app (contract 4.6). */
public final class TaskRoutes {
    private static final String READ = "apps:read";
    private static final String EXECUTE = "apps:execute";
    private final SandboxFleet fleet;

    public TaskRoutes(SandboxFleet fleet) {
        this.fleet = fleet;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/tasks", READ, call -> list(call.queryAsBody())),
                Route.of("POST", "/tasks/list", READ, call -> list(call.body())),
                Route.of("GET", "/tasks/{id}", READ, call -> Outcome.of(render(task(call)))),
                Route.of("GET", "/tasks/{id}/status", READ, call -> Outcome.of(TaskJson.status(task(call)))),
                Route.of("GET", "/tasks/{id}/logs", READ, call -> Outcome.of(TaskJson.withLogs(task(call)))),
                Route.of("GET", "/tasks/{id}/timings", READ, call -> Outcome.of(TaskJson.timings(task(call), fleet.timeline().now()))),
                Route.of("POST", "/tasks/{id}/cancel", EXECUTE, this::cancel),
                Route.of("POST", "/apps/run", EXECUTE, this::run),
                Route.of("POST", "/run", EXECUTE, this::run));
    }

    private Outcome list(ObjectNode request) {
        return Outcome.of(new ListQuery(request).answer(fleet.tasks().list(),
                new Table<>(TaskRecord::id, TaskRecord::createdAt, task -> task.id() + "\n" + task.appId(), this::render)));
    }

    private Outcome cancel(Call call) {
        TaskRecord task = task(call);
        fleet.taskDesk().cancel(task);
        return Outcome.of(render(task));
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
        return Outcome.of(render(fleet.taskDesk().run(app, version, body.path("function").asText("run"), EngineRoutes.names(body, "workers"))));
    }

    private TaskRecord task(Call call) {
        return fleet.tasks().find(call.parameter("id")).orElseThrow(() -> Refusal.notFound("task", call.parameter("id")));
    }

    private ObjectNode render(TaskRecord task) {
        return TaskJson.whole(task, fleet.engines().find(task.engineId()), fleet.timeline().now());
    }
}
