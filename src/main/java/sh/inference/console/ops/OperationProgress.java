package sh.inference.console.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Fleet;

/**
 * How far an operation on an engine has come. A pure function of its record and the fleet.
 *
 * @param workersLeft   workers that still serve
 * @param workersBefore workers that served when it was asked for
 * @param tasksLeft     tasks in flight
 * @param tasksBefore   tasks in flight when it was asked for
 * @param elapsed       since it was asked for, until its end
 * @param oldestTask    how long this console has seen the oldest task run
 * @param sinceStep     since the last step
 */
public record OperationProgress(int workersLeft, int workersBefore, int tasksLeft, int tasksBefore, Duration elapsed, Optional<Duration> oldestTask,
                                Duration sinceStep) {
    /** Empty for an operation on an app, and for an engine that is gone. */
    public static Optional<OperationProgress> of(OperationRecord record, Fleet fleet, Instant now) {
        return fleet.find(record.plan().target().id()).map(entry -> {
            Engine engine = entry.engine();
            Instant until = record.state().isEnded() ? record.last().at() : now;
            return new OperationProgress(serving(engine), record.asked().workers(), engine.workersWithTasks().size(), record.asked().tasks(),
                    PlanDraft.since(record.startedAt(), until), oldest(entry, now), PlanDraft.since(record.last().at(), now));
        });
    }

    /** How many workers of an engine serve. */
    public static int serving(Engine engine) {
        return engine.workerList().size() - engine.count(WorkerStatus.INACTIVE);
    }

    private static Optional<Duration> oldest(EngineEntry entry, Instant now) {
        return entry.tasksSince().values().stream().min(Comparator.naturalOrder()).map(since -> PlanDraft.since(since, now));
    }
}
