package sh.inference.console.model;

/** The states of an engine (contract 5.5), and {@link #UNKNOWN} for a word this console does not know. */
public enum EngineStatus {
    RUNNING, PENDING, DRAINING, DISCONNECTED, RESTARTING, STOPPING, STOPPED, UNKNOWN
}
