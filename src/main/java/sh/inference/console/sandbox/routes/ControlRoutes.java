package sh.inference.console.sandbox.routes;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxClock;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.wire.EngineJson;
import sh.inference.console.sandbox.wire.Json;
import sh.inference.console.sandbox.wire.JsonWriter;

/** What only the sandbox has: drills, the truth, the writes it saw, and a clock for tests. Any key that may write may use them. */
public final class ControlRoutes {
    private static final String SCOPE = "engines:write";
    private static final int MOST_SECONDS = 86_400;
    private final EngineJson honest = new EngineJson();
    private final SandboxFleet fleet;
    private final Drills drills;
    private final DrillSwitch drillSwitch;
    private final SandboxClock clock;
    private final WriteLog writes;

    public ControlRoutes(SandboxFleet fleet, Drills drills, DrillSwitch drillSwitch, SandboxClock clock, WriteLog writes) {
        this.fleet = fleet;
        this.drills = drills;
        this.drillSwitch = drillSwitch;
        this.clock = clock;
        this.writes = writes;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/_sandbox/faults", SCOPE, call -> Outcome.of(faults())),
                Route.of("POST", "/_sandbox/faults", SCOPE, this::turn),
                Route.of("GET", "/_sandbox/fleet", SCOPE, call -> Outcome.of(this::truth)),
                Route.of("GET", "/_sandbox/writes", SCOPE, call -> Outcome.of(writes.json())),
                Route.of("POST", "/_sandbox/clock", SCOPE, this::advance),
                Route.of("POST", "/_sandbox/halt", SCOPE, this::halt));
    }

    private Outcome turn(Call call) {
        String word = call.members().text("name");
        Drill drill = Drill.find(word).orElseThrow(() -> new Refusal("invalid_request",
                "no such drill: " + word + "; there are " + String.join(", ", Arrays.stream(Drill.values()).map(Drill::word).toList())));
        drillSwitch.turn(drill, call.members().flag("on"));
        return Outcome.of(faults());
    }

    private ArrayNode faults() {
        ArrayNode list = Json.array();
        for (Drill drill : Drill.values()) {
            list.addObject().put("name", drill.word()).put("on", drills.isOn(drill)).put("does", drill.sentence());
        }
        return list;
    }

    private void truth(JsonWriter out) {
        out.object().put("now", fleet.timeline().now()).put("balance", fleet.account().balance().microcents())
                .put("spent", fleet.account().spent().microcents()).array("engines");
        fleet.engines().list().forEach(engine -> honest.whole(engine, fleet.timeline().now(), out));
        out.endArray().endObject();
    }

    private Outcome halt(Call call) {
        boolean on = call.members().flag("on");
        fleet.halt(on);
        return Outcome.of(Json.object().put("halted", on));
    }

    private Outcome advance(Call call) {
        clock.advance(Duration.ofSeconds(call.members().count("advance_seconds", MOST_SECONDS)));
        fleet.advance();
        return Outcome.of(Json.object().put("now", Json.time(fleet.timeline().now())));
    }
}
