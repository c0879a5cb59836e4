package sh.inference.console.sandbox.fleet;

import java.util.Locale;

/** The states of a worker (contract 5.5). */
public enum WorkerState {
    RESERVED, BUSY, IDLE, INACTIVE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
