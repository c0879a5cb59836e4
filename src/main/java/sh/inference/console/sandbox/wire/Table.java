package sh.inference.console.sandbox.wire;

import java.time.Instant;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * How objects of one kind are listed.
 *
 * @param text what a search looks through
 */
public record Table<T>(Function<T, String> id, Function<T, Instant> createdAt, Function<T, String> text, Function<T, ObjectNode> render) {
    /** A member by its name on the wire, dots leading inwards; missing when there is none. */
    JsonNode value(T row, String field) {
        return switch (field) {
            case "id" -> TextNode.valueOf(id.apply(row));
            case "created_at" -> TextNode.valueOf(Json.time(createdAt.apply(row)));
            default -> render.apply(row).at("/" + field.replace('.', '/'));
        };
    }
}
