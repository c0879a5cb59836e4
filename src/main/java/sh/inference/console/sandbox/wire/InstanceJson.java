package sh.inference.console.sandbox.wire;

import java.math.RoundingMode;
import java.time.Instant;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Host;
import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.InstanceRecord;

/** The cloud machine under an engine (contract 7.1). */
final class InstanceJson {
    private static final int SSH = 22;

    private InstanceJson() {
    }

    static void write(InstanceRecord instance, EngineRecord engine, Instant now, JsonWriter out) {
        InstanceRecord.Offer offer = instance.offer();
        BaseJson.base(out.object(), instance.id(), instance.createdAt(), instance.updatedAt(), null);
        BaseJson.owner(out, "team").put("cloud", offer.cloud()).put("name", engine.name()).put("region", offer.region()).put("shade_cloud", true)
                .put("shade_instance_type", offer.type()).put("cloud_instance_type", offer.cloudType()).put("cloud_assigned_id", Ids.shorten(instance.id()))
                .put("ssh_user", "shadeform").put("ssh_port", SSH).putNull("ssh_key_id").put("ip", offer.ip()).put("os", "ubuntu22.04_cuda12.4_shade_os")
                .put("status", instance.status()).put("hourly_price", offer.cents())
                .put("cost_estimate", instance.costSoFar(now).dollars().setScale(2, RoundingMode.HALF_UP).toPlainString());
        out.object("auto_delete").put("date_threshold", Json.timeWithOffset(instance.threshold())).put("spend_threshold", instance.spendCap()).endObject();
        out.putNull("alert");
        hardware(engine.host(), out);
        out.putNull("launch_configuration").object("volume_mount").put("auto", true).endObject();
        // As with an engine's key: the service sends it, nobody may keep it.
        out.array("envs").object().put("name", "HF_TOKEN").put("value", "hf_instance_secret_" + Ids.shorten(instance.id())).endObject().endArray();
        out.putNull("template_id").array("volume_ids").endArray().array("tags").endArray().endObject();
    }

    private static void hardware(Host host, JsonWriter out) {
        out.object("configuration").put("gpu_type", host.gpuName()).put("interconnect", host.gpus() > 1 ? "pcie" : "").put("memory_in_gb", host.ram() / Host.GIB)
                .put("num_gpus", host.gpus()).put("os", "ubuntu22.04").put("storage_in_gb", host.disk() / Host.GB).put("vcpus", host.cores())
                .put("vram_per_gpu_in_gb", host.vram() / Host.GIB).endObject();
    }
}
