package sh.inference.console.sandbox.routes;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.AppRecord;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.fleet.TaskOrder;
import sh.inference.console.sandbox.fleet.TaskRecord;
import sh.inference.console.sandbox.fleet.VersionRecord;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Members;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.stream.StreamHub;
import sh.inference.console.sandbox.wire.JsonWriter;
import sh.inference.console.sandbox.wire.ListQuery;
import sh.inference.console.sandbox.wire.Table;
import sh.inference.console.sandbox.wire.TaskJson;

/** Tasks (contract 10) and running an app (contract 4.6). */
public final class TaskRoutes {
    private static final String READ = "apps:read";
    private static final String EXECUTE = "apps:execute";
    private static final List<String> INFRA = List.of("private", "cloud", "private_first");
    private final SandboxFleet fleet;
    private final StreamHub hub;

    public TaskRoutes(SandboxFleet fleet, StreamHub hub) {
        this.fleet = fleet;
        this.hub = hub;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/tasks", READ, call -> list(call.queryAsBody(), false)),
                Route.of("POST", "/tasks/list", READ, call -> list(call.body(), false)),
                Route.of("GET", "/tasks/featured", READ, call -> list(call.queryAsBody(), true)),
                Route.of("GET", "/tasks/{id}", READ, call -> reply(task(call))),
                Route.of("GET", "/tasks/{id}/status", READ, call -> tell(call, TaskJson::status)),
                Route.of("GET", "/tasks/{id}/logs", READ, call -> tell(call, TaskJson::withLogs)),
                Route.of("GET", "/tasks/{id}/timings", READ, call -> tell(call, (task, out) -> TaskJson.timings(task, now(), out))),
                Route.of("GET", "/tasks/{id}/telemetry", READ, call -> tell(call, this::telemetry)),
                Route.of("GET", "/tasks/{id}/stream", READ, call -> new Outcome.Flow(hub.task(task(call), call.accept()))),
                Route.of("POST", "/tasks/{id}/cancel", EXECUTE, this::cancel),
                Route.of("POST", "/tasks/{id}/visibility", EXECUTE, this::show),
                Route.of("POST", "/tasks/{id}/featured", EXECUTE, this::feature),
                Route.of("DELETE", "/tasks/{id}", EXECUTE, this::delete),
                Route.of("POST", "/apps/run", EXECUTE, this::run),
                Route.of("POST", "/run", EXECUTE, this::run));
    }

    private Outcome list(ObjectNode request, boolean featured) {
        return Outcome.of(new ListQuery(request).answer(fleet.tasks().list().stream().filter(task -> !featured || task.isFeatured()).toList(),
                Table.of(TaskRecord::id, TaskRecord::createdAt, task -> task.id() + "\n" + task.appId(), hub::render)));
    }

    private Outcome cancel(Call call) {
        TaskRecord task = task(call);
        Members body = call.members();
        body.flag("force", false);
        if (body.has("timeout")) {
            body.count("timeout", Integer.MAX_VALUE);
        }
        fleet.taskDesk().cancel(task);
        return reply(task);
    }

    private Outcome delete(Call call) {
        fleet.taskDesk().delete(task(call));
        return Outcome.nothing();
    }

    private Outcome show(Call call) {
        TaskRecord task = task(call);
        task.show(call.members().oneOf("visibility", Visibilities.ALL));
        return reply(task);
    }

    private Outcome feature(Call call) {
        TaskRecord task = task(call);
        task.feature(call.members().flag("is_featured", true));
        return reply(task);
    }

    private Outcome run(Call call) {
        Members body = call.members();
        String reference = body.text("app", "");
        String name = reference.contains("@") ? reference.substring(0, reference.indexOf('@')) : reference;
        int slash = name.indexOf('/');
        String id = body.text("app_id", name);
        AppRecord app = (slash > 0 ? fleet.apps().find(name.substring(0, slash), name.substring(slash + 1)) : fleet.apps().find(id))
                .orElseThrow(() -> id.isEmpty() ? new Refusal("invalid_request", "app or app_id is required") : Refusal.notFound("app", id));
        String wanted = reference.contains("@") ? reference.substring(reference.indexOf('@') + 1) : body.text("version_id", "");
        VersionRecord version = wanted.isEmpty() ? app.current() : app.version(wanted).orElseThrow(() -> Refusal.notFound("version", wanted));
        TaskRecord task = fleet.taskDesk().run(order(app, version, body, call.content().length), version);
        if (body.flag("stream", false)) {
            return new Outcome.Flow(hub.task(task, call.accept()));
        }
        return body.flag("wait", false) ? hub.end(task) : reply(task);
    }

    private static TaskOrder order(AppRecord app, VersionRecord version, Members body, int bytes) {
        body.flag("wait", false);
        body.flag("stream", false);
        String function = body.text("function", version.body().path("default_function").asText(""));
        if (!function.isEmpty() && !version.body().path("functions").isEmpty() && !version.body().path("functions").has(function)) {
            throw new Refusal("validation_error", "this version has no function " + function);
        }
        return new TaskOrder(app.id(), version.id(), function.isEmpty() ? "run" : function, "default", body.has("infra") ? body.oneOf("infra", INFRA) : "private",
                body.texts("workers"), body.has("setup") ? body.body().path("setup") : null,
                body.has("input") ? body.body().path("input") : JsonNodeFactory.instance.objectNode(), body.moment("run_at").orElse(null), bytes);
    }

    private void telemetry(TaskRecord task, JsonWriter out) {
        TaskJson.telemetry(task, fleet.engines().find(task.engineId()).orElse(null), now(), out);
    }

    private TaskRecord task(Call call) {
        return fleet.tasks().find(call.parameter("id")).orElseThrow(() -> Refusal.notFound("task", call.parameter("id")));
    }

    private Outcome tell(Call call, BiConsumer<TaskRecord, JsonWriter> part) {
        TaskRecord task = task(call);
        return Outcome.of(out -> part.accept(task, out));
    }

    private Outcome reply(TaskRecord task) {
        return Outcome.of(out -> hub.render(task, out));
    }

    private Instant now() {
        return fleet.timeline().now();
    }
}
