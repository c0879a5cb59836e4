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
 * @param trail   how its engine's work became less, as it was seen; a new point at every change
 * @param lookAgainFrom from when on the operator wants its progress judged anew
 */
public record OperationRecord(String id, OperationPlan plan, String reason, Asked asked, List<Step> steps, Optional<Problem> problem, List<Point> trail,
                              Optional<Instant> lookAgainFrom) {
    public OperationRecord {
        steps = List.copyOf(steps);
        trail = List.copyOf(trail);
    }

    /** Where a step is known from. */
    public enum Source {
        /** What this console did, or was answered. */
        ACTION,
        STREAM, POLL,
        /** What an earlier session wrote down. */
        JOURNAL
    }

    /** A step that was reached, in the operator's words. */
    public record Step(OperationState state, Instant at, Text text, Source source) {
    }

    /**
     * The work on the engine at a moment.
     *
     * @param workers that serve
     * @param tasks   in flight
     * @param live    false where the line was lost: from there to the next point nothing is known
     */
    public record Point(Instant at, int workers, int tasks, boolean live) {
        boolean sameWork(Point other) {
            return workers == other.workers && tasks == other.tasks;
        }
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
        return new OperationRecord(id, plan, reason, asked, List.of(new Step(OperationState.PLANNED, at, plan.title(), Source.ACTION)), Optional.empty(),
                List.of(), Optional.empty());
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

    /** The last step that the fleet showed; the last of all when it has shown none. */
    public Step lastSeen() {
        return steps.reversed().stream().filter(step -> step.source() != Source.ACTION).findFirst().orElse(last());
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
        return to(state, at, text, Source.ACTION);
    }

    /** The same, with where it is known from. */
    public OperationRecord to(OperationState state, Instant at, Text text, Source source) {
        if (state != state() && !state().next().contains(state)) {
            throw new IllegalStateException(state() + " -> " + state);
        }
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(state, at, text, source));
        return new OperationRecord(id, plan, reason, asked, more, problem, trail, lookAgainFrom);
    }

    public OperationRecord failed(Instant at, Problem why) {
        OperationRecord record = to(OperationState.FAILED, at, why.title());
        return new OperationRecord(id, plan, reason, asked, record.steps, Optional.of(why), trail, lookAgainFrom);
    }

    /** The record with what was seen of its engine's work, if that is news. */
    public OperationRecord seen(Point point) {
        if (!trail.isEmpty() && trail.getLast().sameWork(point) && trail.getLast().live() == point.live()) {
            return this;
        }
        List<Point> more = new ArrayList<>(trail);
        more.add(point);
        return new OperationRecord(id, plan, reason, asked, steps, problem, more, lookAgainFrom);
    }

    /** The record when the operator wants to wait on. */
    OperationRecord lookAgain(Instant from) {
        return new OperationRecord(id, plan, reason, asked, steps, problem, trail, Optional.of(from));
    }

    /** When work was last seen to become less, or a new state to be reached. */
    public Instant progressAt() {
        Instant last = steps.stream().filter(step -> step.state() != OperationState.TIMED_OUT && reached(step.state()).filter(first -> first == step).isPresent())
                .map(Step::at).max(Instant::compareTo).orElse(startedAt());
        for (int i = 1; i < trail.size(); i++) {
            if (!trail.get(i).sameWork(trail.get(i - 1)) && trail.get(i).at().isAfter(last)) {
                last = trail.get(i).at();
            }
        }
        return last;
    }
}
