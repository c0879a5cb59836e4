package sh.inference.console.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import sh.inference.console.model.Text;
import sh.inference.console.model.VersionDocument;

/**
 * Compares two versions of an app. Pure, and bounded in time and memory whatever the documents hold; what is too large or
 * too deep to be understood is reported as such and still shown as text. Meant for a background thread.
 */
public final class VersionComparison {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> EITHER_NAME = Set.of("required_credentials");
    private final JsonNode from;
    private final JsonNode to;
    private final List<Change> changes = new ArrayList<>();

    private VersionComparison(JsonNode from, JsonNode to) {
        this.from = from;
        this.to = to;
    }

    /** @throws IOException if a document is not JSON */
    public static Comparison of(VersionDocument from, VersionDocument to) throws IOException {
        JsonNode before = JSON.readTree(from.json());
        JsonNode after = JSON.readTree(to.json());
        String checksum = before.path("checksum").asText();
        boolean sameBuild = !checksum.isEmpty() && checksum.equals(after.path("checksum").asText());
        return new Comparison(from.id(), to.id(), sameBuild, new VersionComparison(before, after).changes(), TextDifference.of(before, after));
    }

    private List<Change> changes() {
        schemas("", from, to);
        functions();
        new RequirementChanges(Part.SECRET, changes).compare(member(from, Part.SECRET), member(to, Part.SECRET));
        new RequirementChanges(Part.INTEGRATION, changes).compare(member(from, Part.INTEGRATION), member(to, Part.INTEGRATION));
        new ResourceChanges(Part.RESOURCES, "", changes).compare(member(from, Part.RESOURCES), member(to, Part.RESOURCES));
        variants();
        word(Part.KERNEL, Weight.RISKY, "change.why.kernel");
        env(Part.ENV, "", member(from, Part.ENV), member(to, Part.ENV));
        word(Part.REPOSITORY, Weight.NEUTRAL, "change.why.repository");
        if (!member(from, Part.METADATA).equals(member(to, Part.METADATA))) {
            add(Part.METADATA, Aspect.CHANGED, "", "", "", "", Weight.NEUTRAL, "change.why.metadata");
        }
        return changes;
    }

    private void schemas(String scope, JsonNode before, JsonNode after) {
        SchemaChanges.compare(Part.INPUT, scope, before.path("input_schema"), after.path("input_schema"), changes);
        SchemaChanges.compare(Part.OUTPUT, scope, before.path("output_schema"), after.path("output_schema"), changes);
        if (scope.isEmpty()) {
            SchemaChanges.compare(Part.SETUP, scope, before.path("setup_schema"), after.path("setup_schema"), changes);
        }
    }

    private void functions() {
        JsonNode before = member(from, Part.FUNCTION);
        JsonNode after = member(to, Part.FUNCTION);
        for (String name : names(before, after)) {
            if (!after.has(name)) {
                add(Part.FUNCTION, Aspect.REMOVED, "", name, "", "", Weight.BREAKING, "change.why.function.removed");
            } else if (!before.has(name)) {
                add(Part.FUNCTION, Aspect.ADDED, "", name, "", "", Weight.NEUTRAL, "change.why.added");
            } else {
                function(name, before.path(name), after.path(name));
            }
        }
        word(Part.DEFAULT_FUNCTION, Weight.BREAKING, "change.why.default-function");
    }

    /** The version's own schemas are those of one of its functions, and what they change is said once. */
    private void function(String name, JsonNode before, JsonNode after) {
        boolean same = before.path("input_schema").equals(from.path("input_schema")) && after.path("input_schema").equals(to.path("input_schema"))
                && before.path("output_schema").equals(from.path("output_schema")) && after.path("output_schema").equals(to.path("output_schema"));
        if (!same) {
            schemas(name, before, after);
        }
        String was = before.path("kind").asText("").isEmpty() ? "run" : before.path("kind").asText();
        String is = after.path("kind").asText("").isEmpty() ? "run" : after.path("kind").asText();
        if (!was.equals(is)) {
            add(Part.FUNCTION, Aspect.CHANGED, "", name, was, is, Weight.BREAKING, "change.why.function.kind");
        }
    }

    private void variants() {
        JsonNode before = member(from, Part.VARIANT);
        JsonNode after = member(to, Part.VARIANT);
        for (String name : names(before, after)) {
            if (!after.has(name)) {
                add(Part.VARIANT, Aspect.REMOVED, "", name, "", "", Weight.BREAKING, "change.why.variant.removed");
            } else if (!before.has(name)) {
                add(Part.VARIANT, Aspect.ADDED, "", name, "", "", Weight.NEUTRAL, "change.why.added");
            } else {
                new ResourceChanges(Part.VARIANT, name, changes).compare(before.path(name).path("resources"), after.path(name).path("resources"));
                env(Part.VARIANT, name, before.path(name).path("env"), after.path(name).path("env"));
                String was = before.path(name).path("python").asText("");
                String is = after.path(name).path("python").asText("");
                if (!was.equals(is)) {
                    add(Part.VARIANT, Aspect.CHANGED, name, "python", was, is, Weight.RISKY, "change.why.kernel");
                }
            }
        }
    }

    /** By name: values may be confidential, so they are compared and not told. */
    private void env(Part part, String scope, JsonNode before, JsonNode after) {
        for (String name : names(before, after)) {
            if (!after.has(name)) {
                add(part, Aspect.REMOVED, scope, name, "", "", Weight.RISKY, "change.why.env");
            } else if (!before.has(name)) {
                add(part, Aspect.ADDED, scope, name, "", "", Weight.NEUTRAL, "change.why.env.added");
            } else if (!before.path(name).equals(after.path(name))) {
                add(part, Aspect.CHANGED, scope, name, "", "", Weight.RISKY, "change.why.env");
            }
        }
    }

    private void word(Part part, Weight weight, String why) {
        String was = from.path(part.member()).asText("");
        String is = to.path(part.member()).asText("");
        if (!was.equals(is)) {
            add(part, Aspect.CHANGED, "", "", was, is, weight, why);
        }
    }

    private void add(Part part, Aspect aspect, String scope, String subject, String before, String after, Weight weight, String why) {
        changes.add(new Change(part, aspect, scope, subject, text(before), text(after), weight, Text.of(why)));
    }

    static Text text(String word) {
        return word.isEmpty() ? Change.NOTHING : Text.verbatim(word);
    }

    /** A part of a version; newer services write one of them under another name. */
    static JsonNode member(JsonNode version, Part part) {
        JsonNode node = version.path(part.member());
        if (part == Part.INTEGRATION && node.isEmpty()) {
            node = EITHER_NAME.stream().map(version::path).filter(other -> !other.isMissingNode()).findFirst().orElse(node);
        }
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
