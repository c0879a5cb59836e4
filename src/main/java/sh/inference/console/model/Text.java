package sh.inference.console.model;

import java.time.Instant;
import java.util.List;

/**
 * A sentence to be shown: a key of the message bundle and its arguments. It is put into words where it is shown, so
 * that the layers below hold no language.
 *
 * @param args strings, numbers, {@link Money}, {@code Instant}, {@code Duration} and nested {@code Text}
 */
public record Text(String key, List<Object> args) {
    public Text {
        args = List.copyOf(args);
    }

    public static Text of(String key, Object... args) {
        return new Text(key, List.of(args));
    }

    /** Text that is data, shown as it is: a name, an id, a sentence of the service. */
    public static Text verbatim(String words) {
        return of("verbatim", words);
    }

    /** Several texts in one line; what is empty is left out. */
    public static Text joined(List<Text> texts) {
        return new Text("joined", List.copyOf(texts));
    }

    /** A moment as date and time of day where the operator is. */
    public static Text local(Instant at) {
        return of("at.local", at);
    }

    /** A moment as date and time of day in UTC. */
    public static Text utc(Instant at) {
        return of("at.utc", at);
    }
}
