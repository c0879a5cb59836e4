package sh.inference.console.sandbox.wire;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.sandbox.fleet.Refusal;

/** Members of a list request, each of the type it must have; what is absent or null is empty. */
final class Typed {
    private Typed() {
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!Values.isNothing(value) && !value.isTextual()) {
            throw new Refusal("invalid_request", name + " must be text");
        }
        return value.isTextual() ? value.textValue() : "";
    }

    static boolean flag(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!Values.isNothing(value) && !value.isBoolean()) {
            throw new Refusal("invalid_request", name + " must be true or false");
        }
        return value.asBoolean();
    }

    static int count(JsonNode node, String name, int otherwise) {
        JsonNode value = node.path(name);
        if (Values.isNothing(value)) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 0) {
            throw new Refusal("invalid_request", name + " must be a whole number");
        }
        return value.asInt();
    }

    /** @param most how many entries it may have */
    static List<JsonNode> list(JsonNode node, String name, int most) {
        JsonNode value = node.path(name);
        if (!Values.isNothing(value) && !value.isArray()) {
            throw new Refusal("invalid_request", name + " must be a list");
        }
        if (value.size() > most) {
            throw new Refusal("invalid_request", name + " has " + most + " entries at most");
        }
        List<JsonNode> entries = new ArrayList<>();
        value.forEach(entries::add);
        return entries;
    }

    static List<JsonNode> objects(JsonNode node, String name, int most) {
        List<JsonNode> entries = list(node, name, most);
        if (!entries.stream().allMatch(JsonNode::isObject)) {
            throw new Refusal("invalid_request", name + " must be a list of objects");
        }
        return entries;
    }

    static List<String> texts(JsonNode node, String name, int most) {
        List<JsonNode> entries = list(node, name, most);
        if (!entries.stream().allMatch(JsonNode::isTextual)) {
            throw new Refusal("invalid_request", name + " must be a list of texts");
        }
        return entries.stream().map(JsonNode::textValue).toList();
    }
}
