package sh.inference.console.state;

import java.util.Collection;
import java.util.Optional;

import sh.inference.console.model.GpuReading;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Money;
import sh.inference.console.model.SystemInfo;

/**
 * The fleet in a few figures. A pure function of its engines.
 *
 * @param hourly    what the instances that bill cost an hour, an estimate from their prices
 * @param unpriced  engines that bill without a price the console knows, or may bill because they cannot be read, so that {@code hourly} is too low
 * @param vramUsed  bytes of GPU memory in use, of the engines that report it
 * @param vramTotal bytes of GPU memory, of the engines that report how much of it is used; zero when none does
 */
public record FleetSummary(Money hourly, int unpriced, long vramUsed, long vramTotal) {
    public static FleetSummary of(Collection<EngineEntry> entries) {
        Money hourly = Money.ZERO;
        int unpriced = 0;
        long used = 0;
        long total = 0;
        for (EngineEntry entry : entries) {
            Optional<Instance> instance = entry.engine().instance();
            unpriced += entry.engine().isReadable() ? 0 : 1;
            if (instance.isPresent() && instance.get().bills()) {
                Optional<Money> price = instance.get().hourlyPrice();
                hourly = price.isPresent() ? hourly.plus(price.get()) : hourly;
                unpriced += price.isPresent() ? 0 : 1;
            }
            Optional<SystemInfo> system = entry.engine().system();
            if (system.isPresent()) {
                for (GpuReading gpu : system.get().gpus()) {
                    if (gpu.memoryUsed().isPresent() && gpu.memoryTotal().isPresent()) {
                        used += gpu.memoryUsed().getAsLong();
                        total += gpu.memoryTotal().getAsLong();
                    }
                }
            }
        }
        return new FleetSummary(hourly, unpriced, used, total);
    }
}
