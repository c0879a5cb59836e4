package sh.inference.console.ui.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Gpu;
import sh.inference.console.model.GpuReading;
import sh.inference.console.model.Hardware;
import sh.inference.console.model.Worker;

/** The GPUs of an engine in as few characters as tell them apart: {@code 4x L40S}. */
public final class GpuNames {
    // Makers, product lines, form factors and memory sizes: the same for a whole rack, and long.
    private static final Pattern NOISE = Pattern.compile("(?i)\\b(nvidia|amd|apple|intel|geforce|tesla|instinct|corporation|pcie|sxm\\d?|hbm\\de?|nvl|\\d+\\s?gb)\\b");
    private static final Pattern RTX_PROFESSIONAL = Pattern.compile("(?i)^rtx (?=a\\d)");

    private GpuNames() {
    }

    /** Empty when nothing is known of the hardware; the word for none when the host reports that it has none. */
    public static Optional<String> of(Engine engine, String none) {
        List<String> reported = engine.system().map(system -> system.gpus().stream().map(GpuReading::name).toList()).orElse(List.of());
        if (!reported.isEmpty()) {
            return Optional.of(grouped(reported));
        }
        List<String> owned = engine.workerList().stream().flatMap(worker -> worker.gpus().stream()).map(Gpu::name).filter(name -> !name.isBlank()).toList();
        if (!owned.isEmpty()) {
            return Optional.of(grouped(owned));
        }
        Optional<Hardware> bought = engine.instance().flatMap(instance -> instance.hardware()).filter(hardware -> hardware.gpus() > 0);
        if (bought.isPresent()) {
            return Optional.of(counted(bought.get().gpus(), shortName(bought.get().gpuType())));
        }
        return engine.system().map(system -> none);
    }

    /** The name of the first GPU; the word for none when the host reports that it has none; empty when nothing is known. */
    static String type(Engine engine, String none) {
        for (Worker worker : engine.workerList()) {
            for (Gpu gpu : worker.gpus()) {
                if (!gpu.name().isBlank()) {
                    return shortName(gpu.name());
                }
            }
        }
        if (engine.system().isPresent() && !engine.system().get().gpus().isEmpty()) {
            return shortName(engine.system().get().gpus().getFirst().name());
        }
        return engine.instance().flatMap(instance -> instance.hardware()).filter(hardware -> hardware.gpus() > 0)
                .map(hardware -> shortName(hardware.gpuType())).orElse(engine.system().isPresent() ? none : "");
    }

    static String shortName(String name) {
        String bare = NOISE.matcher(name).replaceAll(" ").replaceAll("\\s+", " ").strip();
        bare = RTX_PROFESSIONAL.matcher(bare).replaceFirst("");
        return bare.isEmpty() ? name : bare;
    }

    private static String grouped(List<String> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.forEach(name -> counts.merge(shortName(name), 1, Integer::sum));
        return counts.entrySet().stream().map(entry -> counted(entry.getValue(), entry.getKey())).collect(Collectors.joining(", "));
    }

    private static String counted(int n, String name) {
        return n == 1 ? name : n + "× " + name;
    }
}
