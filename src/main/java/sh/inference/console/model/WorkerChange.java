package sh.inference.console.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * News of one worker from the workspace stream (contract 8.4). Members outside {@code fields} have no meaning in
 * {@code values} and must not be read.
 *
 * @param engineId  the worker's engine; empty when the news do not say, then the worker's own id finds it
 * @param workerId  the worker
 * @param updatedAt when the service changed it; empty means "now"
 * @param fields    what to take over
 * @param gone      the worker was removed
 */
public record WorkerChange(String engineId, String workerId, Optional<Instant> updatedAt, Set<WorkerField> fields, Worker values, boolean gone) {
    public WorkerChange {
        fields = Set.copyOf(fields);
    }

    /** The workers after these news, sorted by index. A worker not among them is added if the news tell enough to show it. */
    public List<Worker> applyTo(List<Worker> workers) {
        List<Worker> after = new ArrayList<>(workers.size() + 1);
        boolean known = false;
        for (Worker worker : workers) {
            if (!worker.id().equals(workerId)) {
                after.add(worker);
            } else if (!gone) {
                after.add(merge(worker));
                known = true;
            }
        }
        if (!known && !gone && fields.contains(WorkerField.STATUS) && fields.contains(WorkerField.INDEX)) {
            after.add(values);
        }
        after.sort(Comparator.comparingInt(Worker::index));
        return List.copyOf(after);
    }

    private Worker merge(Worker old) {
        return new Worker(old.id(),
                fields.contains(WorkerField.INDEX) ? values.index() : old.index(),
                fields.contains(WorkerField.STATUS) ? values.status() : old.status(),
                fields.contains(WorkerField.TASK) ? values.taskId() : old.taskId(),
                fields.contains(WorkerField.APP) ? values.appId() : old.appId(),
                fields.contains(WorkerField.APP_VERSION) ? values.appVersionId() : old.appVersionId(),
                fields.contains(WorkerField.GPUS) ? values.gpus() : old.gpus(),
                fields.contains(WorkerField.RAM) ? values.ramTotal() : old.ramTotal(),
                fields.contains(WorkerField.WARM_APPS) ? values.warmApps() : old.warmApps(),
                // News without a time keep the last known one, or the next stale frame would pass for new.
                updatedAt.or(old::updatedAt));
    }
}
