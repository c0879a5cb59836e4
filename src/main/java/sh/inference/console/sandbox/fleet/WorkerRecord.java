package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One worker: at most one task, one app loaded, a few warm. */
public final class WorkerRecord {
    private static final int MOST_WARM = 3;
    private final String id;
    private final int index;
    private WorkerState state = WorkerState.IDLE;
    private TaskRecord task;
    private String appId = "";
    private String versionId = "";
    private List<String> warm = List.of();
    private Instant updatedAt;
    private int turn;
    private boolean forgotten;
    private byte[] picture;

    public WorkerRecord(String id, int index, Instant now) {
        this.id = id;
        this.index = index;
        this.updatedAt = now;
    }

    public String id() {
        return id;
    }

    public int index() {
        return index;
    }

    public WorkerState state() {
        return state;
    }

    /** The task in flight, or null. */
    public TaskRecord task() {
        return task;
    }

    public String appId() {
        return appId;
    }

    public String versionId() {
        return versionId;
    }

    public List<String> warm() {
        return warm;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Counts the changes, so that an event planned for an earlier state can see that it is late. */
    public int turn() {
        return turn;
    }

    /** Whether it works or is about to. */
    public boolean isTaken() {
        return task != null;
    }

    /** Whether the task in flight will never end by itself. */
    boolean isForgotten() {
        return forgotten;
    }

    void forget() {
        forgotten = true;
        replan();
    }

    /** Takes back what was planned for the state it is in. */
    void replan() {
        turn++;
    }

    /**
     * How it looks on the wire, drawn once for each of its states: in a large fleet a worker is told far more often than
     * it changes.
     */
    public byte[] picture(Supplier<byte[]> drawn) {
        if (picture == null) {
            picture = drawn.get();
        }
        return picture;
    }

    void load(String app, String version) {
        picture = null;
        appId = app;
        versionId = version;
        String entry = warmEntry(app, version);
        if (!warm.contains(entry)) {
            List<String> kept = warm.size() < MOST_WARM ? warm : warm.subList(1, MOST_WARM);
            warm = Stream.concat(kept.stream(), Stream.of(entry)).toList();
        }
    }

    boolean isWarmFor(String app, String version) {
        return warm.contains(warmEntry(app, version));
    }

    void become(WorkerState next, TaskRecord work, Instant now) {
        if ((next == WorkerState.BUSY || next == WorkerState.RESERVED) != (work != null)) {
            throw new IllegalStateException("a worker has a task exactly while it is reserved or busy");
        }
        picture = null;
        state = next;
        task = work;
        updatedAt = now;
        turn++;
        forgotten = false;
        if (next == WorkerState.INACTIVE) {
            warm = List.of();
        }
    }

    private static String warmEntry(String app, String version) {
        return app + ":" + version + "@" + Integer.toHexString(version.hashCode());
    }
}
