package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes what a version is made of. An app's versions grow: each new one may take an input more. */
final class VersionMaker {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final JsonNode seed;
    private final Map<String, ObjectNode> schemas = new HashMap<>();

    VersionMaker(JsonNode seed) {
        this.seed = seed;
    }

    VersionRecord make(JsonNode app, String id, Instant createdAt, int ordinal, String kernel, int vramGb) {
        String category = app.path("category").asText();
        ObjectNode body = JSON.objectNode();
        body.set("metadata", JSON.objectNode().put("category", category));
        body.put("repository", "https://git.example.com/lumen/" + app.path("name").asText());
        body.set("setup_schema", setupSchema());
        body.set("input_schema", inputSchema(category, ordinal));
        body.set("output_schema", seed.path("schemas").path(category).path(1));
        body.putNull("functions");
        body.put("default_function", "run");
        body.set("variants", variants(app));
        body.set("env", JSON.objectNode().put("TORCH_HOME", "/cache"));
        body.put("kernel", kernel);
        body.set("required_secrets", secrets(app, ordinal));
        body.set("required_integrations", JSON.arrayNode());
        boolean cpu = app.path("cpu").asBoolean();
        body.set("resources", resources(cpu ? 0 : vramGb, app.path("ram_gb").asLong()));
        body.put("checksum", "sha256:" + Integer.toHexString(id.hashCode()) + Ids.complete(id.substring(0, 12)) + Ids.complete(id.substring(3, 9)));
        JsonNode override = seed.path("overrides").path(Ids.shorten(id));
        override.properties().forEach(member -> body.set(member.getKey(), member.getValue()));
        body.set("functions", functions(app, body));
        return new VersionRecord(id, createdAt, (int) (body.path("resources").path("gpu").path("vram").asLong() * 1000 / Host.GB), body);
    }

    private ObjectNode setupSchema() {
        return schemas.computeIfAbsent("setup", key -> {
            ObjectNode schema = JSON.objectNode().put("type", "object");
            schema.putObject("properties").putObject("precision").put("type", "string").put("default", "bf16");
            return schema;
        });
    }

    private ObjectNode inputSchema(String category, int ordinal) {
        return schemas.computeIfAbsent(category + ordinal, key -> {
            ObjectNode schema = seed.path("schemas").path(category).path(0).deepCopy();
            JsonNode grown = seed.path("grown");
            for (int i = 0; i < Math.min((ordinal + 1) / 2, grown.size()); i++) {
                ((ObjectNode) schema.path("properties")).set(grown.path(i).path(0).asText(), grown.path(i).path(1));
            }
            return schema;
        });
    }

    private static ObjectNode functions(JsonNode app, ObjectNode body) {
        ObjectNode functions = JSON.objectNode();
        functions.set("run", function(body, "run"));
        if (app.path("stream").asBoolean()) {
            functions.set("stream", function(body, "stream"));
        }
        return functions;
    }

    private static ObjectNode function(ObjectNode body, String kind) {
        ObjectNode function = JSON.objectNode().put("name", "").put("kind", kind);
        function.set("input_schema", body.path("input_schema"));
        function.set("output_schema", body.path("output_schema"));
        return function;
    }

    private static JsonNode variants(JsonNode app) {
        if (!app.has("variants")) {
            return JSON.nullNode();
        }
        ObjectNode variants = JSON.objectNode();
        app.path("variants").forEach(name -> {
            ObjectNode variant = variants.putObject(name.asText()).put("name", name.asText()).put("order", variants.size()).put("python", "3.12");
            variant.set("resources", resources(app.path("vram_gb").asInt(), app.path("ram_gb").asLong()));
            variant.putObject("env");
        });
        return variants;
    }

    private static JsonNode secrets(JsonNode app, int ordinal) {
        var list = JSON.arrayNode();
        if (ordinal > 0) {
            app.path("secrets").forEach(key -> list.addObject().put("key", key.asText()).put("description", "Reads the model from its hub.").put("optional", false));
        }
        return list;
    }

    private static ObjectNode resources(int vramGb, long ramGb) {
        ObjectNode resources = JSON.objectNode();
        resources.putObject("gpu").put("count", vramGb == 0 ? 0 : 1).put("vram", vramGb * Host.GB).put("type", vramGb == 0 ? "none" : "nvidia");
        resources.put("ram", ramGb * Host.GB);
        return resources;
    }
}
