package sh.inference.console.sandbox.routes;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.wire.AccountJson;
import sh.inference.console.sandbox.wire.Json;

/** Who one is, what one has, what there is to rent, and what the newest engine is (contract 6.3, 9). */
public final class AccountRoutes {
    private static final String BILLING = "billing:read";
    private final SandboxFleet fleet;
    private final Drills drills;
    private final String url;

    public AccountRoutes(SandboxFleet fleet, Drills drills, String url) {
        this.fleet = fleet;
        this.drills = drills;
        this.url = url;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/me", "", call -> Outcome.of(AccountJson::me)),
                Route.of("GET", "/billing", BILLING, call -> Outcome.of(balance().put("currency", "usd").put("status", "active"))),
                Route.of("GET", "/billing/balance", BILLING, call -> Outcome.of(balance())),
                Route.of("GET", "/scopes", "", call -> Outcome.of(AccountJson.scopes())),
                Route.of("GET", "/entitlements", "", call -> Outcome.of(Json.array())),
                Route.of("GET", "/instances/types", null, this::types),
                Route.of("GET", "/engine/manifest.json", null, call -> new Outcome.Plain(Json.bytes(AccountJson.manifest(fleet.newestBinary(), url)))));
    }

    private ObjectNode balance() {
        return Json.object().put("balance", drills.isOn(Drill.LOW_BALANCE) ? 0 : fleet.account().balance().microcents());
    }

    private Outcome types(Call call) {
        List<EngineRecord> clouds = fleet.engines().list().stream().filter(engine -> engine.instance().isPresent()).toList();
        return Outcome.of(AccountJson.instanceTypes(clouds, call.query().getOrDefault("cloud", ""), call.query().getOrDefault("region", "")));
    }
}
