package sh.inference.console.ops;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import sh.inference.console.model.Text;

/** What is new in a plan beside the one the operator read. Ages go on by themselves and do not count. Pure. */
public final class PlanChange {
    private static final Set<String> AGES = Set.of("plan.age", "plan.duration", "check.seen", "plan.tasks.oldest");
    /** Nothing is new. */
    public static final PlanChange NONE = new PlanChange(Set.of(), Set.of(), false);
    private final Set<Object> rows;
    private final Set<Object> checks;
    private final boolean consequence;

    private PlanChange(Set<Object> rows, Set<Object> checks, boolean consequence) {
        this.rows = Set.copyOf(rows);
        this.checks = Set.copyOf(checks);
        this.consequence = consequence;
    }

    public static PlanChange between(OperationPlan read, OperationPlan now) {
        Set<Object> rows = keys(now);
        rows.removeAll(keys(read));
        Set<Object> checks = new HashSet<>(now.preconditions().stream().map(PlanChange::key).toList());
        read.preconditions().stream().map(PlanChange::key).forEach(checks::remove);
        return new PlanChange(rows, checks, !read.consequence().equals(now.consequence()));
    }

    public boolean isNew(PlanSection section, PlanSection.Row row) {
        return rows.contains(key(section, row));
    }

    public boolean isNew(Precondition check) {
        return checks.contains(key(check));
    }

    public boolean isConsequenceNew() {
        return consequence;
    }

    private static Set<Object> keys(OperationPlan plan) {
        Set<Object> keys = new HashSet<>();
        plan.sections().forEach(section -> section.rows().forEach(row -> keys.add(key(section, row))));
        return keys;
    }

    private static Object key(PlanSection section, PlanSection.Row row) {
        return List.of(section.heading().key(), row.mark(), row.cells().stream().map(PlanChange::ageless).toList());
    }

    private static Object key(Precondition check) {
        return List.of(check.verdict(), ageless(check.text()));
    }

    private static Object ageless(Text text) {
        return AGES.contains(text.key()) ? text.key() : text;
    }
}
