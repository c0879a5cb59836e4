package sh.inference.console.model;

/** Whose hardware an engine runs on: decided by whether it has an instance (contract 5.6). */
public enum EngineKind {
    SELF_HOSTED, CLOUD
}
