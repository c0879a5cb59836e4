package sh.inference.console.sandbox;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.AppRecord;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.fleet.VersionRecord;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.wire.AppJson;
import sh.inference.console.sandbox.wire.ListQuery;
import sh.inference.console.sandbox.wire.Table;

/** The calls about apps and their versions (contract 4.1). */
final class AppRoutes {
    private static final String READ = "apps:read";
    private final SandboxFleet fleet;
    private final Drills drills;

    AppRoutes(SandboxFleet fleet, Drills drills) {
        this.fleet = fleet;
        this.drills = drills;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/apps", READ, call -> list(call.queryAsBody())),
                Route.of("POST", "/apps/list", READ, call -> list(call.body())),
                Route.of("GET", "/apps/{id}", READ, call -> fleet.call(() -> Outcome.of(AppJson.whole(app(call))))),
                Route.of("GET", "/apps/{namespace}/{name}", READ, this::byName),
                Route.of("GET", "/apps/{id}/versions", READ, call -> versions(call, call.queryAsBody())),
                Route.of("POST", "/apps/{id}/versions/list", READ, call -> versions(call, call.body())),
                Route.of("GET", "/apps/{id}/versions/{version}", READ, call -> fleet.call(() -> Outcome.of(AppJson.version(version(call, app(call)))))),
                Route.of("PUT", "/apps/{id}/versions/{version}/current", "apps:write", this::promote),
                Route.of("POST", "/apps/{id}/current-version", "", this::removed));
    }

    private Outcome list(JsonNode request) {
        ListQuery query = new ListQuery(request);
        return fleet.call(() -> Outcome.of(query.answer(fleet.apps().list(), new Table<>(AppRecord::id, AppRecord::createdAt,
                app -> app.id() + " " + app.namespace() + "/" + app.name() + " " + app.title() + " " + app.category(), AppJson::whole))));
    }

    private Outcome versions(Call call, JsonNode request) {
        ListQuery query = new ListQuery(request);
        return fleet.call(() -> Outcome.of(query.answer(app(call).versions(),
                new Table<>(VersionRecord::id, VersionRecord::createdAt, VersionRecord::id, AppJson::version))));
    }

    private Outcome byName(Call call) {
        String reference = call.parameter("namespace") + "/" + call.parameter("name");
        return fleet.call(() -> Outcome.of(AppJson.whole(fleet.apps().find(call.parameter("namespace"), call.parameter("name"))
                .orElseThrow(() -> Refusal.notFound("app", reference)))));
    }

    private Outcome promote(Call call) {
        return fleet.call(() -> {
            AppRecord app = app(call);
            VersionRecord wanted = version(call, app);
            if (drills.isOn(Drill.PROMOTE_RACE)) {
                Optional<VersionRecord> another = app.versions().stream().filter(version -> version != wanted && version != app.current()).findFirst();
                another.ifPresent(version -> app.promote(version, fleet.timeline().now()));
            } else if (!drills.isOn(Drill.PROMOTE_IGNORED) && wanted != app.current()) {
                app.promote(wanted, fleet.timeline().now());
            }
            return Outcome.of(AppJson.whole(app));
        });
    }

    /** The service removed this call; its address is gone rather than forbidden. */
    private Outcome removed(Call call) {
        throw new Refusal("not_found", "removed: use PUT /apps/{id}/versions/{versionId}/current");
    }

    private AppRecord app(Call call) {
        return fleet.apps().find(call.parameter("id")).orElseThrow(() -> Refusal.notFound("app", call.parameter("id")));
    }

    private static VersionRecord version(Call call, AppRecord app) {
        return app.version(call.parameter("version")).orElseThrow(() -> Refusal.notFound("version", call.parameter("version")));
    }
}
