package sh.inference.console.ops;

/** What an operation acts on. */
public record Target(Kind kind, String id, String name) {
    /** Engines and apps. */
    public enum Kind {
        ENGINE, APP
    }
}
