package sh.inference.console.compare;

/** How a change is to be taken, the worst first. */
public enum Weight {
    /** Calls that worked will fail, or callers will read something else. */
    BREAKING,
    /** It may fail or behave differently, depending on the fleet or on the caller. */
    RISKY,
    /** Nobody has to do anything. */
    NEUTRAL;

    /** The name in message keys. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
