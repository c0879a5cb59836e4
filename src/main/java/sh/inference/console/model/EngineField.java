package sh.inference.console.model;

/** The members of an engine that a partial update can name (contract 8.5). */
public enum EngineField {
    NAME, STATUS, ENGINE_VERSION, SYSTEM_INFO, INSTANCE, WORKERS, VISIBILITY, CREATED_AT, DELETED_AT
}
