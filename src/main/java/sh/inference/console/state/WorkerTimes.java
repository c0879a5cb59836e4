package sh.inference.console.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.WorkerChange;

/** When workers were last changed, alone or with their engine, so that late news of a worker are recognised. */
final class WorkerTimes {
    private final Map<String, Instant> alone = new HashMap<>();
    private final Map<String, Instant> withEngine = new HashMap<>();

    /** News of an engine were taken over; its workers are as of then, if the news spoke of them. */
    void took(EngineChange change) {
        if (change.updatedAt().isPresent() && change.fields().contains(EngineField.WORKERS)) {
            withEngine.merge(change.id(), change.updatedAt().get(), (before, now) -> now.isAfter(before) ? now : before);
        }
    }

    /** Whether news of a worker are not older than what is known of it; if so they are what is known now. */
    boolean accept(String engineId, WorkerChange change) {
        Optional<Instant> at = change.updatedAt();
        if (at.isEmpty()) {
            return true;
        }
        if (at.get().isBefore(alone.getOrDefault(change.workerId(), Instant.MIN)) || at.get().isBefore(withEngine.getOrDefault(engineId, Instant.MIN))) {
            return false;
        }
        alone.put(change.workerId(), at.get());
        return true;
    }

    void forget(Engine engine) {
        withEngine.remove(engine.id());
        engine.workerList().forEach(worker -> alone.remove(worker.id()));
    }
}
