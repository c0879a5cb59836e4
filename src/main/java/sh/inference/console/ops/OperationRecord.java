package sh.inference.console.ops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ConnectionProfile;

/**
 * What was asked, when, and what came of it. Immutable: every step makes a new record.
 *
 * @param asked   who asked, where, and what was there when they did
 * @param problem why it failed, if it did
 */
public record OperationRecord(String id, OperationPlan plan, String reason, Asked asked, List<Step> steps, Optional<Problem> problem) {
    public OperationRecord {
        steps = List.copyOf(steps);
    }

    /** A step that was reached, in the operator's words. */
    public record Step(OperationState state, Instant at, Text text) {
    }

    /**
     * Who asked, where, and how much work was there.
     *
     * @param actor   a label, no proof
     * @param workers workers that served, for an engine
     * @param tasks   tasks in flight, for an engine
     */
    public record Asked(String actor, ConnectionProfile profile, int workers, int tasks) {
    }

    public static OperationRecord planned(String id, OperationPlan plan, String reason, Asked asked, Instant at) {
        return new OperationRecord(id, plan, reason, asked, List.of(new Step(OperationState.PLANNED, at, plan.title())), Optional.empty());
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
        return new OperationRecord(id, plan, reason, asked, more, problem);
    }

    public OperationRecord failed(Instant at, Problem why) {
        OperationRecord record = to(OperationState.FAILED, at, why.title());
        return new OperationRecord(id, plan, reason, asked, record.steps, Optional.of(why));
    }
}
