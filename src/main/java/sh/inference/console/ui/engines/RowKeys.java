package sh.inference.console.ui.engines;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Instance;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Volume;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.text.Formats;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Versions;

/** What each column sorts by. */
final class RowKeys {
    private final Map<String, RowKey> byColumn = new LinkedHashMap<>();

    RowKeys(EngineWords words) {
        byColumn.put("status", new RowKey.Figure(entry -> entry.engine().status().value().ordinal()));
        byColumn.put("name", new RowKey.Words(entry -> entry.engine().name()));
        byColumn.put("gpu", words(entry -> words.gpu(entry.engine())));
        byColumn.put("kind", new RowKey.Figure(entry -> entry.engine().kind().ordinal()));
        byColumn.put("workers", new RowKey.Figure(entry -> busy(entry.engine())));
        byColumn.put("vram", new RowKey.Figure(entry -> entry.engine().system().map(system -> number(system.vramUsed())).orElse(Double.NaN)));
        byColumn.put("disk", new RowKey.Figure(entry -> entry.engine().system().flatMap(SystemInfo::mainVolume).map(Volume::free)
                .map(Long::doubleValue).orElse(Double.NaN)));
        byColumn.put("temperature", new RowKey.Figure(entry -> entry.engine().system().map(system -> number(system.temperature())).orElse(Double.NaN)));
        byColumn.put("version", new RowKey.Words(entry -> entry.engine().version(), Versions::compare));
        byColumn.put("apps", words(entry -> String.join(", ", words.loadedApps(entry.engine()))));
        byColumn.put("where", words(entry -> words.where(entry.engine())));
        byColumn.put("ends", new RowKey.Figure(entry -> ends(entry.engine())));
        byColumn.put("price", new RowKey.Figure(entry -> entry.engine().instance().filter(Instance::bills).flatMap(Instance::hourlyPrice)
                .map(price -> (double) price.microcents()).orElse(Double.NaN)));
        byColumn.put("feed", new RowKey.Figure(entry -> entry.feed().ordinal()));
        // The longest silence last.
        byColumn.put("seen", new RowKey.Figure(entry -> -EngineWords.seenAt(entry).toEpochMilli()));
    }

    /** The key of a column; a column that is not known sorts by name. */
    RowKey of(String column) {
        return byColumn.getOrDefault(column, byColumn.get("name"));
    }

    private static RowKey words(Function<EngineEntry, String> of) {
        return new RowKey.Words(entry -> {
            String word = of.apply(entry);
            return word.equals(Formats.UNKNOWN) ? "" : word;
        });
    }

    private static double busy(Engine engine) {
        return engine.workers().isPresent() ? engine.count(WorkerStatus.BUSY) * 1000.0 + engine.workerList().size() : Double.NaN;
    }

    private static double ends(Engine engine) {
        return engine.endsAt().map(end -> (double) end.toEpochMilli()).orElse(engine.instance().isPresent() ? Double.MAX_VALUE : Double.NaN);
    }

    private static double number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : Double.NaN;
    }

    private static double number(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : Double.NaN;
    }
}
