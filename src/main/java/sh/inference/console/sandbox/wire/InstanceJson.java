package sh.inference.console.sandbox.wire;

import java.math.RoundingMode;
import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Host;
import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.InstanceRecord;

/** The cloud machine under an engine (contract 7.1). */
final class InstanceJson {
    private static final int SSH = 22;

    private InstanceJson() {
    }

    static ObjectNode whole(InstanceRecord instance, EngineRecord engine, Instant now) {
        ObjectNode node = BaseJson.base(instance.id(), instance.createdAt(), instance.updatedAt(), null);
        BaseJson.owner(node, "team");
        InstanceRecord.Offer offer = instance.offer();
        node.put("cloud", offer.cloud());
        node.put("name", engine.name());
        node.put("region", offer.region());
        node.put("shade_cloud", true);
        node.put("shade_instance_type", offer.type());
        node.put("cloud_instance_type", offer.cloudType());
        node.put("cloud_assigned_id", Ids.shorten(instance.id()));
        node.put("ssh_user", "shadeform");
        node.put("ssh_port", SSH);
        node.put("ip", offer.ip());
        node.put("os", "ubuntu22.04_cuda12.4_shade_os");
        node.put("status", instance.status());
        node.put("hourly_price", offer.cents());
        node.put("cost_estimate", instance.costSoFar(now).dollars().setScale(2, RoundingMode.HALF_UP).toPlainString());
        node.putObject("auto_delete").put("date_threshold", Json.timeWithOffset(instance.threshold())).put("spend_threshold", instance.spendCap());
        node.putNull("alert");
        node.set("configuration", hardware(engine.host()));
        // As with an engine's key: the service sends it, nobody may keep it.
        node.putArray("envs").addObject().put("name", "HF_TOKEN").put("value", "hf_instance_secret_" + Ids.shorten(instance.id()));
        return node;
    }

    private static ObjectNode hardware(Host host) {
        return Json.object().put("gpu_type", host.gpuName()).put("interconnect", host.gpus() > 1 ? "pcie" : "").put("memory_in_gb", host.ram() / Host.GIB)
                .put("num_gpus", host.gpus()).put("os", "ubuntu22.04").put("storage_in_gb", host.disk() / Host.GB).put("vcpus", host.cores())
                .put("vram_per_gpu_in_gb", host.vram() / Host.GIB);
    }
}
