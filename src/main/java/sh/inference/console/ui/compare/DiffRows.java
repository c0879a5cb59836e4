package sh.inference.console.ui.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.compare.Change;
import sh.inference.console.compare.Comparison;
import sh.inference.console.compare.TextLine;
import sh.inference.console.compare.TextPart;
import sh.inference.console.compare.Weight;
import sh.inference.console.text.Messages;

/** Lays the texts of a comparison out as rows: in two panes or as one, with long equal stretches folded. Pure. */
final class DiffRows {
    /** Equal lines that are kept around what differs. */
    private static final int CONTEXT = 3;
    private final Comparison comparison;
    private final boolean unified;
    private final Messages words;
    private final List<DiffRow> rows = new ArrayList<>();
    private final Map<Change, Integer> starts = new HashMap<>();

    private DiffRows(Comparison comparison, boolean unified, Messages words) {
        this.comparison = comparison;
        this.unified = unified;
        this.words = words;
    }

    static DiffRows of(Comparison comparison, boolean unified, Messages words) {
        DiffRows made = new DiffRows(comparison, unified, words);
        comparison.text().forEach(made::part);
        return made;
    }

    List<DiffRow> rows() {
        return rows;
    }

    /** The row that a change is about; -1 when its text is not shown. */
    int rowOf(Change change) {
        return starts.getOrDefault(change, -1);
    }

    private void part(TextPart part) {
        String remark = part.omitted() > 0 ? words.of("compare.omitted", part.omitted()) : part.coarse() ? words.of("compare.coarse") : "";
        rows.add(new DiffRow.Head(part.part().member(), remark));
        Map<Integer, Weight> marks = new HashMap<>();
        Map<Integer, List<Change>> at = new HashMap<>();
        for (Change change : comparison.changes()) {
            int line = change.part() == part.part() ? part.lineOf(change) : -1;
            if (line >= 0) {
                marks.merge(line, change.weight(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
                at.computeIfAbsent(line, first -> new ArrayList<>()).add(change);
            }
        }
        List<TextLine> lines = part.lines();
        int from = 0;
        while (from < lines.size()) {
            boolean same = lines.get(from).kind() == TextLine.Kind.SAME;
            int to = from;
            while (to < lines.size() && (lines.get(to).kind() == TextLine.Kind.SAME) == same) {
                to++;
            }
            if (same) {
                equal(lines, from, to);
            } else {
                different(lines, from, to, marks, at);
            }
            from = to;
        }
    }

    private void equal(List<TextLine> lines, int from, int to) {
        int head = from == 0 ? 0 : CONTEXT;
        int tail = to == lines.size() ? 0 : CONTEXT;
        if (to - from <= head + tail + 1) {
            lines.subList(from, to).forEach(this::add);
            return;
        }
        lines.subList(from, from + head).forEach(this::add);
        rows.add(new DiffRow.Fold(to - from - head - tail));
        lines.subList(to - tail, to).forEach(this::add);
    }

    private void add(TextLine line) {
        rows.add(unified ? new DiffRow.Single(' ', line.leftNumber(), line.rightNumber(), line.left(), Optional.empty()) : new DiffRow.Pair(line, Optional.empty()));
    }

    private void different(List<TextLine> lines, int from, int to, Map<Integer, Weight> marks, Map<Integer, List<Change>> at) {
        for (int i = from; i < to; i++) {
            at.getOrDefault(i, List.of()).forEach(change -> starts.put(change, rows.size()));
            TextLine line = lines.get(i);
            Optional<Weight> weight = Optional.ofNullable(marks.get(i));
            if (!unified) {
                rows.add(new DiffRow.Pair(line, weight));
            } else if (line.leftNumber() > 0) {
                rows.add(new DiffRow.Single('-', line.leftNumber(), 0, line.left(), weight));
            }
        }
        for (int i = from; unified && i < to; i++) {
            TextLine line = lines.get(i);
            if (line.rightNumber() > 0) {
                rows.add(new DiffRow.Single('+', 0, line.rightNumber(), line.right(), line.leftNumber() > 0 ? Optional.empty() : Optional.ofNullable(marks.get(i))));
            }
        }
    }
}
