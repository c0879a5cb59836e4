package sh.inference.console.ui.operation;

import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Status;

/** How an operation stands, in five words. Only what the fleet was seen to show counts as done. */
public enum Outcome {
    RUNNING, DONE, TIMED_OUT, FAILED, OVERTAKEN, CANCELLED;

    static Outcome of(OperationRecord record) {
        return switch (record.state()) {
            case PLANNED, CONFIRMED, ARMED, SENT, ACCEPTED, OBSERVED -> RUNNING;
            case DONE -> DONE;
            case TIMED_OUT -> TIMED_OUT;
            case FAILED -> FAILED;
            case SUPERSEDED -> OVERTAKEN;
            case CANCELLED -> CANCELLED;
        };
    }

    /** Under way, and getting nowhere. */
    static Status stuck() {
        return new Status(Icons.STUCK, "warn", Status.Level.WRONG, Text.of("operations.stuck"));
    }

    /** Icon, word and colour. */
    Status status(OperationState state) {
        Text word = Text.of(this == RUNNING ? "operations.state." + state.name().toLowerCase(java.util.Locale.ROOT)
                : "operations.outcome." + name().toLowerCase(java.util.Locale.ROOT));
        return switch (this) {
            case RUNNING -> new Status(Icons.DRAINING, "info", Status.Level.CHANGING, word);
            case DONE -> new Status(Icons.DONE, "ok", Status.Level.CALM, word);
            case TIMED_OUT -> new Status(Icons.STUCK, "warn", Status.Level.WRONG, word);
            case FAILED -> new Status(Icons.FAILED, "danger", Status.Level.WRONG, word);
            case OVERTAKEN, CANCELLED -> new Status(Icons.BLOCKED, "muted", Status.Level.CALM, word);
        };
    }
}
