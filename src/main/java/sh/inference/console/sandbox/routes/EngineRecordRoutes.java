package sh.inference.console.sandbox.routes;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.InstanceRecord.Offer;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.fleet.Team;
import sh.inference.console.sandbox.fleet.Teams;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Members;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.wire.EngineJson;

/** Records of engines: made, named, shown, given away, deleted, and the hosts that register under them (contract 5.1). */
public final class EngineRecordRoutes {
    private static final String WRITE = "engines:write";
    private static final int CENTS = 172;
    private static final int GPUS = 2;
    private final SandboxFleet fleet;
    private final EngineJson json;

    public EngineRecordRoutes(SandboxFleet fleet, EngineJson json) {
        this.fleet = fleet;
        this.json = json;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/engines", WRITE, this::create),
                Route.of("POST", "/engines/{id}", WRITE, this::rename),
                Route.of("PATCH", "/engines/{id}", WRITE, this::rename),
                Route.of("DELETE", "/engines/{id}", WRITE, this::delete),
                Route.of("POST", "/engines/{id}/visibility", WRITE, this::show),
                Route.of("POST", "/engines/{id}/transfer", WRITE, this::transfer),
                Route.of("POST", "/engines/register", null, this::register));
    }

    private Outcome create(Call call) {
        Members body = call.members();
        String name = body.text("name", "");
        String type = body.text("instance_type", body.object("instance").map(instance -> instance.text("shade_instance_type", "")).orElse(""));
        if (type.isEmpty()) {
            return reply(fleet.register().createSelfHosted(name), Teams.OWN);
        }
        Offer offer = new Offer(body.text("cloud", "hyperstack"), body.text("region", "canada-1"), "192.0.2.99", type, type.toLowerCase(Locale.ROOT), CENTS);
        return reply(fleet.register().createCloud(name, offer, GPUS), Teams.OWN);
    }

    /** The name is all there is to write, so a whole update and a part of one come to the same. */
    private Outcome rename(Call call) {
        EngineRecord engine = engine(call);
        fleet.register().rename(engine, call.members().text("name", ""));
        return reply(engine, Teams.OWN);
    }

    private Outcome show(Call call) {
        EngineRecord engine = engine(call);
        fleet.register().show(engine, call.members().oneOf("visibility", Visibilities.ALL));
        return reply(engine, Teams.OWN);
    }

    private Outcome transfer(Call call) {
        EngineRecord engine = engine(call);
        Team to = Teams.get(call.members().text("team_id"));
        fleet.register().transfer(engine, to);
        return reply(engine, to);
    }

    private Outcome delete(Call call) {
        fleet.register().delete(engine(call));
        return Outcome.nothing();
    }

    /** A host's process starts and says so with its engine's own key. Here its socket counts as open from then on. */
    private Outcome register(Call call) {
        EngineRecord engine = fleet.engines().ofKey(call.token()).orElseThrow(() -> new Refusal("unauthorized", "this is no engine's key"));
        Members body = call.members();
        body.object("worker_config");
        body.text("api_url", "");
        String binary = body.object("system_info").map(info -> info.text("engine_version", "")).filter(said -> !said.isBlank()).orElse(fleet.newestBinary());
        fleet.register().enlist(engine, binary);
        return Outcome.of(out -> EngineJson.registered(engine, out));
    }

    private EngineRecord engine(Call call) {
        return fleet.engines().get(call.parameter("id"));
    }

    private Outcome reply(EngineRecord engine, Team owner) {
        Instant now = fleet.timeline().now();
        return Outcome.of(out -> json.whole(engine, owner, now, out));
    }
}
