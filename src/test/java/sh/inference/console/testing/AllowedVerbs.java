package sh.inference.console.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;
import sh.inference.console.ui.common.EngineVerbs;

/** Verbs that are possible unless a test says otherwise; what was asked for is kept. */
public final class AllowedVerbs implements EngineVerbs {
    private final Map<String, Text> reasons = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    public void forbid(Verb verb, String engineId, Text why) {
        reasons.put(verb + " " + engineId, why);
    }

    /** As {@code DRAIN id-gpu-1}. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public Optional<Text> whyNot(Verb verb, String engineId) {
        return Optional.ofNullable(reasons.get(verb + " " + engineId));
    }

    @Override
    public void request(Verb verb, String engineId) {
        asked.add(verb + " " + engineId);
    }
}
