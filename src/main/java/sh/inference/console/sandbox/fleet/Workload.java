package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;

/** What the workers do: a pause, a task claimed, a model loaded, the task run, and again. */
final class Workload {
    static final String INTERRUPTED = "task interrupted, please retry";
    private static final List<String> WORKERS = List.of("workers");
    private static final double FAILS = 0.03;
    private static final double STAYS_WITH_ITS_APP = 0.7;
    private final Timeline timeline;
    private final Pace pace;
    private final RandomGenerator random;
    private final Ids ids;
    private final Apps apps;
    private final Tasks tasks;
    private final Drills drills;
    private final Consumer<EngineRecord> changed;
    private final BiConsumer<EngineRecord, Instant> emptied;

    Workload(Timeline timeline, Pace pace, RandomGenerator random, Apps apps, Tasks tasks, Drills drills, Consumer<EngineRecord> changed,
             BiConsumer<EngineRecord, Instant> emptied) {
        this.timeline = timeline;
        this.pace = pace;
        this.random = random;
        this.ids = new Ids(random);
        this.apps = apps;
        this.tasks = tasks;
        this.drills = drills;
        this.changed = changed;
        this.emptied = emptied;
    }

    static List<String> fields() {
        return WORKERS;
    }

    /** Plans the next step of every worker of an engine, for example after a start. */
    void resume(EngineRecord engine) {
        for (WorkerRecord worker : engine.workers()) {
            switch (worker.state()) {
                case IDLE -> pause(engine, worker);
                case RESERVED -> plan(worker, pace.between(2, 6), at -> begin(engine, worker, at));
                case BUSY -> planEnd(engine, worker, pace.between(4, 30));
                case INACTIVE -> { }
            }
        }
    }

    /** All workers ready, nothing loaded that was not. */
    void wake(EngineRecord engine, Instant now) {
        for (WorkerRecord worker : engine.workers()) {
            worker.become(WorkerState.IDLE, null, now);
            pause(engine, worker);
        }
    }

    /** Takes the workers without a task out of service. */
    void retireIdle(EngineRecord engine, Instant now) {
        for (WorkerRecord worker : engine.workers()) {
            if (worker.state() == WorkerState.IDLE) {
                worker.become(WorkerState.INACTIVE, null, now);
            }
        }
    }

    /** Plans the end of the tasks in flight within some seconds, because somebody waits for the engine to be quiet. */
    void finishWithin(EngineRecord engine, double from, double to) {
        if (drills.isOn(Drill.STUCK_DRAIN)) {
            engine.workers().stream().filter(WorkerRecord::isTaken).findFirst().ifPresent(WorkerRecord::forget);
        }
        for (WorkerRecord worker : engine.workers()) {
            if (worker.isTaken() && !worker.isForgotten()) {
                planEnd(engine, worker, pace.between(from, to));
            }
        }
    }

    /** Cuts the tasks in flight off and takes every worker out of service. */
    void interrupt(EngineRecord engine, Instant now) {
        for (WorkerRecord worker : engine.workers()) {
            if (worker.isTaken()) {
                TaskRecord task = worker.task();
                task.fail(INTERRUPTED, now);
                tasks.over(task);
            }
            if (worker.state() != WorkerState.INACTIVE) {
                worker.become(WorkerState.INACTIVE, null, now);
            }
        }
    }

    /** Cancels a task wherever it is. */
    void cancel(TaskRecord task, EngineRecord engine, Instant now) {
        task.reach(TaskRecord.CANCELLED, now);
        if (engine != null) {
            engine.workers().stream().filter(worker -> worker.task() == task).findFirst().ifPresent(worker -> free(engine, worker, now));
        }
        tasks.over(task);
    }

    /** Gives a waiting task up. */
    void giveUp(TaskRecord task, String reason, Instant now) {
        task.fail(reason, now);
        tasks.over(task);
    }

    /** Gives a task to an idle worker. */
    void assign(EngineRecord engine, WorkerRecord worker, TaskRecord task, Instant now) {
        task.place(engine.id(), worker.id());
        task.reach(TaskRecord.DISPATCHED, now);
        tasks.moved(task);
        boolean warm = worker.isWarmFor(task.appId(), task.versionId());
        worker.load(task.appId(), task.versionId());
        worker.become(WorkerState.RESERVED, task, now);
        changed.accept(engine);
        plan(worker, warm ? pace.between(0.3, 1) : pace.between(1.5, 4), at -> begin(engine, worker, at));
    }

    /** Keeps a seeded task busy until a moment. */
    void keepBusyUntil(EngineRecord engine, WorkerRecord worker, Instant until) {
        planEnd(engine, worker, Duration.between(timeline.now(), until));
    }

    private void pause(EngineRecord engine, WorkerRecord worker) {
        plan(worker, pace.pauseBetweenTasks(), at -> claim(engine, worker, at));
    }

    private void claim(EngineRecord engine, WorkerRecord worker, Instant now) {
        if (!engine.is("running")) {
            return;
        }
        Optional<TaskRecord> task = tasks.nobodyWaits() ? Optional.empty() : tasks.take(waiting -> suits(waiting, engine, worker));
        if (task.isEmpty()) {
            task = invent(engine, worker, now);
            task.ifPresent(tasks::add);
        }
        if (task.isPresent()) {
            assign(engine, worker, task.get(), now);
        } else {
            pause(engine, worker);
        }
    }

    private boolean suits(TaskRecord task, EngineRecord engine, WorkerRecord worker) {
        List<String> pinned = task.order().workers();
        return (pinned.isEmpty() || pinned.contains(worker.id())) && apps.version(task.appId(), task.versionId()).filter(version -> version.fits(engine.host())).isPresent();
    }

    private Optional<TaskRecord> invent(EngineRecord engine, WorkerRecord worker, Instant now) {
        for (int attempt = 0; attempt < 6 && apps.size() > 0; attempt++) {
            Optional<AppRecord> loaded = worker.appId().isEmpty() || random.nextDouble() > STAYS_WITH_ITS_APP ? Optional.empty() : apps.find(worker.appId());
            AppRecord app = loaded.orElseGet(() -> apps.get(random.nextInt(apps.size())));
            if (app.current().fits(engine.host()) && !app.status().equals("retired") && !app.status().equals("maintenance")) {
                return Optional.of(new TaskRecord(ids.next(), app.current().order(app.id()), now));
            }
        }
        return Optional.empty();
    }

    private void begin(EngineRecord engine, WorkerRecord worker, Instant now) {
        TaskRecord task = worker.task();
        task.reach(TaskRecord.SETTING_UP, now);
        task.reach(TaskRecord.RUNNING, now);
        tasks.moved(task);
        worker.become(WorkerState.BUSY, task, now);
        changed.accept(engine);
        planEnd(engine, worker, engine.is("running") ? pace.task() : pace.between(1, 4));
    }

    private void end(EngineRecord engine, WorkerRecord worker, Instant now) {
        TaskRecord task = worker.task();
        if (random.nextDouble() < FAILS) {
            task.fail("the app ended with exit code 1", now);
        } else {
            task.reach(TaskRecord.COMPLETED, now);
        }
        // Whoever hears of a task's end sees that its worker has left it.
        free(engine, worker, now);
        tasks.over(task);
    }

    private void free(EngineRecord engine, WorkerRecord worker, Instant now) {
        boolean serves = engine.is("running");
        worker.become(serves ? WorkerState.IDLE : WorkerState.INACTIVE, null, now);
        changed.accept(engine);
        if (serves) {
            pause(engine, worker);
        } else if (!engine.hasTasks()) {
            emptied.accept(engine, now);
        }
    }

    private void planEnd(EngineRecord engine, WorkerRecord worker, Duration delay) {
        worker.replan();
        plan(worker, delay, at -> end(engine, worker, at));
    }

    private void plan(WorkerRecord worker, Duration delay, Consumer<Instant> step) {
        int turn = worker.turn();
        timeline.in(delay, at -> {
            if (worker.turn() == turn) {
                step.accept(at);
            }
        });
    }
}
