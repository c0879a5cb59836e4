package sh.inference.console.sandbox.routes;

import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.AppRecord;
import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.stream.StreamHub;
import sh.inference.console.sandbox.wire.EngineJson;
import sh.inference.console.sandbox.wire.JsonWriter;
import sh.inference.console.sandbox.wire.ListQuery;
import sh.inference.console.sandbox.wire.Table;

/** Engines as operators watch them, and what they do to them (contract 5.1). */
public final class EngineRoutes {
    private static final String READ = "engines:read";
    private static final String WRITE = "engines:write";
    private final SandboxFleet fleet;
    private final StreamHub hub;
    private final Drills drills;
    private final EngineJson json;

    public EngineRoutes(SandboxFleet fleet, StreamHub hub, Drills drills, EngineJson json) {
        this.fleet = fleet;
        this.hub = hub;
        this.drills = drills;
        this.json = json;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/engines", READ, call -> list(call.queryAsBody())),
                Route.of("POST", "/engines/list", READ, call -> list(call.body())),
                Route.of("POST", "/engines/resources", READ, this::able),
                Route.of("GET", "/engines/{id}", READ, call -> reply(engine(call))),
                Route.of("GET", "/engines/{id}/stream", READ, call -> new Outcome.Flow(hub.one(engine(call), call.accept()))),
                Route.of("GET", "/events", "teams:read", this::events),
                Route.of("POST", "/engines/{id}/drain", WRITE, call -> act(call, fleet.machine()::drain)),
                Route.of("POST", "/engines/{id}/update", WRITE, call -> act(call, fleet.machine()::update)),
                Route.of("POST", "/engines/{id}/stop", WRITE, call -> act(call, fleet.machine()::stop)),
                Route.of("POST", "/engines/{id}/restart", WRITE, call -> act(call, fleet.machine()::restart)),
                Route.of("POST", "/engines/{id}/extend", WRITE, this::extend));
    }

    private Outcome list(ObjectNode request) {
        return Outcome.of(new ListQuery(request).answerNewestFirst(fleet.engines().newestFirst(), new Table<>(EngineRecord::id, EngineRecord::createdAt,
                engine -> engine.name() + "\n" + engine.id() + "\n" + engine.host().name(), (engine, name) -> json.member(engine, name, fleet.timeline().now()), this::render)));
    }

    private Outcome events(Call call) {
        if (drills.isOn(Drill.NO_EVENTS)) {
            throw new Refusal("not_found", "no such address: /events");
        }
        return new Outcome.Flow(hub.all(call.accept()));
    }

    private Outcome able(Call call) {
        call.members().texts("agent_ids");
        List<AppRecord> apps = call.members().texts("app_ids").stream().map(id -> fleet.apps().find(id).orElseThrow(() -> Refusal.notFound("app", id))).toList();
        return Outcome.of(out -> {
            out.array();
            fleet.engines().list().stream().filter(engine -> engine.is("running") && apps.stream().allMatch(app -> app.current().fits(engine.host())))
                    .forEach(engine -> render(engine, out));
            out.endArray();
        });
    }

    private Outcome act(Call call, Consumer<EngineRecord> action) {
        EngineRecord engine = engine(call);
        failIfAsked(engine);
        if (!drills.isOn(Drill.IGNORED_ACTIONS)) {
            action.accept(engine);
        }
        return Outcome.nothing();
    }

    private Outcome extend(Call call) {
        EngineRecord engine = engine(call);
        failIfAsked(engine);
        JsonNode hours = call.body().path("additional_hours");
        if (!hours.isNumber() || hours.decimalValue().signum() <= 0) {
            throw new Refusal("invalid_request", "additional_hours must be a number above 0");
        }
        if (drills.isOn(Drill.LOW_BALANCE)) {
            throw new Refusal("payment_required", "the balance does not cover this: add funds and try again");
        }
        if (!drills.isOn(Drill.IGNORED_ACTIONS)) {
            fleet.machine().extend(engine, hours.decimalValue());
        }
        return drills.isOn(Drill.LOST_EXTEND_REPLY) ? new Outcome.Silence() : reply(engine);
    }

    private void failIfAsked(EngineRecord engine) {
        if (drills.hits(Drill.HALF_FAILING_BULK)) {
            throw new Refusal("internal_error", "engine " + engine.name() + " could not be told");
        }
    }

    private EngineRecord engine(Call call) {
        return fleet.engines().get(call.parameter("id"));
    }

    private Outcome reply(EngineRecord engine) {
        return Outcome.of(out -> render(engine, out));
    }

    private void render(EngineRecord engine, JsonWriter out) {
        json.whole(engine, fleet.timeline().now(), out);
    }
}
