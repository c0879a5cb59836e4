package sh.inference.console.ui.common;

/** A line of a facts list: what it is and what is known of it. */
public record Fact(String name, String value, Tone tone) {
    /** Whether the value deserves a colour. */
    public enum Tone {
        PLAIN, WARN, DANGER
    }

    public Fact(String name, String value) {
        this(name, value, Tone.PLAIN);
    }
}
