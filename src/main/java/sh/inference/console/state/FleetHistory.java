package sh.inference.console.state;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Future;

import sh.inference.console.model.Engine;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.WorkerStatus;

/**
 * What this console saw of each engine in the last hour, for small charts. Only what was fresh is sampled, so a time
 * without a line is a gap. Confined to the FX thread.
 */
public final class FleetHistory implements AutoCloseable {
    /** The time one sample stands for. */
    public static final Duration SLOT = Duration.ofSeconds(20);

    /** The figures that are kept. */
    public enum Figure {
        /** Workers that are busy. */
        BUSY,
        /** GPU memory in use, as a share from 0 to 1. */
        VRAM,
        /** The hottest GPU in degrees Celsius. */
        TEMPERATURE;

        OptionalDouble of(Engine engine) {
            return switch (this) {
                case BUSY -> engine.workers().isPresent() ? OptionalDouble.of(engine.count(WorkerStatus.BUSY)) : OptionalDouble.empty();
                case VRAM -> engine.system().map(Figure::share).orElse(OptionalDouble.empty());
                case TEMPERATURE -> engine.system().filter(system -> system.temperature().isPresent())
                        .map(system -> OptionalDouble.of(system.temperature().getAsInt())).orElse(OptionalDouble.empty());
            };
        }

        private static OptionalDouble share(SystemInfo system) {
            return system.vramUsed().isPresent() && system.vramTotal().orElse(0) > 0
                    ? OptionalDouble.of((double) system.vramUsed().getAsLong() / system.vramTotal().getAsLong())
                    : OptionalDouble.empty();
        }
    }

    private final FleetStore store;
    private final FeedRuntime runtime;
    private final Map<String, Map<Figure, HistoryRing>> rings = new HashMap<>();
    private Optional<Future<?>> timer = Optional.empty();

    public FleetHistory(FleetStore store, FeedRuntime runtime) {
        this.store = store;
        this.runtime = runtime;
    }

    public void start() {
        timer = Optional.of(runtime.every(SLOT, this::sample));
    }

    @Override
    public void close() {
        timer.ifPresent(running -> running.cancel(false));
    }

    /** The last hour of a figure, oldest first, {@code NaN} for a gap; one value for each {@link #SLOT}. */
    public float[] of(String engineId, Figure figure) {
        HistoryRing ring = rings.getOrDefault(engineId, Map.of()).get(figure);
        return (ring == null ? new HistoryRing() : ring).upTo(slot());
    }

    private void sample() {
        long slot = slot();
        rings.keySet().retainAll(store.entries().keySet());
        store.entries().forEach((id, entry) -> {
            if (store.connection().vouchesFor(entry)) {
                for (Figure figure : Figure.values()) {
                    figure.of(entry.engine()).ifPresent(value -> ring(id, figure).put(slot, (float) value));
                }
            }
        });
    }

    private HistoryRing ring(String id, Figure figure) {
        return rings.computeIfAbsent(id, any -> new EnumMap<>(Figure.class)).computeIfAbsent(figure, any -> new HistoryRing());
    }

    private long slot() {
        return runtime.now().getEpochSecond() / SLOT.toSeconds();
    }
}
