package sh.inference.console.testing;

import java.util.List;
import java.util.Locale;
import java.time.ZoneOffset;

import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.Precondition;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

/** Plans in the words an operator reads, so that tests can quote them. */
public final class Plans {
    private static final Messages WORDS = new Messages(Locale.US, new Formats(Locale.US, ZoneOffset.UTC));

    private Plans() {
    }

    public static String words(Text text) {
        return WORDS.of(text);
    }

    /** Whether the bundle has words for a text and all texts in it. */
    public static boolean hasWords(Text text) {
        boolean own = List.of("verbatim", "at.local", "at.utc", "joined").contains(text.key()) || WORDS.has(text.key());
        return own && text.args().stream().allMatch(arg -> !(arg instanceof Text inner) || hasWords(inner));
    }

    /** Every text of a plan. */
    public static List<Text> texts(OperationPlan plan) {
        List<Text> all = new java.util.ArrayList<>(List.of(plan.title(), plan.consequence(), plan.confirm()));
        plan.preconditions().forEach(check -> all.add(check.text()));
        plan.sections().forEach(section -> {
            all.add(section.heading());
            all.add(section.remark());
            section.rows().forEach(row -> all.addAll(row.cells()));
        });
        return all;
    }

    public static List<String> checks(OperationPlan plan, Precondition.Verdict verdict) {
        return plan.preconditions().stream().filter(check -> check.verdict() == verdict).map(Precondition::text).map(Plans::words).toList();
    }

    /** The rows of the section whose heading has a key, each as {@code MARK cell | cell}. */
    public static List<String> rows(OperationPlan plan, String heading) {
        return section(plan, heading).rows().stream()
                .map(row -> row.mark() + " " + String.join(" | ", row.cells().stream().map(Plans::words).toList())).toList();
    }

    public static PlanSection section(OperationPlan plan, String heading) {
        return plan.sections().stream().filter(section -> section.heading().key().equals(heading)).findFirst()
                .orElseThrow(() -> new AssertionError("no section " + heading));
    }
}
