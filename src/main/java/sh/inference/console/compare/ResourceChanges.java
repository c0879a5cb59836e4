package sh.inference.console.compare;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.model.Text;

/** What differs in what a version or a variant needs of a worker. A need that is not told is unknown, and never nothing. */
final class ResourceChanges {
    private static final double GB = 1L << 30;
    private final Part part;
    private final String scope;
    private final List<Change> changes;

    ResourceChanges(Part part, String scope, List<Change> changes) {
        this.part = part;
        this.scope = scope;
        this.changes = changes;
    }

    void compare(JsonNode before, JsonNode after) {
        if (!before.isObject() && !after.isObject()) {
            return;
        }
        if (!before.isObject() || !after.isObject()) {
            Text unknown = Text.of("plan.unknown");
            add(Aspect.OTHER, before.isObject() ? Change.NOTHING : unknown, after.isObject() ? Change.NOTHING : unknown, Weight.RISKY, "change.why.resources.unknown");
            return;
        }
        JsonNode was = before.path("gpu");
        JsonNode is = after.path("gpu");
        grows(Aspect.GPUS, was.path("count").asLong(), is.path("count").asLong());
        grows(Aspect.VRAM, was.path("vram").asLong(), is.path("vram").asLong());
        grows(Aspect.RAM, before.path("ram").asLong(), after.path("ram").asLong());
        String type = was.path("type").asText("");
        String other = is.path("type").asText("");
        if (!type.equals(other)) {
            boolean freer = other.isEmpty() || other.equals("any") || other.equals("none");
            add(Aspect.GPU_TYPE, VersionComparison.text(type), VersionComparison.text(other), freer ? Weight.NEUTRAL : Weight.RISKY,
                    freer ? "change.why.resources.less" : "change.why.resources.more");
        }
    }

    private void grows(Aspect aspect, long before, long after) {
        if (before != after) {
            boolean more = after > before;
            add(aspect, amount(aspect, before), amount(aspect, after), more ? Weight.RISKY : Weight.NEUTRAL,
                    more ? "change.why.resources.more" : "change.why.resources.less");
        }
    }

    private static Text amount(Aspect aspect, long value) {
        return aspect == Aspect.GPUS ? Text.of("change.count", value) : Text.of("change.gb", Math.round(value / GB * 10) / 10.0);
    }

    private void add(Aspect aspect, Text before, Text after, Weight weight, String why) {
        changes.add(new Change(part, aspect, scope, "", before, after, weight, Text.of(why)));
    }
}
