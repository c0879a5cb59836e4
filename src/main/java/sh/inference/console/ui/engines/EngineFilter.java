package sh.inference.console.ui.engines;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Worker;
import sh.inference.console.ui.common.EngineWords;

/**
 * What the grid shows: engines that have one of the chosen values in every facet where some are chosen, and in whose
 * name, id, host, address, region, apps, GPU or version every word of the text is found.
 */
record EngineFilter(String text, Map<Facet, Set<String>> choices) {
    static final EngineFilter ALL = new EngineFilter("", Map.of());

    EngineFilter {
        Map<Facet, Set<String>> some = new TreeMap<>();
        choices.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                some.put(facet, Set.copyOf(values));
            }
        });
        choices = Map.copyOf(some);
    }

    boolean isAll() {
        return text.isBlank() && choices.isEmpty();
    }

    Set<String> of(Facet facet) {
        return choices.getOrDefault(facet, Set.of());
    }

    EngineFilter withText(String now) {
        return new EngineFilter(now, choices);
    }

    /** With these values of a facet and no others; none lets every value through. */
    EngineFilter with(Facet facet, Collection<String> values) {
        Map<Facet, Set<String>> now = new EnumMap<>(Facet.class);
        now.putAll(choices);
        now.put(facet, Set.copyOf(new HashSet<>(values)));
        return new EngineFilter(text, now);
    }

    /** With one more value of a facet, or one less. */
    EngineFilter toggled(Facet facet, String value) {
        Set<String> values = new LinkedHashSet<>(of(facet));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(facet, values);
    }

    boolean matches(Engine engine, Facets facets, EngineWords words) {
        for (Map.Entry<Facet, Set<String>> choice : choices.entrySet()) {
            if (!containsAny(choice.getValue(), facets.of(choice.getKey(), engine))) {
                return false;
            }
        }
        return text.isBlank() || containsAll(engine, words);
    }

    private static boolean containsAny(Set<String> wanted, List<String> values) {
        for (String value : values) {
            if (wanted.contains(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean containsAll(Engine engine, EngineWords words) {
        for (String word : text.strip().split("\\s+")) {
            if (!isIn(engine, word, words)) {
                return false;
            }
        }
        return true;
    }

    // Member by member and without a new string: a keystroke asks ten thousand engines.
    private static boolean isIn(Engine engine, String word, EngineWords words) {
        if (in(engine.name(), word) || in(engine.id(), word) || in(engine.version(), word)) {
            return true;
        }
        if (engine.system().isPresent() && (in(engine.system().get().hostname(), word) || in(engine.system().get().os(), word))) {
            return true;
        }
        if (engine.instance().isPresent()) {
            Instance instance = engine.instance().get();
            if (in(instance.region(), word) || in(instance.cloud(), word) || in(instance.ip(), word) || in(instance.type(), word)) {
                return true;
            }
        }
        for (Worker worker : engine.workerList()) {
            if (!worker.appId().isEmpty() && in(words.apps().of(worker.appId()), word)) {
                return true;
            }
        }
        return in(words.gpuType(engine), word);
    }

    private static boolean in(String text, String word) {
        int last = text.length() - word.length();
        for (int at = 0; at <= last; at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
