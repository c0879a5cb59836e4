package sh.inference.console.compare;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;

/**
 * The JSON of two versions as text, part by part, with the members of every object in the same order. Confidential
 * values of the environment are covered.
 */
final class TextDifference {
    /** Lines of both texts that are matched one by one; beyond them the middle is shown as replaced. */
    private static final int MOST_MATCHED = 12_000;
    private final List<TextLine> lines = new ArrayList<>();
    private int left;
    private int right;
    private boolean coarse;

    private TextDifference() {
    }

    static List<TextPart> of(JsonNode from, JsonNode to) {
        List<TextPart> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            JsonNode before = VersionComparison.member(from, part);
            JsonNode after = VersionComparison.member(to, part);
            if (!before.equals(after)) {
                JsonText one = JsonText.of(part, before);
                JsonText other = JsonText.of(part, after);
                TextDifference text = new TextDifference();
                text.compare(one.lines(), other.lines());
                parts.add(new TextPart(part, text.lines, text.coarse, Math.max(one.omitted(), other.omitted())));
            }
        }
        return parts;
    }

    /** What both begin and end with needs no search. */
    private void compare(List<String> before, List<String> after) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        same(before.subList(0, head));
        middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
        same(before.subList(before.size() - tail, before.size()));
    }

    private void middle(List<String> before, List<String> after) {
        if (before.size() + after.size() > MOST_MATCHED) {
            coarse = true;
            changed(before, after);
            return;
        }
        int at = 0;
        int there = 0;
        List<String> gone = List.of();
        List<String> come = List.of();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(String::equals)).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            // Deltas that touch are one change: what went beside what came.
            if (from > at + gone.size() || to > there + come.size()) {
                changed(gone, come);
                same(before.subList(at + gone.size(), from));
                at = from;
                there = to;
                gone = List.of();
                come = List.of();
            }
            gone = before.subList(at, from + delta.getSource().size());
            come = after.subList(there, to + delta.getTarget().size());
        }
        changed(gone, come);
        same(before.subList(at + gone.size(), before.size()));
    }

    private void same(List<String> both) {
        both.forEach(line -> lines.add(new TextLine(TextLine.Kind.SAME, ++left, line, ++right, line)));
    }

    private void changed(List<String> before, List<String> after) {
        int both = Math.min(before.size(), after.size());
        for (int i = 0; i < both; i++) {
            lines.add(new TextLine(TextLine.Kind.CHANGED, ++left, before.get(i), ++right, after.get(i)));
        }
        before.subList(both, before.size()).forEach(line -> lines.add(new TextLine(TextLine.Kind.REMOVED, ++left, line, 0, "")));
        after.subList(both, after.size()).forEach(line -> lines.add(new TextLine(TextLine.Kind.ADDED, 0, "", ++right, line)));
    }
}
