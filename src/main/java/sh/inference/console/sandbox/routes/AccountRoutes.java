package sh.inference.console.sandbox.routes;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.fleet.Teams;
import sh.inference.console.sandbox.fleet.WorkerRecord;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.wire.AccountJson;
import sh.inference.console.sandbox.wire.Json;
import sh.inference.console.sandbox.wire.PlanJson;
import sh.inference.console.sandbox.wire.PlanJson.Grant;

/** What one has, what there is to rent, and what the newest engine is (contract 6.3, 9.3, 9.4). */
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
                Route.of("GET", "/billing", BILLING, call -> Outcome.of(balance().put("currency", "usd").put("status", "active"))),
                Route.of("GET", "/billing/balance", BILLING, call -> Outcome.of(balance())),
                Route.of("GET", "/entitlements", "", call -> TeamRoutes.each(List.of(Grant.values()), PlanJson::entitlement)),
                Route.of("GET", "/entitlements/usage", "", call -> TeamRoutes.each(List.of(Grant.values()), (grant, out) -> PlanJson.usage(grant, used(grant), out))),
                Route.of("GET", "/instances/types", null, this::types),
                Route.of("GET", "/engine/manifest.json", null, call -> new Outcome.Plain(Json.bytes(AccountJson.manifest(fleet.newestBinary(), url)))));
    }

    private long used(Grant grant) {
        return switch (grant) {
            case CONCURRENCY -> fleet.engines().list().stream().flatMap(engine -> engine.workers().stream()).filter(WorkerRecord::isTaken).count();
            case API_KEYS -> fleet.keys().list().size();
            case SEATS -> Teams.members(Teams.OWN).size();
            case PRIVATE_APPS -> fleet.apps().list().stream().filter(app -> app.visibility().equals("private")).count();
            case RATE_PER_MIN -> 0;
        };
    }

    private ObjectNode balance() {
        return Json.object().put("balance", drills.isOn(Drill.LOW_BALANCE) ? 0 : fleet.account().balance().microcents());
    }

    private Outcome types(Call call) {
        List<EngineRecord> clouds = fleet.engines().list().stream().filter(engine -> engine.instance().isPresent()).toList();
        return Outcome.of(InstanceTypes.chosen(AccountJson.instanceTypes(clouds), call.query()));
    }
}
