package sh.inference.console.sandbox.routes;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

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

/** Apps and versions as operators see and promote them (contract 4.1). */
public final class AppRoutes {
    private static final String READ = "apps:read";
    private static final String WRITE = "apps:write";
    private static final List<String> STATUSES = List.of("active", "maintenance", "deprecated", "retired");
    private final SandboxFleet fleet;
    private final Drills drills;

    public AppRoutes(SandboxFleet fleet, Drills drills) {
        this.fleet = fleet;
        this.drills = drills;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/apps", READ, call -> list(call.queryAsBody())),
                Route.of("POST", "/apps/list", READ, call -> list(call.body())),
                Route.of("GET", "/apps/{id}", READ, this::read),
                Route.of("GET", "/apps/{namespace}/{name}", READ, this::readByName),
                Route.of("GET", "/apps/{id}/versions", READ, call -> versions(call, call.queryAsBody())),
                Route.of("POST", "/apps/{id}/versions/list", READ, call -> versions(call, call.body())),
                Route.of("GET", "/apps/{id}/versions/{version}", READ, call -> readVersion(call)),
                Route.of("PUT", "/apps/{id}/versions/{version}/current", WRITE, this::promote),
                Route.of("POST", "/apps/{id}/current-version", WRITE, AppRoutes::removed),
                Route.of("POST", "/apps/{id}/status", WRITE, this::status),
                Route.of("POST", "/apps/{id}/visibility", WRITE, this::show));
    }

    private Outcome list(ObjectNode request) {
        return Outcome.of(new ListQuery(request).answer(fleet.apps().list(), Table.of(AppRecord::id, AppRecord::createdAt,
                app -> String.join("\n", app.name(), app.listing().title(), app.listing().description(), app.reference(), app.id()), AppJson::whole)));
    }

    private Outcome versions(Call call, ObjectNode request) {
        return Outcome.of(new ListQuery(request).answer(app(call).versions(),
                Table.of(VersionRecord::id, VersionRecord::createdAt, VersionRecord::id, AppJson::version)));
    }

    private Outcome read(Call call) {
        return reply(app(call));
    }

    private Outcome readByName(Call call) {
        String reference = call.parameter("namespace") + "/" + call.parameter("name");
        return reply(fleet.apps().find(call.parameter("namespace"), call.parameter("name")).orElseThrow(() -> Refusal.notFound("app", reference)));
    }

    private Outcome promote(Call call) {
        AppRecord app = app(call);
        VersionRecord version = version(app, call);
        if (!drills.isOn(Drill.PROMOTE_IGNORED)) {
            app.promote(version, fleet.timeline().now());
        }
        if (drills.isOn(Drill.PROMOTE_RACE)) {
            app.versions().stream().filter(other -> other != version).findFirst().ifPresent(other -> app.promote(other, fleet.timeline().now()));
        }
        return reply(app);
    }

    private static Outcome removed(Call call) {
        throw new Refusal("not_found", "this address was removed: PUT /apps/{id}/versions/{versionId}/current instead");
    }

    private Outcome status(Call call) {
        AppRecord app = app(call);
        String wanted = call.members().oneOf("status", STATUSES);
        fleet.appRegister().makeRoom(call.content().length);
        app.setStatus(wanted, call.members().text("message", ""), fleet.timeline().now());
        return reply(app);
    }

    private Outcome show(Call call) {
        AppRecord app = app(call);
        app.show(call.members().oneOf("visibility", Visibilities.ALL), fleet.timeline().now());
        return reply(app);
    }

    private Outcome readVersion(Call call) {
        VersionRecord version = version(app(call), call);
        return Outcome.of(out -> AppJson.version(version, out));
    }

    private static Outcome reply(AppRecord app) {
        return Outcome.of(out -> AppJson.whole(app, out));
    }

    private AppRecord app(Call call) {
        return fleet.apps().find(call.parameter("id")).orElseThrow(() -> Refusal.notFound("app", call.parameter("id")));
    }

    private static VersionRecord version(AppRecord app, Call call) {
        return app.version(call.parameter("version")).orElseThrow(() -> Refusal.notFound("version", call.parameter("version")));
    }
}
