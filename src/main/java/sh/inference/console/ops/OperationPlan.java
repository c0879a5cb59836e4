package sh.inference.console.ops;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Text;

/**
 * What an operation would do now: a pure function of a {@link Situation}.
 *
 * @param title          verb and object, "Drain gpu-7"
 * @param consequence    one plain paragraph
 * @param confirm        the words on the button
 * @param destructive    work, money's worth or an engine is lost: the button is red
 * @param reasonRequired whether a reason must be given
 * @param readAt         when the data was heard that the plan was made from
 */
public record OperationPlan(Verb verb, Target target, Text title, Text consequence, List<PlanSection> sections, List<Precondition> preconditions,
                            Level level, Text confirm, boolean destructive, boolean reasonRequired, ApiCall call, Instant readAt) {
    public OperationPlan {
        sections = List.copyOf(sections);
        preconditions = List.copyOf(preconditions);
    }

    /** The first reason why it cannot be sent now. */
    public Optional<Text> blockedBy() {
        return preconditions.stream().filter(p -> p.verdict() == Precondition.Verdict.BLOCK).map(Precondition::text).findFirst();
    }

    /**
     * Whether another plan would mean the same to the operator who read this one. Ages and the time of reading do not
     * count; sections, level, wording and preconditions' verdicts do.
     */
    public boolean meansTheSameAs(OperationPlan other) {
        return verb == other.verb && target.equals(other.target) && level == other.level && call.equals(other.call)
                && consequence.equals(other.consequence) && blockedBy().isPresent() == other.blockedBy().isPresent();
    }
}
