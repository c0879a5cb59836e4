package sh.inference.console.ui.common;

import java.util.HashMap;
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
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Worker;

/**
 * The GPUs of an engine in as few characters as tell them apart: {@code 4x L40S}. A fleet has few kinds of them, so each name
 * is shortened once. Confined to the FX thread.
 */
final class GpuNames {
    // Makers, product lines, form factors and memory sizes: the same for a whole rack, and long.
    private static final Pattern NOISE = Pattern.compile("(?i)\\b(nvidia|amd|apple|intel|geforce|tesla|instinct|corporation|pcie|sxm\\d?|hbm\\de?|nvl|\\d+\\s?gb)\\b");
    private static final Pattern RTX_PROFESSIONAL = Pattern.compile("(?i)^rtx (?=a\\d)");

    private static final int MOST = 1000;
    private final Map<String, String> shortened = new HashMap<>();
    private final String none;

    /** @param none the word for a host that has no GPU */
    GpuNames(String none) {
        this.none = none;
    }

    /** Empty when nothing is known of the hardware; the word for none when the host reports that it has none. */
    Optional<String> of(Engine engine) {
        List<GpuReading> reported = engine.system().map(SystemInfo::gpus).orElse(List.of());
        if (!reported.isEmpty()) {
            return Optional.of(areAlike(reported) ? counted(reported.size(), shortName(reported.getFirst().name()))
                    : grouped(reported.stream().map(GpuReading::name).toList()));
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
    String type(Engine engine) {
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

    private String shortName(String name) {
        String known = shortened.get(name);
        if (known == null) {
            if (shortened.size() >= MOST) {
                shortened.clear();
            }
            known = shorten(name);
            shortened.put(name, known);
        }
        return known;
    }

    static String shorten(String name) {
        String bare = NOISE.matcher(name).replaceAll(" ").replaceAll("\\s+", " ").strip();
        bare = RTX_PROFESSIONAL.matcher(bare).replaceFirst("");
        return bare.isEmpty() ? name : bare;
    }

    private static boolean areAlike(List<GpuReading> gpus) {
        String first = gpus.getFirst().name();
        for (GpuReading gpu : gpus) {
            if (!gpu.name().equals(first)) {
                return false;
            }
        }
        return true;
    }

    private String grouped(List<String> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.forEach(name -> counts.merge(shortName(name), 1, Integer::sum));
        return counts.entrySet().stream().map(entry -> counted(entry.getValue(), entry.getKey())).collect(Collectors.joining(", "));
    }

    private static String counted(int n, String name) {
        return n == 1 ? name : n + "× " + name;
    }
}
