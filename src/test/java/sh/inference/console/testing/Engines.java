package sh.inference.console.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Gpu;
import sh.inference.console.model.GpuReading;
import sh.inference.console.model.Hardware;
import sh.inference.console.model.Instance;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.model.Money;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Volume;
import sh.inference.console.model.Wire;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Fleet;

/**
 * Builds engines as tests need them: {@code Engines.running("gpu-1").cloud().busy(2).idle(1).build()}. Unless a test
 * says otherwise the id is {@code id-} and the name, and every time is {@link #NOW}.
 */
public final class Engines {
    /** The moment tests take for now. */
    public static final Instant NOW = Instant.parse("2026-10-13T13:02:10Z");
    private static final long GB = 1L << 30;
    private final String name;
    private final List<Worker> workers = new ArrayList<>();
    private Wire<EngineStatus> status;
    private String id;
    private String version = "v1.10.1556";
    private Optional<SystemInfo> system;
    private boolean workersKnown = true;
    private Optional<Instant> updatedAt = Optional.of(NOW);
    private Optional<Instant> createdAt = Optional.of(NOW.minus(Duration.ofDays(30)));
    private Optional<Instant> deletedAt = Optional.empty();
    private boolean cloud;
    private InstanceStatus instanceStatus = InstanceStatus.ACTIVE;
    private Optional<Money> price = Optional.of(Money.ofCents(210));
    private Optional<Money> cost = Optional.of(Money.ofDollars("103.4"));
    private Optional<Money> cap = Optional.empty();
    private Optional<Instant> endsAt = Optional.of(NOW.plus(Duration.ofHours(4)));
    private String appId = "";
    private String appVersionId = "";

    private Engines(String name, Wire<EngineStatus> status) {
        this.name = name;
        this.id = "id-" + name;
        this.status = status;
        this.system = Optional.of(new SystemInfo(name + ".local", "linux", List.of(
                new GpuReading(0, "NVIDIA H100", "550.54", "12.4", OptionalLong.of(55 * GB), OptionalLong.of(80 * GB), OptionalInt.of(61))),
                List.of(new Volume("/", 2_000_000_000_000L, 1_400_000_000_000L)), OptionalLong.of(256 * GB), OptionalLong.of(128 * GB)));
    }

    public static Engines running(String name) {
        return in(name, EngineStatus.RUNNING);
    }

    public static Engines in(String name, EngineStatus status) {
        return new Engines(name, Wire.of(status));
    }

    /** An engine in a status as it stands on the wire, known or not. */
    public static Engines inWord(String name, String word) {
        return new Engines(name, Wire.read(EngineStatus.class, word));
    }

    /** A fleet of engines that were all heard of at {@link #NOW} through their own streams. */
    public static Fleet fleet(Engine... engines) {
        return fleet(Arrays.stream(engines).map(Engines::entryOf).toArray(EngineEntry[]::new));
    }

    public static Fleet fleet(EngineEntry... entries) {
        Map<String, EngineEntry> byId = new HashMap<>();
        for (EngineEntry entry : entries) {
            byId.put(entry.engine().id(), entry);
        }
        return new Fleet(byId);
    }

    public static EngineEntry entryOf(Engine engine) {
        Map<String, Instant> tasks = new HashMap<>();
        engine.workersWithTasks().forEach(worker -> tasks.put(worker.taskId().orElseThrow(), NOW));
        return new EngineEntry(engine, Feed.ENGINE, NOW, NOW, tasks, engine.updatedAt(), false);
    }

    public Engines id(String newId) {
        this.id = newId;
        return this;
    }

    public Engines status(EngineStatus newStatus) {
        this.status = Wire.of(newStatus);
        return this;
    }

    public Engines version(String newVersion) {
        this.version = newVersion;
        return this;
    }

    public Engines updatedAt(Instant at) {
        this.updatedAt = Optional.of(at);
        return this;
    }

    public Engines withoutUpdatedAt() {
        this.updatedAt = Optional.empty();
        return this;
    }

    public Engines createdAt(Instant at) {
        this.createdAt = Optional.of(at);
        return this;
    }

    public Engines deleted() {
        this.deletedAt = Optional.of(NOW);
        return this;
    }

    public Engines system(SystemInfo newSystem) {
        this.system = Optional.of(newSystem);
        return this;
    }

    public Engines withoutSystem() {
        this.system = Optional.empty();
        return this;
    }

    /** The service sent no list of workers, which is not the same as an empty one. */
    public Engines withoutWorkers() {
        this.workersKnown = false;
        return this;
    }

    /** On a cloud instance at $2.10 an hour that ends in four hours. */
    public Engines cloud() {
        this.cloud = true;
        return this;
    }

    public Engines instance(InstanceStatus newStatus) {
        this.instanceStatus = newStatus;
        return cloud();
    }

    public Engines cents(long centsAnHour) {
        this.price = Optional.of(Money.ofCents(centsAnHour));
        return cloud();
    }

    public Engines withoutPrice() {
        this.price = Optional.empty();
        return cloud();
    }

    public Engines cost(String dollars) {
        this.cost = Optional.of(Money.ofDollars(dollars));
        return cloud();
    }

    public Engines spendCap(String dollars) {
        this.cap = Optional.of(Money.ofDollars(dollars));
        return cloud();
    }

    public Engines endsAt(Instant at) {
        this.endsAt = Optional.of(at);
        return cloud();
    }

    public Engines endsIn(Duration fromNow) {
        return endsAt(NOW.plus(fromNow));
    }

    public Engines neverEnds() {
        this.endsAt = Optional.empty();
        return cloud();
    }

    /** The workers added after this hold an app loaded. */
    public Engines holding(String app, String appVersion) {
        this.appId = app;
        this.appVersionId = appVersion;
        return this;
    }

    public Engines busy(int n) {
        return workers(WorkerStatus.BUSY, n);
    }

    public Engines idle(int n) {
        return workers(WorkerStatus.IDLE, n);
    }

    /** Adds workers; a busy or reserved one has the task {@code task-<engine>-<index>}. */
    public Engines workers(WorkerStatus workerStatus, int n) {
        boolean hasTask = workerStatus == WorkerStatus.BUSY || workerStatus == WorkerStatus.RESERVED;
        for (int i = 0; i < n; i++) {
            int index = workers.size();
            workers.add(new Worker(id + "-w" + index, index, Wire.of(workerStatus),
                    hasTask ? Optional.of("task-" + name + "-" + index) : Optional.empty(), appId, appVersionId,
                    List.of(new Gpu("nvidia", "NVIDIA H100", 80 * GB)), OptionalLong.of(64 * GB), List.of(), Optional.empty()));
        }
        return this;
    }

    public Engines worker(Worker worker) {
        workers.add(worker);
        return this;
    }

    public Engine build() {
        Optional<Instance> instance = !cloud ? Optional.empty() : Optional.of(new Instance("ins-" + name, "hyperstack", name, "canada-1", "192.0.2.10",
                "n3-H100x1", Wire.of(instanceStatus), price, cost, endsAt, cap, Optional.of(new Hardware("H100", 1, 80, 256, 2000, 28))));
        return new Engine(id, id.length() > 8 ? id.substring(0, 8) : id, name, status, version, system, instance,
                workersKnown ? Optional.of(workers) : Optional.empty(), "team", createdAt, updatedAt, deletedAt);
    }

    /** The engine as the console knows it: heard of at {@link #NOW} through its own stream. */
    public EngineEntry entry() {
        return entryOf(build());
    }
}
