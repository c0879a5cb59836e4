package sh.inference.console.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.model.Text;

/** What differs in the secrets or the integrations that a version asks for. */
final class RequirementChanges {
    private final Part part;
    private final List<Change> changes;

    RequirementChanges(Part part, List<Change> changes) {
        this.part = part;
        this.changes = changes;
    }

    void compare(JsonNode before, JsonNode after) {
        Map<String, JsonNode> was = byKey(before);
        Map<String, JsonNode> is = byKey(after);
        Set<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            JsonNode one = was.get(key);
            JsonNode other = is.get(key);
            if (one == null) {
                boolean optional = isOptional(other);
                add(Aspect.ADDED, key, optional ? Weight.NEUTRAL : Weight.BREAKING, optional ? "change.why.optional" : "change.why.not-needed-before");
            } else if (other == null) {
                add(Aspect.REMOVED, key, Weight.NEUTRAL, "change.why.not-needed");
            } else {
                kept(key, one, other);
            }
        }
    }

    private void kept(String key, JsonNode was, JsonNode is) {
        if (isOptional(was) && !isOptional(is)) {
            add(Aspect.REQUIRED, key, Weight.BREAKING, "change.why.was-optional");
        } else if (!isOptional(was) && isOptional(is)) {
            add(Aspect.OPTIONAL, key, Weight.NEUTRAL, "change.why.optional");
        }
        scopes(key, "scopes", was, is);
        scopes(key, "secrets", was, is);
    }

    private void scopes(String key, String member, JsonNode was, JsonNode is) {
        Set<String> before = words(was.path(member));
        Set<String> after = words(is.path(member));
        if (!before.equals(after)) {
            boolean more = !before.containsAll(after);
            changes.add(new Change(part, Aspect.SCOPES, "", key, joined(before), joined(after), more ? Weight.RISKY : Weight.NEUTRAL,
                    Text.of(more ? "change.why.scopes" : "change.why.not-needed")));
        }
    }

    private void add(Aspect aspect, String key, Weight weight, String why) {
        changes.add(new Change(part, aspect, "", key, Change.NOTHING, Change.NOTHING, weight, Text.of(why)));
    }

    private static Text joined(Set<String> words) {
        return VersionComparison.text(String.join(", ", words));
    }

    private static Set<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.isTextual() ? word.asText() : word.path("key").asText(word.toString())));
        return new TreeSet<>(words);
    }

    private static boolean isOptional(JsonNode requirement) {
        return requirement.path("optional").asBoolean(false);
    }

    private static Map<String, JsonNode> byKey(JsonNode list) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        list.forEach(one -> byKey.put(one.path("key").asText(""), one));
        return byKey;
    }
}
