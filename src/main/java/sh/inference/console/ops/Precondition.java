package sh.inference.console.ops;

import sh.inference.console.model.Text;

/** Something checked before sending, and again when sending. A {@link Verdict#BLOCK} stops the operation. */
public record Precondition(Verdict verdict, Text text) {
    /** Good, worth a warning, or in the way. */
    public enum Verdict {
        PASS, WARN, BLOCK
    }

    public static Precondition pass(String key, Object... args) {
        return new Precondition(Verdict.PASS, Text.of(key, args));
    }

    public static Precondition warn(String key, Object... args) {
        return new Precondition(Verdict.WARN, Text.of(key, args));
    }

    public static Precondition block(String key, Object... args) {
        return new Precondition(Verdict.BLOCK, Text.of(key, args));
    }
}
