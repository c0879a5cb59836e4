package sh.inference.console.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The host as the engine last reported it (contract 5.4). Absent before the engine registered.
 *
 * @param ramTotal     bytes
 * @param ramAvailable bytes
 */
public record SystemInfo(String hostname, String os, List<GpuReading> gpus, List<Volume> volumes, OptionalLong ramTotal, OptionalLong ramAvailable) {
    public SystemInfo {
        gpus = List.copyOf(gpus);
        volumes = List.copyOf(volumes);
    }

    /** GPU memory in use in bytes, if any GPU reports it. */
    public OptionalLong vramUsed() {
        return gpus.stream().anyMatch(gpu -> gpu.memoryUsed().isPresent())
                ? OptionalLong.of(gpus.stream().mapToLong(gpu -> gpu.memoryUsed().orElse(0)).sum())
                : OptionalLong.empty();
    }

    /** GPU memory in bytes, if any GPU reports it. */
    public OptionalLong vramTotal() {
        return gpus.stream().anyMatch(gpu -> gpu.memoryTotal().isPresent())
                ? OptionalLong.of(gpus.stream().mapToLong(gpu -> gpu.memoryTotal().orElse(0)).sum())
                : OptionalLong.empty();
    }

    /** The hottest GPU in degrees Celsius. */
    public OptionalInt temperature() {
        return gpus.stream().flatMapToInt(gpu -> gpu.temperature().stream()).max();
    }

    /** The largest volume, where models are kept. */
    public Optional<Volume> mainVolume() {
        return volumes.stream().max((a, b) -> Long.compare(a.size(), b.size()));
    }
}
