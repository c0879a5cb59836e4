package sh.inference.console.sandbox.wire;

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
import sh.inference.console.sandbox.fleet.Teams;

/** What there is to rent, and the newest engine (contract 6.3, 9.4). */
public final class AccountJson {
    private AccountJson() {
    }

    /** What the clouds of the fleet rent out, each type once. */
    public static ArrayNode instanceTypes(Collection<EngineRecord> engines) {
        Map<String, ObjectNode> types = new LinkedHashMap<>();
        for (EngineRecord engine : engines) {
            Offer offer = engine.instance().orElseThrow().offer();
            types.putIfAbsent(offer.cloud() + "." + offer.type(), type(offer, engine.host()));
        }
        ArrayNode list = Json.array();
        types.values().forEach(list::add);
        return list;
    }

    private static ObjectNode type(Offer offer, Host host) {
        String id = offer.cloud() + "." + offer.type();
        ObjectNode node = Json.object().put("id", id).put("short_id", Ids.shorten(id)).put("created_at", Json.time(Teams.OWN.createdAt()))
                .put("updated_at", Json.time(Teams.OWN.createdAt())).putNull("deleted_at").put("user_id", "").putNull("user").put("team_id", "").putNull("team")
                .put("visibility", "public").put("cloud", offer.cloud()).put("cloud_logo_url", "").put("region", offer.region())
                .put("shade_instance_type", offer.type()).put("cloud_instance_type", offer.cloudType()).put("deployment_type", "vm")
                .put("hourly_price", offer.cents());
        node.putObject("configuration").put("gpu_type", host.gpuName()).put("gpu_manufacturer", host.gpuType()).put("interconnect", "pcie")
                .put("memory_in_gb", host.ram() / Host.GIB).put("num_gpus", host.gpus()).put("nvlink", false).put("storage_in_gb", host.disk() / Host.GB)
                .put("vcpus", host.cores()).put("vram_per_gpu_in_gb", host.vram() / Host.GIB).putArray("os_options").add("ubuntu22.04");
        node.putArray("availability").addObject().put("available", true).put("region", offer.region());
        node.putObject("boot_time").put("average_seconds", 95).put("updated_at", Json.time(Teams.OWN.createdAt())).put("sample_size", 40);
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
