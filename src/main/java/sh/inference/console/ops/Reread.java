package sh.inference.console.ops;

/** Asks for a target to be read again soon, so that the truth arrives even where a stream is slow. Returns at once. */
public interface Reread {
    void engine(String id);

    void app(String id);
}
