package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes tasks in and cancels them. */
public final class TaskDesk {
    private static final Duration NOBODY_FITS_AFTER = Duration.ofMinutes(10);
    private static final Duration EXPIRES_AFTER = Duration.ofHours(24);
    private final Timeline timeline;
    private final Engines engines;
    private final Tasks tasks;
    private final Workload workload;
    private final Ids ids;

    TaskDesk(Timeline timeline, Engines engines, Tasks tasks, Workload workload, Ids ids) {
        this.timeline = timeline;
        this.engines = engines;
        this.tasks = tasks;
        this.workload = workload;
        this.ids = ids;
    }

    /**
     * Runs a version now if a fitting worker is free, else when one is.
     *
     * @throws Refusal with {@code engine_draining} when it may run only on engines that take no new tasks
     */
    public TaskRecord run(TaskOrder order, VersionRecord version) {
        List<EngineRecord> homes = homes(order);
        if (homes.isEmpty() && !order.workers().isEmpty()) {
            throw Refusal.notFound("worker", order.workers().getFirst());
        }
        if (!homes.isEmpty() && homes.stream().allMatch(engine -> engine.is("draining") || engine.is("stopping"))) {
            throw new Refusal("engine_draining", "engine " + homes.getFirst().name() + " takes no new tasks: engine_draining");
        }
        tasks.requireRoom(order.bytes());
        TaskRecord task = new TaskRecord(ids.next(), order, timeline.now());
        if (order.runAt() != null && order.runAt().isAfter(timeline.now())) {
            tasks.hold(task);
            timeline.at(order.runAt(), now -> {
                if (!task.isOver()) {
                    dispatch(task, version);
                }
            });
        } else {
            dispatch(task, version);
        }
        return task;
    }

    private void dispatch(TaskRecord task, VersionRecord version) {
        List<String> pinned = task.order().workers();
        for (EngineRecord engine : pinned.isEmpty() ? engines.list() : homes(task.order())) {
            Optional<WorkerRecord> free = engine.is("running") && version.fits(engine.host()) ? free(engine, pinned) : Optional.empty();
            if (free.isPresent()) {
                tasks.add(task);
                workload.assign(engine, free.get(), task, timeline.now());
                return;
            }
        }
        tasks.wait(task);
        timeline.in(NOBODY_FITS_AFTER, now -> {
            if (task.status() == TaskRecord.QUEUED && engines.list().stream().noneMatch(engine -> engine.is("running") && version.fits(engine.host()))) {
                workload.giveUp(task, "no active workers with matching resources", now);
            }
        });
        timeline.in(EXPIRES_AFTER, now -> {
            if (task.status() == TaskRecord.QUEUED) {
                workload.giveUp(task, "task expired while waiting for available capacity, please retry", now);
            }
        });
    }

    private List<EngineRecord> homes(TaskOrder order) {
        return order.workers().isEmpty() ? List.of()
                : engines.list().stream().filter(engine -> engine.workers().stream().anyMatch(worker -> order.workers().contains(worker.id()))).toList();
    }

    public void cancel(TaskRecord task) {
        if (!task.isOver()) {
            workload.cancel(task, engines.find(task.engineId()).orElse(null), timeline.now());
        }
    }

    /** Forgets a task that is over. */
    public void delete(TaskRecord task) {
        if (!task.isOver()) {
            throw new Refusal("conflict", "the task is not over: cancel it first");
        }
        tasks.remove(task);
    }

    private static Optional<WorkerRecord> free(EngineRecord engine, List<String> pinned) {
        return engine.workers().stream().filter(worker -> worker.state() == WorkerState.IDLE && (pinned.isEmpty() || pinned.contains(worker.id()))).findFirst();
    }
}
