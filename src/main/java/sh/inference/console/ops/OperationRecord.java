package sh.inference.console.ops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;

/** What was asked, when, and what came of it. Immutable: every step makes a new record. */
public record OperationRecord(String id, OperationPlan plan, String reason, List<Step> steps, Optional<Problem> problem) {
    public OperationRecord {
        steps = List.copyOf(steps);
    }

    /** A step that was reached, in the operator's words. */
    public record Step(OperationState state, Instant at, Text text) {
    }

    public static OperationRecord planned(String id, OperationPlan plan, String reason, Instant at) {
        return new OperationRecord(id, plan, reason, List.of(new Step(OperationState.PLANNED, at, plan.title())), Optional.empty());
    }

    public OperationState state() {
        return steps.getLast().state();
    }

    /** When it was asked for. */
    public Instant startedAt() {
        return steps.getFirst().at();
    }

    public Step last() {
        return steps.getLast();
    }

    /** The step at which a state was first reached. */
    public Optional<Step> reached(OperationState state) {
        return steps.stream().filter(step -> step.state() == state).findFirst();
    }

    /**
     * The record one step on. The same state again is allowed for progress in words.
     *
     * @throws IllegalStateException if the state cannot follow
     */
    public OperationRecord to(OperationState state, Instant at, Text text) {
        if (state != state() && !state().next().contains(state)) {
            throw new IllegalStateException(state() + " -> " + state);
        }
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(state, at, text));
        return new OperationRecord(id, plan, reason, more, problem);
    }

    public OperationRecord failed(Instant at, Problem why) {
        OperationRecord record = to(OperationState.FAILED, at, why.title());
        return new OperationRecord(id, plan, reason, record.steps, Optional.of(why));
    }
}
