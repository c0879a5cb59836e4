package sh.inference.console.sandbox.fleet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import sh.inference.console.model.Money;
import sh.inference.console.sandbox.drill.Drills;

/**
 * The truth of the sandbox and its one lock. Whoever looks or acts does it inside {@link #call}, which first lets
 * everything happen that was due.
 */
public final class SandboxFleet implements FleetListener {
    private static final double TASK_SECONDS = 24;
    /** Changes that one task makes: claimed, begun, ended; and workers rest a third of the time. */
    private static final double CHANGES_PER_TASK_AND_WORKER = 4;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<FleetListener> listeners = new ArrayList<>();
    private final Clock clock;
    private final Timeline timeline;
    private final Engines engines;
    private final Apps apps;
    private final Tasks tasks;
    private final Account account;
    private final EngineMachine machine;
    private final EngineRegister register;
    private final AppRegister appRegister;
    private final ApiKeys keys;
    private final TaskDesk taskDesk;
    private final String newestBinary;
    private boolean halted;

    /**
     * How big, how fast and how lively.
     *
     * @param incidents whether engines drop, deploys appear and others promote by themselves
     */
    public record Size(long seed, int engines, int workers, int apps, int versions, int rate, double speed, boolean incidents) {
    }

    public SandboxFleet(Clock clock, Size size, Drills drills) {
        this(clock, size, drills, Optional.empty());
    }

    /** @param past the fleet to go on with; otherwise one is made of the size asked for */
    public SandboxFleet(Clock clock, Size size, Drills drills, Optional<Past> past) {
        this.clock = clock;
        this.timeline = new Timeline(clock.instant());
        SplittableRandom random = new SplittableRandom(past.isPresent() ? size.seed ^ clock.millis() : size.seed);
        Ids ids = new Ids(random.split());
        AppSeed appSeed = new AppSeed(timeline.now(), random.split());
        this.apps = past.map(Past::apps).orElseGet(() -> appSeed.read(size.apps, size.versions));
        this.tasks = new Tasks(this::taskMoved);
        EngineSeed seed = new EngineSeed(timeline.now(), random.split(), apps, tasks);
        this.engines = past.map(Past::engines).orElseGet(() -> seed.read(size.engines, size.workers));
        this.account = past.map(Past::account).orElseGet(() -> new Account(Money.ofDollars(seed.balance())));
        this.newestBinary = seed.newestBinary();
        int workers = engines.list().stream().mapToInt(engine -> engine.workers().size()).sum();
        double taskSeconds = Math.max(TASK_SECONDS, CHANGES_PER_TASK_AND_WORKER * workers / size.rate);
        Pace pace = new Pace(size.speed, taskSeconds, random.split());
        Workload workload = new Workload(timeline, pace, random.split(), apps, tasks, drills, this::workersChanged, (engine, now) -> machine().emptied(engine, now));
        this.machine = new EngineMachine(timeline, pace, workload, account, this, new WorkerFactory(ids), newestBinary);
        this.register = new EngineRegister(timeline, engines, machine, workload, this, ids);
        this.taskDesk = new TaskDesk(timeline, engines, tasks, workload, ids);
        this.appRegister = new AppRegister(timeline, apps, ids);
        this.keys = new ApiKeys(timeline.now(), new Ids(new SplittableRandom(size.seed + 1)));
        engines.list().forEach(machine::resume);
        Reporter reporter = new Reporter(this, size.rate, random.split());
        listeners.add(reporter);
        reporter.start();
        Life life = new Life(timeline, pace, engines, machine, apps, random.split());
        if (size.incidents) {
            life.start();
        }
    }

    /** Runs something on the truth as it is now. */
    public <T> T call(Supplier<T> work) {
        lock.lock();
        try {
            if (!halted) {
                timeline.advance(clock.instant());
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing happen by itself any more, or everything again: a truth that stands still can be compared. */
    public void halt(boolean now) {
        lock.lock();
        try {
            halted = now;
        } finally {
            lock.unlock();
        }
    }

    /** Lets everything happen that is due. */
    public void advance() {
        call(() -> null);
    }

    public void listen(FleetListener listener) {
        call(() -> listeners.add(listener));
    }

    public Timeline timeline() {
        return timeline;
    }

    public Engines engines() {
        return engines;
    }

    public Apps apps() {
        return apps;
    }

    public Tasks tasks() {
        return tasks;
    }

    public Account account() {
        return account;
    }

    public EngineMachine machine() {
        return machine;
    }

    public EngineRegister register() {
        return register;
    }

    public AppRegister appRegister() {
        return appRegister;
    }

    /** May be used outside the lock. */
    public ApiKeys keys() {
        return keys;
    }

    public TaskDesk taskDesk() {
        return taskDesk;
    }

    /** The version the manifest names. */
    public String newestBinary() {
        return newestBinary;
    }

    @Override
    public void engineChanged(EngineRecord engine, List<String> fields) {
        for (FleetListener listener : listeners) {
            listener.engineChanged(engine, fields);
        }
    }

    @Override
    public void engineWhole(EngineRecord engine) {
        for (FleetListener listener : listeners) {
            listener.engineWhole(engine);
        }
    }

    @Override
    public void taskMoved(TaskRecord task) {
        for (FleetListener listener : listeners) {
            listener.taskMoved(task);
        }
    }

    private void workersChanged(EngineRecord engine) {
        engine.touch(timeline.now());
        engineChanged(engine, Workload.fields());
    }
}
