package sh.inference.console.sandbox.wire;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Host;
import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.InstanceRecord.Offer;

/** Who one is, which scopes there are, what there is to rent, the newest engine (contract 6.3, 9). */
public final class AccountJson {
    private static final Instant FOUNDED = Instant.parse("2025-01-07T09:00:00Z");
    private static final List<String> RESOURCES = List.of("apps", "engines", "teams", "billing", "agents", "flows", "apikeys", "secrets");

    private AccountJson() {
    }

    public static void me(JsonWriter out) {
        BaseJson.base(out.object().object("user"), BaseJson.USER, FOUNDED, FOUNDED, null).put("default_team_id", BaseJson.TEAM).put("role", "user")
                .put("email", "operator@lumen.example").put("name", "operator").put("full_name", "Sandbox Operator").put("avatar_url", "")
                .put("totp_enabled", false).object("metadata").endObject().endObject();
        BaseJson.base(out.object("team"), BaseJson.TEAM, FOUNDED, FOUNDED, null).put("type", "team").put("name", "lumen").put("username", "lumen")
                .put("avatar_url", "").put("email", "").put("setup_completed", true).put("max_concurrency", 100).put("status", "active")
                .put("role", "owner").endObject().endObject();
    }

    public static ObjectNode scopes() {
        ObjectNode node = Json.object();
        ArrayNode scopes = node.putArray("scopes");
        ArrayNode groups = node.putArray("groups");
        for (String resource : RESOURCES) {
            groups.addObject().put("id", resource).put("label", resource).put("description", "Everything about " + resource);
            for (String action : List.of("read", "write")) {
                scopes.addObject().put("value", resource + ":" + action).put("label", action + " " + resource).put("description", "").put("group", resource);
            }
        }
        node.putArray("presets");
        return node;
    }

    /** What the clouds of the fleet rent out, each type once. */
    public static ArrayNode instanceTypes(Collection<EngineRecord> engines, String cloud, String region) {
        Map<String, ObjectNode> types = new LinkedHashMap<>();
        for (EngineRecord engine : engines) {
            Offer offer = engine.instance().orElseThrow().offer();
            if ((cloud.isEmpty() || offer.cloud().equals(cloud)) && (region.isEmpty() || offer.region().equals(region))) {
                types.putIfAbsent(offer.cloud() + "." + offer.type(), type(offer, engine.host()));
            }
        }
        ArrayNode list = Json.array();
        types.values().forEach(list::add);
        return list;
    }

    private static ObjectNode type(Offer offer, Host host) {
        ObjectNode node = Json.object().put("id", offer.cloud() + "." + offer.type()).put("cloud", offer.cloud()).put("region", offer.region())
                .put("shade_instance_type", offer.type()).put("cloud_instance_type", offer.cloudType()).put("deployment_type", "vm")
                .put("hourly_price", offer.cents());
        node.putObject("configuration").put("gpu_type", host.gpuName()).put("gpu_manufacturer", host.gpuType()).put("interconnect", "pcie")
                .put("memory_in_gb", host.ram() / Host.GIB).put("num_gpus", host.gpus()).put("nvlink", false).put("storage_in_gb", host.disk() / Host.GB)
                .put("vcpus", host.cores()).put("vram_per_gpu_in_gb", host.vram() / Host.GIB).putArray("os_options").add("ubuntu22.04");
        node.putArray("availability").addObject().put("available", true).put("region", offer.region());
        return node;
    }

    public static ObjectNode manifest(String version, String url) {
        ObjectNode node = Json.object().put("version", version).put("releaseDate", "2026-10-06T00:00:00Z");
        ObjectNode builds = node.putObject("builds");
        for (String build : List.of("linux-amd64", "linux-arm64", "darwin-arm64")) {
            builds.putObject(build).put("url", url + "/engine/" + version + "/" + build).put("binaryName", "inference-engine")
                    .put("sha256", Ids.complete(build.substring(0, 5)) + Ids.complete(build.substring(2, 7)));
        }
        return node;
    }
}
