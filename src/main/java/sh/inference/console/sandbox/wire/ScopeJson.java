package sh.inference.console.sandbox.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Every scope a key may be given (contract 9.2). */
public final class ScopeJson {
    private static final List<String> ACTIONS = List.of("read", "write");
    private static final List<String> EXECUTABLE = List.of("apps", "agents", "flows");
    private static final List<String> RESOURCES = List.of("apps", "agents", "flows", "engines", "teams", "billing", "apikeys", "secrets", "integrations",
            "conversations", "files", "datastores", "projects", "knowledge", "artifacts", "user", "settings");
    private static final List<String> BARE = List.of("agents", "apps", "conversations", "files", "datastores", "templates", "flows", "projects", "teams",
            "billing", "artifacts", "engines");
    private static final List<String> OPERATOR = List.of("apps:read", "apps:write", "engines:read", "engines:write", "teams:read", "billing:read");

    private ScopeJson() {
    }

    /** The strings themselves. */
    public static List<String> all() {
        List<String> all = new ArrayList<>(List.of("*"));
        all.addAll(BARE);
        for (String resource : RESOURCES) {
            ACTIONS.forEach(action -> all.add(resource + ":" + action));
            if (EXECUTABLE.contains(resource)) {
                all.add(resource + ":execute");
            }
        }
        return all;
    }

    public static ObjectNode catalogue() {
        ObjectNode node = Json.object();
        ArrayNode scopes = node.putArray("scopes");
        for (String scope : all()) {
            String group = scope.equals("*") ? "wide" : scope.split(":")[0];
            scopes.addObject().put("value", scope).put("label", scope.equals("*") ? "everything" : scope.replace(':', ' ')).put("description", "").put("group", group);
        }
        ArrayNode groups = node.putArray("groups");
        groups.addObject().put("id", "wide").put("label", "wide").put("description", "Everything");
        for (String resource : Stream.concat(RESOURCES.stream(), BARE.stream()).distinct().toList()) {
            groups.addObject().put("id", resource).put("label", resource).put("description", "Everything about " + resource);
        }
        ObjectNode preset = node.putArray("presets").addObject().put("id", "operator").put("label", "Operator")
                .put("description", "What an operator's console needs");
        ArrayNode bundle = preset.putArray("scopes");
        OPERATOR.forEach(bundle::add);
        return node;
    }
}
