package sh.inference.console.ops;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
 * @param basis          facts the decision rests on beyond the wording, such as the deadline that is moved or the version that is
 *                       current; when one of them changes, the operator is asked again
 * @param readAt         when the data was heard that the plan was made from
 */
public record OperationPlan(Verb verb, Target target, Text title, Text consequence, List<PlanSection> sections, List<Precondition> preconditions,
                            Level level, Text confirm, boolean destructive, boolean reasonRequired, ApiCall call, List<Object> basis,
                            Instant readAt) {
    public OperationPlan {
        sections = List.copyOf(sections);
        preconditions = List.copyOf(preconditions);
        basis = List.copyOf(basis);
    }

    /** The first reason why it cannot be sent now. */
    public Optional<Text> blockedBy() {
        return preconditions.stream().filter(p -> p.verdict() == Precondition.Verdict.BLOCK).map(Precondition::text).findFirst();
    }

    /**
     * Whether another plan would mean the same to the operator who read this one: same request, same strictness, same kind of
     * consequence, same basis, and no harm that this one did not name. Ages, and harm that has become less, do not count.
     */
    public boolean meansTheSameAs(OperationPlan other) {
        return verb == other.verb && target.equals(other.target) && level == other.level && call.equals(other.call) && basis.equals(other.basis)
                && consequence.key().equals(other.consequence.key()) && blockedBy().isPresent() == other.blockedBy().isPresent()
                && harms().containsAll(other.harms());
    }

    /**
     * Whether somebody who read another plan of the same operation has read what this one does: the same request on the same
     * facts, and no harm but those that were named.
     *
     * @param named apps whose loss was named elsewhere, for a plan that covers several engines
     */
    public boolean isCoveredBy(OperationPlan shown, Set<String> named) {
        Set<List<Text>> harms = new HashSet<>(harms());
        harms.removeIf(cells -> cells.getFirst().key().equals("verbatim") && named.contains(String.valueOf(cells.getFirst().args().getFirst())));
        return verb == shown.verb && target.equals(shown.target) && call.equals(shown.call) && basis.equals(shown.basis)
                && consequence.key().equals(shown.consequence.key()) && shown.harms().containsAll(harms);
    }

    /** The same under the name that an object had before it was gone, and was only an id any more. */
    OperationPlan named(String name) {
        return new OperationPlan(verb, new Target(target.kind(), target.id(), name), renamed(title, name), consequence, sections, preconditions, level, renamed(confirm, name),
                destructive, reasonRequired, call, basis, readAt);
    }

    private Text renamed(Text text, String name) {
        return new Text(text.key(), text.args().stream().map(arg -> arg.equals(target.name()) ? name : arg).toList());
    }

    /** What is lost, by the first two cells of each row that is marked bad. */
    private Set<List<Text>> harms() {
        return sections.stream().flatMap(section -> section.rows().stream()).filter(row -> row.mark() == PlanSection.Mark.BAD)
                .map(row -> row.cells().subList(0, Math.min(2, row.cells().size()))).collect(Collectors.toSet());
    }
}
