package sh.inference.console.state;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;

import sh.inference.console.model.Engine;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.WorkerStatus;

/**
 * What this console saw of each engine in the last quarter of an hour, for small charts. Only what was fresh is sampled, so
 * a time without a line is a gap. Confined to the FX thread.
 */
public final class FleetHistory implements AutoCloseable {
    /** The time one sample stands for. */
    public static final Duration SLOT = Duration.ofSeconds(5);

    /** The figures that are kept. */
    public enum Figure {
        /** Workers that are busy. */
        BUSY(1),
        /** GPU memory in use, as a share from 0 to 1. */
        VRAM(10_000);

        private final float fineness;

        Figure(float fineness) {
            this.fineness = fineness;
        }

        /** {@code NaN} is not known. */
        private float of(Engine engine) {
            return switch (this) {
                case BUSY -> engine.workers().isPresent() ? engine.count(WorkerStatus.BUSY) : Float.NaN;
                case VRAM -> engine.system().map(Figure::share).orElse(Float.NaN);
            };
        }

        private static float share(SystemInfo system) {
            OptionalLong used = system.vramUsed();
            OptionalLong total = system.vramTotal();
            return used.isPresent() && total.orElse(0) > 0 ? (float) used.getAsLong() / total.getAsLong() : Float.NaN;
        }
    }

    private static final int SLICE = 500;
    /** So that 20,000 engines are done before their next turn. */
    private static final Duration BETWEEN_SLICES = Duration.ofMillis(100);
    private static final Figure[] FIGURES = Figure.values();
    private final FleetStore store;
    private final FeedRuntime runtime;
    private final Map<String, HistoryRing[]> rings = new HashMap<>();
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

    /** The last quarter of an hour of a figure, oldest first, {@code NaN} for a gap; one value for each {@link #SLOT}. */
    public float[] of(String engineId, Figure figure) {
        HistoryRing[] ofEngine = rings.get(engineId);
        return (ofEngine == null ? new HistoryRing(1) : ofEngine[figure.ordinal()]).upTo(slot());
    }

    private void sample() {
        // What an engine did before it was gone is worth as long a look as anything else here.
        rings.entrySet().removeIf(one -> !store.entries().containsKey(one.getKey()) && Arrays.stream(one.getValue()).allMatch(ring -> ring.isOver(slot())));
        sample(slot(), List.copyOf(store.entries().values()).iterator());
    }

    /** A large fleet is sampled as it was at one moment, but in slices, so that no picture waits for all of it. */
    private void sample(long slot, Iterator<EngineEntry> fleet) {
        if (!store.connection().freshness().isLive()) {
            return;
        }
        for (int i = 0; i < SLICE && fleet.hasNext(); i++) {
            EngineEntry entry = fleet.next();
            if (!entry.stale()) {
                sample(slot, entry.engine());
            }
        }
        if (fleet.hasNext()) {
            runtime.later(BETWEEN_SLICES, () -> sample(slot, fleet));
        }
    }

    private void sample(long slot, Engine engine) {
        HistoryRing[] ofEngine = rings.computeIfAbsent(engine.id(), any -> fresh());
        for (Figure figure : FIGURES) {
            float value = figure.of(engine);
            if (!Float.isNaN(value)) {
                ofEngine[figure.ordinal()].put(slot, value);
            }
        }
    }

    private static HistoryRing[] fresh() {
        HistoryRing[] fresh = new HistoryRing[FIGURES.length];
        for (Figure figure : FIGURES) {
            fresh[figure.ordinal()] = new HistoryRing(figure.fineness);
        }
        return fresh;
    }

    private long slot() {
        return runtime.now().getEpochSecond() / SLOT.toSeconds();
    }
}
