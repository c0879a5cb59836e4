package sh.inference.console.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerChange;

/** When workers were last changed by news of their own, so that late news of a worker are recognised. */
final class WorkerTimes {
    private final Map<String, Instant> alone = new HashMap<>();

    /** Whether news of a worker are not older than what is known of it; if so they are what is known now. */
    boolean accept(EngineEntry engine, WorkerChange change) {
        Optional<Instant> at = change.updatedAt();
        if (at.isEmpty()) {
            return true;
        }
        Instant known = engine.engine().worker(change.workerId()).flatMap(Worker::updatedAt).orElse(engine.engine().updatedAt().orElse(Instant.MIN));
        if (at.get().isBefore(alone.getOrDefault(change.workerId(), Instant.MIN)) || at.get().isBefore(known)) {
            return false;
        }
        alone.put(change.workerId(), at.get());
        return true;
    }

    void forget(Engine engine) {
        engine.workerList().forEach(worker -> alone.remove(worker.id()));
    }
}
