package sh.inference.console.sandbox.routes;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

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
    private final EngineJson honest = new EngineJson(UnaryOperator.identity());
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
        String word = call.body().path("name").asText();
        Drill drill = Drill.find(word).orElseThrow(() -> new Refusal("invalid_request",
                "no such drill: " + word + "; there are " + String.join(", ", Arrays.stream(Drill.values()).map(Drill::word).toList())));
        if (!call.body().path("on").isBoolean()) {
            throw new Refusal("invalid_request", "on must be true or false");
        }
        drillSwitch.turn(drill, call.body().path("on").asBoolean());
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
        if (!call.body().path("on").isBoolean()) {
            throw new Refusal("invalid_request", "on must be true or false");
        }
        fleet.halt(call.body().path("on").asBoolean());
        return Outcome.of(Json.object().put("halted", call.body().path("on").asBoolean()));
    }

    private Outcome advance(Call call) {
        int seconds = call.body().path("advance_seconds").asInt(-1);
        if (seconds < 0 || seconds > MOST_SECONDS) {
            throw new Refusal("invalid_request", "advance_seconds is a whole number up to " + MOST_SECONDS);
        }
        clock.advance(Duration.ofSeconds(seconds));
        fleet.advance();
        return Outcome.of(Json.object().put("now", Json.time(fleet.timeline().now())));
    }
}
