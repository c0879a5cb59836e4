package sh.inference.console.model;

/** The states of the cloud instance beside an engine (contract 5.5). */
public enum InstanceStatus {
    CREATING, PENDING_PROVIDER, PENDING, ACTIVE, ERROR, DELETING, DELETED, UNKNOWN
}
