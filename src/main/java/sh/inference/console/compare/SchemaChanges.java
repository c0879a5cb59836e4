package sh.inference.console.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.compare.SchemaFields.Field;
import sh.inference.console.model.Text;

/** What differs between two schemas for those who call: fields gone, new, required, of another type. */
final class SchemaChanges {
    private static final int LONGEST = 60;
    private static final Set<String> WORDS = Set.of("title", "description", "examples", "$comment", "$id");
    private final Part part;
    private final String scope;
    private final List<Change> found = new ArrayList<>();

    private SchemaChanges(Part part, String scope) {
        this.part = part;
        this.scope = scope;
    }

    static void compare(Part part, String scope, JsonNode before, JsonNode after, List<Change> into) {
        if (!before.equals(after) && !(isNothing(before) && isNothing(after))) {
            SchemaChanges changes = new SchemaChanges(part, scope);
            changes.compare(before, after);
            into.addAll(changes.found);
        }
    }

    private void compare(JsonNode before, JsonNode after) {
        SchemaFields was = SchemaFields.of(before);
        SchemaFields is = SchemaFields.of(after);
        was.fields().forEach((path, field) -> {
            Field now = is.fields().get(path);
            if (now != null) {
                kept(path, field, now);
            } else if (!isInside(path, was.fields(), is.fields())) {
                removed(path, field);
            }
        });
        is.fields().forEach((path, field) -> {
            if (!was.fields().containsKey(path) && !isInside(path, is.fields(), was.fields())) {
                added(path, field);
            }
        });
        remainder(before, after, was.isCut() || is.isCut());
    }

    /** A field inside one that is itself new or gone is not told again. */
    private static boolean isInside(String path, Map<String, Field> here, Map<String, Field> there) {
        for (int end = path.length() - 1; end > 0; end--) {
            boolean border = path.charAt(end) == '.' || path.charAt(end) == '[';
            String outer = path.substring(0, end);
            if (border && here.containsKey(outer) && !there.containsKey(outer)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOutput() {
        return part == Part.OUTPUT;
    }

    private void removed(String path, Field field) {
        add(Aspect.REMOVED, path, types(field), Change.NOTHING, Weight.BREAKING, isOutput() ? "change.why.output.removed" : "change.why.input.removed");
    }

    private void added(String path, Field field) {
        if (isOutput() || !field.required()) {
            add(Aspect.ADDED, path, Change.NOTHING, types(field), Weight.NEUTRAL, isOutput() ? "change.why.output.added" : "change.why.optional");
        } else {
            add(Aspect.ADDED, path, Change.NOTHING, types(field), Weight.BREAKING, "change.why.input.required");
        }
    }

    private void kept(String path, Field was, Field is) {
        if (was.required() != is.required()) {
            required(path, was, is);
        }
        if (!was.types().equals(is.types())) {
            boolean wider = accepts(is.types(), was.types());
            boolean narrower = accepts(was.types(), is.types());
            boolean harmless = isOutput() ? narrower : wider;
            add(Aspect.TYPE, path, types(was), types(is), harmless ? Weight.NEUTRAL : Weight.BREAKING,
                    harmless ? "change.why.type.wider" : isOutput() ? "change.why.output.type" : "change.why.input.type");
        }
        if (!isOutput() && !was.schema().path("default").equals(is.schema().path("default"))) {
            add(Aspect.DEFAULT, path, value(was.schema().path("default")), value(is.schema().path("default")), Weight.RISKY, "change.why.default");
        }
        choices(path, was.schema(), is.schema());
        limits(path, was.schema(), is.schema());
    }

    private void required(String path, Field was, Field is) {
        if (isOutput()) {
            add(is.required() ? Aspect.REQUIRED : Aspect.OPTIONAL, path, Change.NOTHING, Change.NOTHING, is.required() ? Weight.NEUTRAL : Weight.RISKY,
                    is.required() ? "change.why.output.always" : "change.why.output.absent");
        } else if (is.required()) {
            JsonNode given = was.schema().path("default");
            found.add(new Change(part, Aspect.REQUIRED, scope, path, Change.NOTHING, Change.NOTHING, Weight.BREAKING,
                    given.isMissingNode() ? Text.of("change.why.input.required") : Text.of("change.why.input.required.default", value(given))));
        } else {
            add(Aspect.OPTIONAL, path, Change.NOTHING, Change.NOTHING, Weight.NEUTRAL, "change.why.optional");
        }
    }

    private void choices(String path, JsonNode was, JsonNode is) {
        Set<String> before = words(was.path("enum"));
        Set<String> after = words(is.path("enum"));
        if (before.equals(after)) {
            return;
        }
        boolean gone = !after.isEmpty() && (before.isEmpty() || !after.containsAll(before));
        boolean more = after.isEmpty() || !before.isEmpty() && !before.containsAll(after);
        Weight weight = isOutput() ? more ? Weight.RISKY : Weight.NEUTRAL : gone ? Weight.BREAKING : Weight.NEUTRAL;
        String why = isOutput() ? more ? "change.why.output.choices" : "change.why.type.wider" : gone ? "change.why.input.choices" : "change.why.type.wider";
        add(Aspect.CHOICES, path, value(String.join(", ", before)), value(String.join(", ", after)), weight, why);
    }

    private void limits(String path, JsonNode was, JsonNode is) {
        for (SchemaLimit limit : SchemaLimit.values()) {
            JsonNode before = was.path(limit.member());
            JsonNode after = is.path(limit.member());
            if (!before.equals(after)) {
                boolean tighter = limit.isTighter(before, after);
                Text then = before.isMissingNode() ? Change.NOTHING : Text.of("change.limit", limit.member(), value(before));
                Text now = after.isMissingNode() ? Change.NOTHING : Text.of("change.limit", limit.member(), value(after));
                found.add(new Change(part, Aspect.LIMITS, scope, path, then, now, tighter && !isOutput() ? Weight.RISKY : Weight.NEUTRAL,
                        Text.of(tighter && !isOutput() ? "change.why.limits" : "change.why.type.wider")));
            }
        }
    }

    /** Nothing that differs goes without a word. */
    private void remainder(JsonNode before, JsonNode after, boolean cut) {
        if (cut) {
            add(Aspect.OTHER, "", Change.NOTHING, Change.NOTHING, Weight.RISKY, "change.why.schema.cut");
        } else if (found.isEmpty()) {
            boolean wording = withoutWords(before).equals(withoutWords(after));
            add(wording ? Aspect.WORDING : Aspect.OTHER, "", Change.NOTHING, Change.NOTHING, wording ? Weight.NEUTRAL : Weight.RISKY,
                    wording ? "change.why.wording" : "change.why.schema.other");
        }
    }

    private void add(Aspect aspect, String path, Text before, Text after, Weight weight, String why) {
        found.add(new Change(part, aspect, scope, path, before, after, weight, Text.of(why)));
    }

    private static JsonNode withoutWords(JsonNode node) {
        JsonNode copy = node.deepCopy();
        strip(copy, false);
        return copy;
    }

    /** A property may itself be called "title": names of properties are no words. */
    private static void strip(JsonNode node, boolean names) {
        if (node instanceof ObjectNode object && !names) {
            object.remove(WORDS);
        }
        if (node.isObject()) {
            node.properties().forEach(member -> strip(member.getValue(), !names && member.getKey().equals("properties")));
        } else {
            node.forEach(item -> strip(item, false));
        }
    }

    private static boolean accepts(Set<String> these, Set<String> those) {
        return these.contains("any") || those.stream().allMatch(type -> these.contains(type) || type.equals("integer") && these.contains("number"));
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new TreeSet<>();
        list.forEach(word -> words.add(word.asText(word.toString())));
        return words;
    }

    private static Text types(Field field) {
        return Text.verbatim(String.join(" | ", field.types()));
    }

    private static Text value(JsonNode node) {
        return node.isMissingNode() ? Change.NOTHING : value(node.toString());
    }

    private static Text value(String word) {
        return VersionComparison.text(word.length() > LONGEST ? word.substring(0, LONGEST) + "\u2026" : word);
    }

    private static boolean isNothing(JsonNode schema) {
        return schema.isMissingNode() || schema.isNull();
    }
}
