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
        boolean known = false;
        long sum = 0;
        for (GpuReading gpu : gpus) {
            known |= gpu.memoryUsed().isPresent();
            sum += gpu.memoryUsed().orElse(0);
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /** GPU memory in bytes, if any GPU reports it. */
    public OptionalLong vramTotal() {
        boolean known = false;
        long sum = 0;
        for (GpuReading gpu : gpus) {
            known |= gpu.memoryTotal().isPresent();
            sum += gpu.memoryTotal().orElse(0);
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
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

    /** The largest volume, where models are kept. */
    public Optional<Volume> mainVolume() {
        Volume largest = null;
        for (Volume volume : volumes) {
            largest = largest == null || volume.size() > largest.size() ? volume : largest;
        }
        return Optional.ofNullable(largest);
    }
}
