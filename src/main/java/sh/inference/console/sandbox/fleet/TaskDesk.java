package sh.inference.console.sandbox.fleet;

import java.util.List;
import java.util.Optional;

/** Takes tasks in and cancels them. */
public final class TaskDesk {
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
     * @param pinned worker ids; empty for any
     * @throws Refusal with {@code engine_draining} when it may run only on engines that take no new tasks
     */
    public TaskRecord run(AppRecord app, VersionRecord version, String function, List<String> pinned) {
        List<EngineRecord> homes = engines.list().stream().filter(engine -> engine.workers().stream().anyMatch(worker -> pinned.contains(worker.id()))).toList();
        if (!pinned.isEmpty() && homes.isEmpty()) {
            throw Refusal.notFound("worker", pinned.getFirst());
        }
        if (!homes.isEmpty() && homes.stream().allMatch(engine -> engine.is("draining") || engine.is("stopping"))) {
            throw new Refusal("engine_draining", "engine " + homes.getFirst().name() + " takes no new tasks: engine_draining");
        }
        TaskRecord task = new TaskRecord(ids.next(), app.id(), version.id(), function, timeline.now());
        for (EngineRecord engine : homes.isEmpty() ? engines.list() : homes) {
            Optional<WorkerRecord> free = engine.is("running") && version.fits(engine.host()) ? free(engine, pinned) : Optional.empty();
            if (free.isPresent()) {
                tasks.add(task);
                workload.assign(engine, free.get(), task, timeline.now());
                return task;
            }
        }
        tasks.wait(task);
        return task;
    }

    public void cancel(TaskRecord task) {
        if (!task.isOver()) {
            workload.cancel(task, engines.find(task.engineId()).orElse(null), timeline.now());
        }
    }

    private static Optional<WorkerRecord> free(EngineRecord engine, List<String> pinned) {
        return engine.workers().stream().filter(worker -> worker.state() == WorkerState.IDLE && (pinned.isEmpty() || pinned.contains(worker.id()))).findFirst();
    }
}
