package sh.inference.console.sandbox.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Figures;
import sh.inference.console.sandbox.fleet.Host;

/** What a host reports of itself (contract 5.4). */
final class SystemJson {
    private static final double PERCENT = 100.0;

    private SystemJson() {
    }

    static ObjectNode whole(EngineRecord engine) {
        Host host = engine.host();
        Figures figures = engine.figures();
        ObjectNode node = Json.object();
        node.put("hostname", host.name());
        node.put("engine_version", engine.version());
        node.put("ipv4", engine.instance().map(instance -> instance.offer().ip()).orElse("198.51.100.10"));
        node.put("ipv6", "");
        node.put("mac_address", "02:00:5e:10:00:01");
        node.put("os", host.os().equals("macOS") ? "darwin" : "linux");
        node.putObject("docker").put("binary_path", "/usr/bin/docker").put("installed", true).put("socket_path", "/var/run/docker.sock")
                .put("socket_available", true).put("running", true).put("version", "27.3.1");
        node.putObject("wsl2").put("installed", false).put("enabled", false).put("version", "");
        node.putArray("cpus").addObject().put("name", host.cpu()).put("vendor_id", "AuthenticAMD").put("family", "25").put("model", "17")
                .put("cores", host.cores()).put("frequency", "3250").put("usage", rounded(figures.cpu() * host.cores()))
                .put("normalized_usage", rounded(figures.cpu()));
        node.set("ram", ram(host, figures));
        long used = host.disk() - figures.diskFree();
        node.putArray("volumes").addObject().put("name", "/").put("size", host.disk()).put("used", used).put("free", figures.diskFree())
                .put("usage", rounded(PERCENT * used / host.disk()));
        node.set("gpus", gpus(host, figures));
        node.putObject("hf_cache").put("cache_dir", "/var/cache/huggingface").put("size_on_disk", used / 3).putArray("repos");
        return node;
    }

    private static ObjectNode ram(Host host, Figures figures) {
        long free = host.ram() - figures.ramUsed();
        return Json.object().put("total", host.ram()).put("available", free).put("used", figures.ramUsed()).put("free", free)
                .put("usage", rounded(PERCENT * figures.ramUsed() / host.ram())).put("total_physical", host.ram()).put("total_usable", host.ram())
                .put("bootloader_usage", 0).put("swap_total", 0).put("swap_used", 0).put("swap_free", 0).put("swap_usage", 0);
    }

    private static ArrayNode gpus(Host host, Figures figures) {
        ArrayNode list = Json.array();
        for (int gpu = 0; host.hasGpuReadings() && gpu < host.gpus(); gpu++) {
            list.addObject().put("id", "GPU-" + gpu).put("name", host.gpuName()).put("index", gpu).put("cuda_version", host.cuda())
                    .put("driver_version", host.driver()).put("memory_used", figures.usedBytes(gpu)).put("memory_total", host.vram())
                    .put("temperature", figures.temperature(gpu));
        }
        return list;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
