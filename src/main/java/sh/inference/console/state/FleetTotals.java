package sh.inference.console.state;

import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.GpuReading;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Money;
import sh.inference.console.model.SystemInfo;

/** Adds the fleet up as it changes, so that nobody need look at all of it. */
final class FleetTotals {
    private long hourly;
    private int unpriced;
    private long vramUsed;
    private long vramTotal;

    /** An engine changed; empty before it is known and after it is gone. */
    void change(Optional<Engine> before, Optional<Engine> after) {
        before.ifPresent(engine -> count(engine, after, -1));
        after.ifPresent(engine -> count(engine, before, 1));
    }

    FleetSummary summary() {
        return new FleetSummary(new Money(hourly), unpriced, vramUsed, vramTotal);
    }

    /** Counts in or, with {@code -1}, out, what is not the same in the other picture of the engine. */
    private void count(Engine engine, Optional<Engine> other, int by) {
        if (other.isEmpty() || other.get().instance() != engine.instance()) {
            engine.instance().filter(Instance::bills).ifPresent(instance -> bill(instance, by));
        }
        if (other.isEmpty() || other.get().system() != engine.system()) {
            engine.system().ifPresent(system -> memory(system, by));
        }
        unpriced += engine.isReadable() ? 0 : by;
    }

    private void bill(Instance instance, int by) {
        Optional<Money> price = instance.hourlyPrice();
        hourly += by * price.map(Money::microcents).orElse(0L);
        unpriced += price.isPresent() ? 0 : by;
    }

    private void memory(SystemInfo system, int by) {
        for (GpuReading gpu : system.gpus()) {
            if (gpu.memoryUsed().isPresent() && gpu.memoryTotal().isPresent()) {
                vramUsed += by * gpu.memoryUsed().getAsLong();
                vramTotal += by * gpu.memoryTotal().getAsLong();
            }
        }
    }
}
