package sh.inference.console.ops.promote;

import java.util.ArrayList;
import java.util.List;

import sh.inference.console.compare.Change;
import sh.inference.console.compare.Comparison;
import sh.inference.console.compare.Weight;
import sh.inference.console.model.Text;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.PlanSection.Mark;
import sh.inference.console.ops.PlanSection.Row;

/** What differs between two versions, as a part of a plan: what breaks and what is risky, the rest as a number. */
final class ChangesSection {
    private static final int MOST = 8;

    private ChangesSection() {
    }

    static PlanSection of(Comparison comparison) {
        List<Change> grave = comparison.changes().stream().filter(change -> change.weight() != Weight.NEUTRAL).toList();
        List<Row> rows = new ArrayList<>();
        grave.stream().limit(MOST).forEach(change -> rows.add(new Row(mark(change.weight()), List.of(change.what(), change.why()))));
        if (grave.size() > MOST) {
            rows.add(new Row(mark(grave.get(MOST).weight()), List.of(Text.of("current.changes.more", grave.size() - MOST))));
        }
        Text remark = comparison.changes().isEmpty() ? Text.of("current.changes.none") : Text.of("current.changes.neutral", comparison.count(Weight.NEUTRAL));
        return new PlanSection(Text.of("current.changes.weights", comparison.count(Weight.BREAKING), comparison.count(Weight.RISKY)), remark, rows);
    }

    private static Mark mark(Weight weight) {
        return weight == Weight.BREAKING ? Mark.BAD : Mark.WARN;
    }
}
