package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One engine as the service keeps it. Changed only by the machine and the workload. */
public final class EngineRecord {
    private static final long TICK_NANOS = 1000;
    private final String id;
    private final Instant createdAt;
    private final Host host;
    private final Figures figures;
    private final Optional<InstanceRecord> instance;
    private String name;
    private String visibility = "team";
    private String status;
    private String version;
    private List<WorkerRecord> workers;
    private Instant updatedAt;
    private Instant deletedAt;
    private Instant heldUntil = Instant.MIN;
    private int turn;
    private boolean updating;

    public EngineRecord(String id, String name, String status, String version, Host host, Figures figures, Optional<InstanceRecord> instance,
                        List<WorkerRecord> workers, Instant createdAt, Instant updatedAt) {
        this.id = id;
        this.name = name;
        this.status = status;
        this.version = version;
        this.host = host;
        this.figures = figures;
        this.instance = instance;
        this.workers = workers;
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
    }

    public String id() {
        return id;
    }

    /** The secret its host registers with. */
    public String key() {
        return "inf_engine_secret_" + Ids.shorten(id);
    }

    public String name() {
        return name;
    }

    public String visibility() {
        return visibility;
    }

    public String status() {
        return status;
    }

    public boolean is(String wanted) {
        return status.equals(wanted);
    }

    public String version() {
        return version;
    }

    public Host host() {
        return host;
    }

    public Figures figures() {
        return figures;
    }

    public Optional<InstanceRecord> instance() {
        return instance;
    }

    /** Empty before the engine registered. */
    public List<WorkerRecord> workers() {
        return workers;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant deletedAt() {
        return deletedAt;
    }

    /** Whether its socket is open: only then does it report figures, drain and update. */
    public boolean isConnected() {
        return switch (status) {
            case "pending", "disconnected", "restarting", "stopped" -> false;
            default -> deletedAt == null;
        };
    }

    public boolean hasTasks() {
        return workers.stream().anyMatch(WorkerRecord::isTaken);
    }

    /** Counts the changes of status, so that an event planned for an earlier one can see that it is late. */
    public int turn() {
        return turn;
    }

    public Instant heldUntil() {
        return heldUntil;
    }

    /** Keeps a seeded engine in its state for a while. */
    public void hold(Instant until) {
        heldUntil = until;
    }

    /** Whether it drains for a new binary rather than for good. */
    boolean isUpdating() {
        return updating;
    }

    void aim(boolean atUpdate) {
        updating = atUpdate;
    }

    /** Marks a change: each is later than the one before, so that nothing new looks stale. */
    void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(TICK_NANOS);
    }

    void become(String next) {
        status = next;
        turn++;
    }

    void register(String binary, List<WorkerRecord> list) {
        version = binary;
        workers = list;
    }

    void report(String binary) {
        version = binary;
    }

    void rename(String wanted) {
        name = wanted;
    }

    void show(String wanted) {
        visibility = wanted;
    }

    void delete(Instant now) {
        deletedAt = now;
        turn++;
    }
}
