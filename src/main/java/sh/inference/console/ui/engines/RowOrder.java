package sh.inference.console.ui.engines;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import sh.inference.console.model.Engine;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.ui.common.EngineWords;

/** The orders of the grid's columns. An unknown value comes after every known one when ascending. */
final class RowOrder {
    /** By name, then id, so that every order is total and stays put. */
    static final Comparator<EngineEntry> NAME = Comparator.comparing((EngineEntry entry) -> entry.engine().name(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(entry -> entry.engine().id());
    static final Comparator<EngineEntry> STATUS = Comparator.comparing((EngineEntry entry) -> entry.engine().status().value())
            .thenComparing(entry -> entry.engine().status().raw());
    static final Comparator<EngineEntry> KIND = Comparator.comparing(entry -> entry.engine().kind());
    static final Comparator<EngineEntry> WORKERS = by(engine -> engine.workers().isPresent() ? engine.count(WorkerStatus.BUSY) : Double.MAX_VALUE)
            .thenComparing(by(engine -> engine.workerList().size()));
    static final Comparator<EngineEntry> VRAM = by(engine -> engine.system().filter(system -> system.vramUsed().isPresent())
            .map(system -> (double) system.vramUsed().getAsLong()).orElse(Double.MAX_VALUE));
    static final Comparator<EngineEntry> TEMPERATURE = by(engine -> engine.system().filter(system -> system.temperature().isPresent())
            .map(system -> (double) system.temperature().getAsInt()).orElse(Double.MAX_VALUE));
    static final Comparator<EngineEntry> VERSION = Comparator.comparing((EngineEntry entry) -> entry.engine().version(), Versions::compare);
    static final Comparator<EngineEntry> ENDS = by(engine -> engine.endsAt().map(end -> (double) end.toEpochMilli())
            .orElse(engine.instance().isPresent() ? Double.MAX_VALUE / 2 : Double.MAX_VALUE));
    static final Comparator<EngineEntry> PRICE = by(engine -> engine.hourlyPrice().map(price -> (double) price.microcents()).orElse(Double.MAX_VALUE));
    /** Longest silence last. */
    static final Comparator<EngineEntry> SEEN = Comparator.comparing((EngineEntry entry) -> EngineWords.isAway(entry.engine())
            ? entry.engine().updatedAt().orElse(entry.seenAt()) : entry.seenAt()).reversed();

    private RowOrder() {
    }

    /** By words, as the column shows them. */
    static Comparator<EngineEntry> words(Function<Engine, String> word) {
        return Comparator.comparing(entry -> word.apply(entry.engine()), String.CASE_INSENSITIVE_ORDER);
    }

    private static Comparator<EngineEntry> by(ToDoubleFunction<Engine> figure) {
        return Comparator.comparingDouble(entry -> figure.applyAsDouble(entry.engine()));
    }
}
