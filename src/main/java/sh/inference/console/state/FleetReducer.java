package sh.inference.console.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Worker;

/** How news change what is known of an engine: the merge rule of contract 8.5. Pure. */
public final class FleetReducer {
    private FleetReducer() {
    }

    /**
     * @param known what is known; empty for an engine not seen before
     * @return the entry after the news; the known entry itself when the news are older than it; empty when a part
     *         arrives of an engine that is not known, which must be read first, or when the engine is gone
     */
    public static Optional<EngineEntry> apply(Optional<EngineEntry> known, EngineChange change, Feed feed, Instant now) {
        if (known.isEmpty()) {
            return change.isWhole() && change.values().deletedAt().isEmpty()
                    ? Optional.of(entry(change.values(), feed, now, now, Map.of()))
                    : Optional.empty();
        }
        EngineEntry before = known.get();
        if (isOlder(change, before.engine())) {
            return known;
        }
        Engine merged = merge(before.engine(), change);
        if (merged.deletedAt().isPresent()) {
            return Optional.empty();
        }
        Instant statusAt = merged.status().equals(before.engine().status()) ? before.statusAt() : now;
        return Optional.of(entry(merged, feed, now, statusAt, before.tasksSince()));
    }

    private static boolean isOlder(EngineChange change, Engine known) {
        return change.updatedAt().isPresent() && known.updatedAt().isPresent() && change.updatedAt().get().isBefore(known.updatedAt().get());
    }

    private static EngineEntry entry(Engine engine, Feed feed, Instant now, Instant statusAt, Map<String, Instant> tasksBefore) {
        Map<String, Instant> tasks = new HashMap<>();
        for (Worker worker : engine.workerList()) {
            worker.taskId().ifPresent(task -> tasks.put(task, tasksBefore.getOrDefault(task, now)));
        }
        return new EngineEntry(engine, feed, now, statusAt, tasks);
    }

    private static Engine merge(Engine old, EngineChange change) {
        if (change.isWhole()) {
            return change.values();
        }
        Engine news = change.values();
        Set<EngineField> fields = change.fields();
        return new Engine(old.id(), old.shortId(),
                fields.contains(EngineField.NAME) ? news.name() : old.name(),
                fields.contains(EngineField.STATUS) ? news.status() : old.status(),
                fields.contains(EngineField.ENGINE_VERSION) ? news.version() : old.version(),
                fields.contains(EngineField.SYSTEM_INFO) ? news.system() : old.system(),
                fields.contains(EngineField.INSTANCE) ? news.instance() : old.instance(),
                fields.contains(EngineField.WORKERS) ? news.workers() : old.workers(),
                fields.contains(EngineField.VISIBILITY) ? news.visibility() : old.visibility(),
                fields.contains(EngineField.CREATED_AT) ? news.createdAt() : old.createdAt(),
                change.updatedAt().or(old::updatedAt),
                fields.contains(EngineField.DELETED_AT) ? news.deletedAt() : old.deletedAt());
    }
}
