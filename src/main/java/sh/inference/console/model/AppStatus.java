package sh.inference.console.model;

/** The lifecycle states of an app (contract 4.2). */
public enum AppStatus {
    ACTIVE, MAINTENANCE, DEPRECATED, RETIRED, UNKNOWN
}
