package sh.inference.console.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sh.inference.console.model.Money;

/** What must hold whatever happens. Looks at every change as it is told. */
final class Invariants implements FleetListener {
    /** Stated here once more, from the contract, so that a wrong table in the machine is found out. */
    private static final Map<String, Set<String>> EDGES = Map.of(
            "pending", Set.of("running", "stopped"),
            "running", Set.of("draining", "disconnected", "restarting", "stopping"),
            "draining", Set.of("stopped", "restarting", "stopping", "disconnected"),
            "restarting", Set.of("running", "disconnected", "stopped"),
            "disconnected", Set.of("running", "restarting", "stopped"),
            "stopping", Set.of("stopped"),
            "stopped", Set.of("running", "restarting"),
            "suspended", Set.of("draining", "disconnected", "restarting", "stopping"));
    private final SandboxFleet fleet;
    private final Map<String, Seen> seen = new HashMap<>();
    private Money spent = Money.ZERO;
    private int changes;
    private EngineRecord extending;

    private record Seen(String status, Instant updatedAt, Instant threshold, String instance, Money cost, Set<TaskRecord> tasks) {
    }

    Invariants(SandboxFleet fleet) {
        this.fleet = fleet;
        fleet.engines().list().forEach(engine -> seen.put(engine.id(), picture(engine)));
    }

    int changes() {
        return changes;
    }

    /** Somebody extended, and this is the price. */
    void extended(EngineRecord engine, Money price) {
        spent = spent.plus(price);
        engineChanged(engine, List.of());
    }

    /** An extension is about to be made, the one moment at which a threshold may move; null when none is any more. */
    void expectExtension(EngineRecord engine) {
        extending = engine;
    }

    @Override
    public void engineChanged(EngineRecord engine, List<String> fields) {
        changes++;
        Seen before = seen.get(engine.id());
        Seen now = picture(engine);
        String who = engine.name() + " " + now.status;
        if (!before.status.equals(now.status)) {
            assertThat(EDGES.get(before.status)).as(who).contains(now.status);
        }
        assertThat(now.updatedAt).as("%s: news are newer than what went before", who).isAfterOrEqualTo(before.updatedAt);
        if (engine == extending) {
            assertThat(now.threshold).as("%s: an extension moves a threshold later", who).isAfterOrEqualTo(before.threshold);
        } else {
            assertThat(now.threshold).as("%s: a threshold moves by an extension only", who).isEqualTo(before.threshold);
        }
        assertThat(now.cost).as("%s: what a machine cost is never given back", who).isGreaterThanOrEqualTo(before.cost);
        if (before.instance.equals("deleted")) {
            assertThat(now.instance).as("%s: a deleted machine stays deleted", who).isEqualTo("deleted");
        }
        if (Set.of("draining", "stopping").contains(now.status) && before.status.equals(now.status)) {
            assertThat(before.tasks).as("%s: takes no new task", who).containsAll(now.tasks);
        }
        check(engine);
        seen.put(engine.id(), now);
    }

    @Override
    public void engineWhole(EngineRecord engine) {
        seen.putIfAbsent(engine.id(), picture(engine));
        engineChanged(engine, List.of());
    }

    /** The whole world at once. */
    void checkAll() {
        Set<TaskRecord> taken = new HashSet<>();
        for (EngineRecord engine : fleet.engines().list()) {
            check(engine);
            tasks(engine).forEach(task -> assertThat(taken.add(task)).as("a task runs once").isTrue());
        }
        assertThat(fleet.account().spent()).as("what left the account is what the extensions cost").isEqualTo(spent);
        assertThat(fleet.account().balance().plus(spent)).as("money is conserved").isEqualTo(fleet.account().opening());
        assertThat(fleet.account().balance()).isGreaterThanOrEqualTo(Money.ZERO);
        for (TaskRecord task : fleet.tasks().list()) {
            assertThat(task.steps()).as("a task goes forward only").isSortedAccordingTo(Comparator.comparing(TaskRecord.Step::at).thenComparing(TaskRecord.Step::status));
            boolean inFlight = !task.isOver() && task.status() != TaskRecord.QUEUED;
            assertThat(taken.contains(task)).as("a task in flight is on a worker, and no other: %s %s", task.id(), task.status()).isEqualTo(inFlight);
        }
        for (AppRecord app : fleet.apps().list()) {
            assertThat(app.versions()).as("the current version is one of the app's").contains(app.current());
            assertThat(new HashSet<>(app.versions())).hasSameSizeAs(app.versions());
        }
    }

    private static void check(EngineRecord engine) {
        String who = engine.name() + " " + engine.status();
        if (!engine.isConnected()) {
            assertThat(tasks(engine)).as("%s: who is not there works on nothing", who).isEmpty();
        }
        if (engine.is("stopped")) {
            assertThat(engine.workers()).as(who).allMatch(worker -> worker.state() == WorkerState.INACTIVE);
        }
        for (int gpu = 0; gpu < engine.host().gpus(); gpu++) {
            assertThat(engine.figures().usedBytes(gpu)).as("%s: no GPU holds more than it has", who).isBetween(0L, engine.host().vram());
        }
        for (WorkerRecord worker : engine.workers()) {
            boolean works = worker.state() == WorkerState.BUSY || worker.state() == WorkerState.RESERVED;
            assertThat(worker.task() != null).as("%s: a worker has a task exactly while it works", who).isEqualTo(works);
            if (works) {
                assertThat(worker.task().isOver()).as("%s: an ended task leaves its worker", who).isFalse();
                assertThat(worker.task().workerId()).isEqualTo(worker.id());
                assertThat(worker.task().engineId()).isEqualTo(engine.id());
            }
        }
        engine.instance().filter(instance -> instance.status().equals("deleted"))
                .ifPresent(instance -> assertThat(engine.status()).as("without its machine an engine is stopped").isEqualTo("stopped"));
    }

    private Seen picture(EngineRecord engine) {
        return new Seen(engine.status(), engine.updatedAt(), engine.instance().map(InstanceRecord::threshold).orElse(null),
                engine.instance().map(InstanceRecord::status).orElse(""),
                engine.instance().map(instance -> instance.costSoFar(fleet.timeline().now())).orElse(Money.ZERO), tasks(engine));
    }

    private static Set<TaskRecord> tasks(EngineRecord engine) {
        Set<TaskRecord> tasks = new HashSet<>();
        engine.workers().stream().filter(WorkerRecord::isTaken).forEach(worker -> tasks.add(worker.task()));
        return tasks;
    }
}
