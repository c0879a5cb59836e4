package sh.inference.console.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.wire.Json;

/**
 * A request that found its route.
 *
 * @param token   the bearer token it came with; empty for none
 * @param accept  the Accept header, empty when there is none
 * @param content the body's bytes
 */
public record Call(String method, String path, Map<String, String> parameters, Map<String, String> query, String token, String accept, byte[] content) {
    public String parameter(String name) {
        return parameters.get(name);
    }

    /** The body, which must be a JSON object; none counts as an empty one (contract 3.3). */
    public ObjectNode body() {
        JsonNode node = tree();
        if (node.isMissingNode() || node.isNull()) {
            return Json.object();
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal("invalid_request", "the body must be a JSON object");
    }

    /** The body's members, each of the type it must have. */
    public Members members() {
        return new Members(body());
    }

    /** A list request from the query, where lists and objects are JSON (contract 3.3). */
    public ObjectNode queryAsBody() {
        ObjectNode body = Json.object();
        query.forEach((name, text) -> body.set(name, value(name, text)));
        return body;
    }

    private JsonNode tree() {
        if (new String(content, StandardCharsets.UTF_8).isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.parse(content);
        } catch (JsonProcessingException malformed) {
            throw new Refusal("invalid_request", "the body is not JSON");
        }
    }

    private static JsonNode value(String name, String text) {
        boolean literal = text.startsWith("[") || text.startsWith("{") || text.equals("true") || text.equals("false")
                || text.matches("-?\\d{1,9}") && !name.equals("cursor");
        try {
            return literal ? Json.parse(text.getBytes(StandardCharsets.UTF_8)) : TextNode.valueOf(text);
        } catch (JsonProcessingException malformed) {
            throw new Refusal("invalid_request", name + " is not JSON");
        }
    }
}
