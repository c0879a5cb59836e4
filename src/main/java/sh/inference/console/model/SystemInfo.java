package sh.inference.console.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

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
        return sum(GpuReading::memoryUsed);
    }

    /** GPU memory in bytes, if any GPU reports it. */
    public OptionalLong vramTotal() {
        return sum(GpuReading::memoryTotal);
    }

    /** The hottest GPU in degrees Celsius. */
    public OptionalInt temperature() {
        OptionalInt hottest = OptionalInt.empty();
        for (GpuReading gpu : gpus) {
            if (gpu.temperature().isPresent() && (hottest.isEmpty() || gpu.temperature().getAsInt() > hottest.getAsInt())) {
                hottest = gpu.temperature();
            }
        }
        return hottest;
    }

    private OptionalLong sum(Function<GpuReading, OptionalLong> figure) {
        boolean known = false;
        long sum = 0;
        for (GpuReading gpu : gpus) {
            OptionalLong value = figure.apply(gpu);
            known |= value.isPresent();
            sum += value.orElse(0);
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /** The largest volume, where models are kept. */
    public Optional<Volume> mainVolume() {
        return volumes.stream().max((a, b) -> Long.compare(a.size(), b.size()));
    }
}
