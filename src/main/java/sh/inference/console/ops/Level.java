package sh.inference.console.ops;

/** How strictly a dialog asks: small with Enter, plan with Cancel focused, plan and the typed name. */
public enum Level {
    L1, L2, L3;

    /** The stricter of the two: levels never add up. */
    public Level atLeast(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
