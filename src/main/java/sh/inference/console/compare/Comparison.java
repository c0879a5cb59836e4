package sh.inference.console.compare;

import java.util.Comparator;
import java.util.List;

/**
 * All that differs between two versions.
 *
 * @param sameBuild whether both carry the same checksum
 * @param changes   the worst first
 * @param text      their JSON, part by part, only of parts that differ
 */
public record Comparison(String from, String to, boolean sameBuild, List<Change> changes, List<TextPart> text) {
    private static final Comparator<Change> WORST_FIRST = Comparator.comparing(Change::weight).thenComparing(Change::part).thenComparing(Change::scope)
            .thenComparing(Change::subject).thenComparing(Change::aspect);

    public Comparison {
        changes = changes.stream().sorted(WORST_FIRST).toList();
        text = List.copyOf(text);
    }

    public long count(Weight weight) {
        return changes.stream().filter(change -> change.weight() == weight).count();
    }

    public boolean has(Weight weight) {
        return count(weight) > 0;
    }
}
