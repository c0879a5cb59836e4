package sh.inference.console.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerChange;

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
                    ? Optional.of(new EngineEntry(change.values(), feed, now, now, tasks(change.values().workerList(), Map.of(), now), change.updatedAt(), false))
                    : Optional.empty();
        }
        EngineEntry before = known.get();
        if (isOlder(change, before.engine())) {
            return known;
        }
        Engine merged = merge(before, change);
        if (merged.deletedAt().isPresent()) {
            return Optional.empty();
        }
        Instant statusAt = merged.status().equals(before.engine().status()) ? before.statusAt() : now;
        Optional<Instant> workersAt = change.fields().contains(EngineField.WORKERS) ? later(before.workersAt(), change.updatedAt()) : before.workersAt();
        return Optional.of(new EngineEntry(merged, feed, now, statusAt, tasks(merged.workerList(), before, now), workersAt, before.stale()));
    }

    /** News of one worker, which leave the engine's own time of change alone: the service counts it apart. */
    public static EngineEntry apply(EngineEntry known, WorkerChange change, Feed feed, Instant now) {
        Engine old = known.engine();
        Engine merged = old.with(old.system(), old.instance(), Optional.of(change.applyTo(old.workerList())));
        return new EngineEntry(merged, feed, now, known.statusAt(), tasks(merged.workerList(), known, now), later(known.workersAt(), change.updatedAt()), known.stale());
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.isPresent() && other.get().isAfter(one.get()) ? other : one;
    }

    /** Equal times are not older: the list read again must be able to repair what a lost frame left out. */
    private static boolean isOlder(EngineChange change, Engine known) {
        return change.updatedAt().isPresent() && known.updatedAt().isPresent() && change.updatedAt().get().isBefore(known.updatedAt().get());
    }

    private static Map<String, Instant> tasks(List<Worker> workers, EngineEntry before, Instant now) {
        return sameTasks(workers, before.engine().workerList()) ? before.tasksSince() : tasks(workers, before.tasksSince(), now);
    }

    private static Map<String, Instant> tasks(List<Worker> workers, Map<String, Instant> before, Instant now) {
        Map<String, Instant> tasks = new HashMap<>();
        for (Worker worker : workers) {
            worker.taskId().ifPresent(task -> tasks.put(task, before.getOrDefault(task, now)));
        }
        return tasks;
    }

    /** Whether every worker is at what it was, as they nearly always are. */
    private static boolean sameTasks(List<Worker> workers, List<Worker> before) {
        if (workers == before) {
            return true;
        }
        boolean same = workers.size() == before.size();
        for (int i = 0; same && i < workers.size(); i++) {
            same = workers.get(i) == before.get(i) || workers.get(i).taskId().equals(before.get(i).taskId());
        }
        return same;
    }

    /** The workers that the news name, each as it was last changed: the service counts a worker's changes apart from its engine's. */
    private static Optional<List<Worker>> newest(Optional<List<Worker>> known, Optional<List<Worker>> news) {
        if (known.isEmpty() || news.isEmpty() || known.get() == news.get()) {
            return news;
        }
        List<Worker> kept = null;
        for (int i = 0; i < news.get().size(); i++) {
            Worker worker = news.get().get(i);
            Worker before = same(known.get(), i, worker);
            if (before != null && before != worker && before.isNewerThan(worker)) {
                kept = kept == null ? new ArrayList<>(news.get()) : kept;
                kept.set(i, before);
            }
        }
        return kept == null ? news : Optional.of(kept);
    }

    /** The worker of the same id, nearly always at the same place as before, and nearly always the same object; null when there is none. */
    private static Worker same(List<Worker> workers, int likely, Worker wanted) {
        if (likely < workers.size() && (workers.get(likely) == wanted || workers.get(likely).id().equals(wanted.id()))) {
            return workers.get(likely);
        }
        for (Worker worker : workers) {
            if (worker.id().equals(wanted.id())) {
                return worker;
            }
        }
        return null;
    }

    private static Engine merge(EngineEntry before, EngineChange change) {
        Engine old = before.engine();
        Engine news = change.values();
        Set<EngineField> fields = change.fields();
        boolean whole = change.isWhole();
        return new Engine(old.id(), whole ? news.shortId() : old.shortId(),
                fields.contains(EngineField.NAME) ? news.name() : old.name(),
                fields.contains(EngineField.STATUS) ? news.status() : old.status(),
                fields.contains(EngineField.ENGINE_VERSION) ? news.version() : old.version(),
                fields.contains(EngineField.SYSTEM_INFO) ? news.system() : old.system(),
                fields.contains(EngineField.INSTANCE) ? news.instance() : old.instance(),
                fields.contains(EngineField.WORKERS) ? newest(old.workers(), news.workers()) : old.workers(),
                fields.contains(EngineField.VISIBILITY) ? news.visibility() : old.visibility(),
                fields.contains(EngineField.CREATED_AT) ? news.createdAt() : old.createdAt(),
                // News without a time keep the last known one, or the next stale frame would pass for new.
                change.updatedAt().or(old::updatedAt),
                fields.contains(EngineField.DELETED_AT) ? news.deletedAt() : old.deletedAt(),
                // A part does not make readable what could not be read as a whole.
                whole ? news.unreadable() : old.unreadable());
    }
}
