package sh.inference.console.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Handler;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.stream.StreamHub;
import sh.inference.console.sandbox.wire.EngineJson;
import sh.inference.console.sandbox.wire.ListQuery;
import sh.inference.console.sandbox.wire.Table;

/** The calls about engines (contract 5.1) and both streams (contract 8.1). */
final class EngineRoutes {
    private static final String READ = "engines:read";
    private static final String WRITE = "engines:write";
    private final SandboxFleet fleet;
    private final StreamHub hub;
    private final Drills drills;

    EngineRoutes(SandboxFleet fleet, StreamHub hub, Drills drills) {
        this.fleet = fleet;
        this.hub = hub;
        this.drills = drills;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/engines", READ, call -> list(call.queryAsBody())),
                Route.of("POST", "/engines/list", READ, call -> list(call.body())),
                Route.of("GET", "/engines/{id}", READ, call -> engine(call, this::whole)),
                Route.of("GET", "/engines/{id}/stream", READ, call -> fleet.call(() -> new Outcome.Flow(hub.one(find(call), call.accept())))),
                Route.of("GET", "/events", "teams:read", this::events),
                Route.of("POST", "/engines/{id}/drain", WRITE, act(fleet.machine()::drain)),
                Route.of("POST", "/engines/{id}/update", WRITE, act(fleet.machine()::update)),
                Route.of("POST", "/engines/{id}/stop", WRITE, act(fleet.machine()::stop)),
                Route.of("POST", "/engines/{id}/restart", WRITE, act(fleet.machine()::restart)),
                Route.of("POST", "/engines/{id}/extend", WRITE, this::extend));
    }

    private Outcome list(JsonNode request) {
        ListQuery query = new ListQuery(request);
        return fleet.call(() -> Outcome.of(query.answer(fleet.engines().list(), new Table<>(EngineRecord::id, EngineRecord::createdAt,
                engine -> engine.id() + " " + engine.name() + " " + engine.host(), this::whole))));
    }

    private Outcome events(Call call) {
        if (drills.isOn(Drill.NO_EVENTS)) {
            throw new Refusal("not_found", "no such address: /events");
        }
        return new Outcome.Flow(hub.all(call.accept()));
    }

    private Handler act(Consumer<EngineRecord> verb) {
        return call -> engine(call, engine -> {
            if (!drills.isOn(Drill.IGNORED_ACTIONS)) {
                verb.accept(engine);
            }
            return null;
        });
    }

    private Outcome extend(Call call) {
        JsonNode hours = call.body().path("additional_hours");
        if (!hours.isNumber() || hours.decimalValue().signum() <= 0) {
            throw new Refusal("invalid_request", "additional_hours must be a number above 0");
        }
        BigDecimal added = hours.decimalValue();
        Outcome outcome = engine(call, engine -> {
            if (!drills.isOn(Drill.IGNORED_ACTIONS)) {
                fleet.machine().extend(engine, added);
            }
            return whole(engine);
        });
        return drills.isOn(Drill.LOST_EXTEND_REPLY) ? new Outcome.Silence() : outcome;
    }

    private Outcome engine(Call call, Function<EngineRecord, ObjectNode> work) {
        return fleet.call(() -> Outcome.of(work.apply(find(call))));
    }

    private EngineRecord find(Call call) {
        return fleet.engines().get(call.parameter("id"));
    }

    private ObjectNode whole(EngineRecord engine) {
        return EngineJson.whole(engine, fleet.timeline().now());
    }
}
