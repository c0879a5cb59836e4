package sh.inference.console.model;

import java.util.Locale;

/** How far a task is (contract 10), in the order of the service's numbers. */
public enum TaskStatus {
    UNKNOWN, RECEIVED, QUEUED, DISPATCHED, PREPARING, SERVING, SETTING_UP, RUNNING, CANCELLING, UPLOADING, COMPLETED, FAILED, CANCELLED;

    /** Reads a word or a number: both are on the wire. What is neither is kept as it came. */
    public static Wire<TaskStatus> read(String raw) {
        String word = raw == null ? "" : raw.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        for (TaskStatus status : values()) {
            if (status.name().equals(word) || String.valueOf(status.ordinal()).equals(word)) {
                return new Wire<>(status, status.name().toLowerCase(Locale.ROOT));
            }
        }
        return new Wire<>(UNKNOWN, raw == null ? "" : raw);
    }
}
