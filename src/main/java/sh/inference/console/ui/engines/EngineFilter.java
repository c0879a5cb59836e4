package sh.inference.console.ui.engines;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the grid shows: engines that have one of the chosen values in every facet where some are chosen, and in whose
 * name, id, host, address, region, apps, GPU or version every word of the text is found.
 *
 * @param needles the words of the text in small letters
 */
record EngineFilter(String text, Map<Facet, Set<String>> choices, List<String> needles) {
    static final EngineFilter ALL = new EngineFilter("", Map.of());

    EngineFilter {
        Map<Facet, Set<String>> some = new TreeMap<>();
        choices.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                some.put(facet, Set.copyOf(values));
            }
        });
        choices = Map.copyOf(some);
        needles = List.copyOf(needles);
    }

    EngineFilter(String text, Map<Facet, Set<String>> choices) {
        this(text, choices, text.isBlank() ? List.of() : List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")));
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

    /** What is chosen beside the text: "GPU H100, Status Running". */
    String inWords(Facets facets) {
        return choices.entrySet().stream().map(choice -> facets.name(choice.getKey()) + " " + choice.getValue().stream().map(value -> facets.word(choice.getKey(), value)).sorted().collect(Collectors.joining(" / ")))
                .sorted().collect(Collectors.joining(", "));
    }

    /** @param search looks for the words of this filter's text */
    boolean matches(EngineRow row, Facets facets, TextSearch search) {
        for (Map.Entry<Facet, Set<String>> choice : choices.entrySet()) {
            if (!containsAny(choice.getValue(), facets.of(choice.getKey(), row.engine()))) {
                return false;
            }
        }
        return search.finds(row);
    }

    private static boolean containsAny(Set<String> wanted, List<String> values) {
        for (String value : values) {
            if (wanted.contains(value)) {
                return true;
            }
        }
        return false;
    }
}
