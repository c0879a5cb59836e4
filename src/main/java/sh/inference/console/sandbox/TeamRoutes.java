package sh.inference.console.sandbox;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.wire.Json;

/** Who one is, what money there is (contract 9), and the manifest of the engine's binary (contract 6.3). */
final class TeamRoutes {
    private final SandboxFleet fleet;

    TeamRoutes(SandboxFleet fleet) {
        this.fleet = fleet;
    }

    List<Route> routes() {
        return List.of(Route.of("GET", "/me", "", this::me),
                Route.of("GET", "/billing", "billing:read", call -> Outcome.of(balance().put("currency", "usd").put("status", "active"))),
                Route.of("GET", "/billing/balance", "billing:read", call -> Outcome.of(balance())),
                Route.of("GET", "/engine/manifest.json", null, call -> new Outcome.Plain(manifest())));
    }

    private Outcome me(Call call) {
        ObjectNode me = Json.object();
        me.putObject("user").put("id", "0sandboxoperator0000000000").put("email", "operator@sandbox.example").put("full_name", "Sandbox Operator").put("name", "operator");
        me.putObject("team").put("id", "0sandboxteam00000000000000").put("type", "team").put("name", "lumen").put("username", "lumen").put("status", "active");
        return Outcome.of(me);
    }

    private ObjectNode balance() {
        return fleet.call(() -> Json.object().put("balance", fleet.account().balance().microcents()));
    }

    private ObjectNode manifest() {
        ObjectNode manifest = Json.object().put("version", fleet.newestBinary());
        ObjectNode builds = manifest.putObject("builds");
        for (String platform : List.of("linux-amd64", "linux-arm64", "darwin-arm64", "windows-amd64")) {
            builds.putObject(platform).put("url", "/engine/" + platform).put("binaryName", "inference-engine").put("sha256", "0".repeat(64));
        }
        return manifest;
    }
}
