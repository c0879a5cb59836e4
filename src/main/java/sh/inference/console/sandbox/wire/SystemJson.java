package sh.inference.console.sandbox.wire;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Figures;
import sh.inference.console.sandbox.fleet.Host;

/** What a host reports of itself (contract 5.4). */
final class SystemJson {
    private static final double PERCENT = 100.0;

    private SystemJson() {
    }

    static void write(EngineRecord engine, JsonWriter out) {
        Host host = engine.host();
        Figures figures = engine.figures();
        out.object().put("hostname", host.name()).put("engine_version", engine.version())
                .put("ipv4", engine.instance().map(instance -> instance.offer().ip()).orElse("198.51.100.10")).put("ipv6", "")
                .put("mac_address", "02:00:5e:10:00:01").put("os", host.os().equals("macOS") ? "darwin" : "linux");
        out.object("docker").put("binary_path", "/usr/bin/docker").put("installed", true).put("socket_path", "/var/run/docker.sock")
                .put("socket_available", true).put("running", true).put("version", "27.3.1").endObject();
        out.object("wsl2").put("installed", false).put("enabled", false).put("version", "").endObject();
        out.array("cpus").object().put("name", host.cpu()).put("vendor_id", "AuthenticAMD").put("family", "25").put("model", "17")
                .put("cores", host.cores()).put("frequency", "3250").put("usage", rounded(figures.cpu() * host.cores()))
                .put("normalized_usage", rounded(figures.cpu())).endObject().endArray();
        ram(host, figures, out);
        long used = host.disk() - figures.diskFree();
        out.array("volumes").object().put("name", "/").put("size", host.disk()).put("used", used).put("free", figures.diskFree())
                .put("usage", rounded(PERCENT * used / host.disk())).endObject().endArray();
        gpus(host, figures, out);
        out.object("hf_cache").put("cache_dir", "/var/cache/huggingface").put("size_on_disk", used / 3).array("repos").endArray().array("warnings").endArray()
                .endObject().endObject();
    }

    private static void ram(Host host, Figures figures, JsonWriter out) {
        long free = host.ram() - figures.ramUsed();
        out.object("ram").put("total", host.ram()).put("available", free).put("used", figures.ramUsed()).put("free", free)
                .put("usage", rounded(PERCENT * figures.ramUsed() / host.ram())).put("total_physical", host.ram()).put("total_usable", host.ram())
                .put("bootloader_usage", 0).put("swap_total", 0).put("swap_used", 0).put("swap_free", 0).put("swap_usage", 0).endObject();
    }

    private static void gpus(Host host, Figures figures, JsonWriter out) {
        out.array("gpus");
        for (int gpu = 0; host.hasGpuReadings() && gpu < host.gpus(); gpu++) {
            out.object().put("id", "GPU-" + gpu).put("name", host.gpuName()).put("index", gpu).put("cuda_version", host.cuda())
                    .put("driver_version", host.driver()).put("memory_used", figures.usedBytes(gpu)).put("memory_total", host.vram())
                    .put("temperature", figures.temperature(gpu)).endObject();
        }
        out.endArray();
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
