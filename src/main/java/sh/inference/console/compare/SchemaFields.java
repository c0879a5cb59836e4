package sh.inference.console.compare;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The fields of a JSON Schema, flat: {@code image}, {@code image.url}, {@code tags[]}. References into the same schema are
 * followed; a circle ends where it closes, and depth and number are bounded.
 */
final class SchemaFields {
    private static final int DEEPEST = 12;
    private static final int MOST = 5_000;
    private final JsonNode root;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<JsonNode> following = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean cut;

    /** A field, the words for its type, and the schema it was read from. */
    record Field(Set<String> types, boolean required, JsonNode schema) {
    }

    private SchemaFields(JsonNode root) {
        this.root = root;
    }

    static SchemaFields of(JsonNode schema) {
        SchemaFields flat = new SchemaFields(schema);
        flat.children("", schema, 0);
        return flat;
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** Whether there is more than was read. */
    boolean isCut() {
        return cut;
    }

    private void field(String path, JsonNode written, boolean required, int depth) {
        if (fields.size() >= MOST || depth > DEEPEST) {
            cut = true;
            return;
        }
        JsonNode schema = plain(written);
        fields.put(path, new Field(types(schema), required, schema));
        children(path, schema, depth);
    }

    private void children(String path, JsonNode written, int depth) {
        JsonNode schema = plain(written);
        if (!following.add(schema)) {
            return;
        }
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> field(path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                property.getValue(), required.contains(property.getKey()), depth + 1));
        if (schema.path("items").isObject()) {
            field(path + "[]", schema.path("items"), true, depth + 1);
        }
        if (schema.path("additionalProperties").isObject()) {
            field(path + ".*", schema.path("additionalProperties"), false, depth + 1);
        }
        following.remove(schema);
    }

    /** What stands behind a reference, a single {@code allOf}, or "this or null". */
    private JsonNode plain(JsonNode written) {
        JsonNode schema = written;
        for (int hops = 0; hops < DEEPEST; hops++) {
            JsonNode inner = inner(schema);
            if (inner == schema) {
                return schema;
            }
            schema = inner;
        }
        cut = true;
        return schema;
    }

    private JsonNode inner(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        if (reference.startsWith("#/")) {
            return root.at(reference.substring(1));
        }
        if (schema.path("allOf").size() == 1) {
            return schema.path("allOf").get(0);
        }
        JsonNode other = otherThanNull(schema);
        return other.isMissingNode() ? schema : other;
    }

    private static JsonNode otherThanNull(JsonNode schema) {
        JsonNode either = schema.path("anyOf").isArray() ? schema.path("anyOf") : schema.path("oneOf");
        if (either.size() != 2) {
            return MissingNode.getInstance();
        }
        boolean first = either.get(0).path("type").asText().equals("null");
        boolean second = either.get(1).path("type").asText().equals("null");
        return first == second ? MissingNode.getInstance() : either.get(first ? 1 : 0);
    }

    private Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else if (!type.asText("").isEmpty()) {
            types.add(type.asText());
        }
        for (String member : new String[] {"anyOf", "oneOf"}) {
            schema.path(member).forEach(one -> types.add(plain(one).path("type").asText("any")));
        }
        if (types.isEmpty()) {
            types.add(schema.has("properties") ? "object" : schema.has("enum") ? "choice" : "any");
        }
        return types;
    }
}
