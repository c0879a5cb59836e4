package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A task and what became of it. The numbers of the states are those of contract 10. */
public final class TaskRecord {
    public static final int QUEUED = 2;
    public static final int DISPATCHED = 3;
    public static final int SETTING_UP = 6;
    public static final int RUNNING = 7;
    public static final int CANCELLING = 8;
    public static final int COMPLETED = 10;
    public static final int FAILED = 11;
    public static final int CANCELLED = 12;
    private final String id;
    private final TaskOrder order;
    private final Instant createdAt;
    private final List<Step> steps = new ArrayList<>(4);
    private String engineId = "";
    private String workerId = "";
    private String error = "";
    private String visibility = "private";
    private boolean featured;

    /** A state the task reached, and when. */
    public record Step(int status, Instant at) {
    }

    public TaskRecord(String id, TaskOrder order, Instant now) {
        this.id = id;
        this.order = order;
        this.createdAt = now;
        steps.add(new Step(QUEUED, now));
    }

    public String id() {
        return id;
    }

    public TaskOrder order() {
        return order;
    }

    public String appId() {
        return order.appId();
    }

    public String versionId() {
        return order.versionId();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public List<Step> steps() {
        return steps;
    }

    public int status() {
        return steps.getLast().status;
    }

    public Instant updatedAt() {
        return steps.getLast().at;
    }

    public boolean isOver() {
        return status() >= COMPLETED;
    }

    public String engineId() {
        return engineId;
    }

    public String workerId() {
        return workerId;
    }

    public String error() {
        return error;
    }

    public String visibility() {
        return visibility;
    }

    public boolean isFeatured() {
        return featured;
    }

    public void show(String wanted) {
        visibility = wanted;
    }

    public void feature(boolean wanted) {
        featured = wanted;
    }

    void place(String engine, String worker) {
        engineId = engine;
        workerId = worker;
    }

    void reach(int status, Instant now) {
        if (isOver()) {
            throw new IllegalStateException("a task ends once");
        }
        steps.add(new Step(status, now));
    }

    void fail(String reason, Instant now) {
        error = reason;
        reach(FAILED, now);
    }
}
