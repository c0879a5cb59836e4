package sh.inference.console.sandbox.wire;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How objects of one kind are listed.
 *
 * @param text   what a search looks through
 * @param member a member of the object by its name, as a tree; the whole object where that is as easy
 * @param render writes the object
 */
public record Table<T>(Function<T, String> id, Function<T, Instant> createdAt, Function<T, String> text, BiFunction<T, String, JsonNode> member,
                       BiConsumer<T, JsonWriter> render) {
    /** For objects that are small or few. */
    public static <T> Table<T> of(Function<T, String> id, Function<T, Instant> createdAt, Function<T, String> text, BiConsumer<T, JsonWriter> render) {
        return new Table<>(id, createdAt, text, (row, name) -> Json.tree(out -> render.accept(row, out)).path(name), render);
    }

    /** What a filter or an order looks at: a member by its name on the wire, dots leading inwards; missing when there is none. */
    JsonNode value(T row, String field) {
        int dot = field.indexOf('.');
        JsonNode first = member.apply(row, dot < 0 ? field : field.substring(0, dot));
        return dot < 0 ? first : first.at("/" + field.substring(dot + 1).replace('.', '/'));
    }
}
