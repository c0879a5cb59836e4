package sh.inference.console.model;

/** The states of a worker (contract 5.5): claimed, running a task, ready, not serving. */
public enum WorkerStatus {
    RESERVED, BUSY, IDLE, INACTIVE, UNKNOWN
}
