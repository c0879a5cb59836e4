package sh.inference.console.ops.promote;

import java.time.Instant;
import java.util.Optional;

import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;

/**
 * From which version to which the current one was to be moved: what a promotion rests on, and what its undo needs.
 *
 * @param from the id of the version that was current; empty when the service did not say
 */
public record CurrentStep(String from, String to) {
    /** A step that this console took. */
    public record Taken(String appId, String appName, CurrentStep step, Instant at, String reason) {
    }

    /** What a plan rests on, for a promotion or a roll back. */
    public static Optional<CurrentStep> of(OperationPlan plan) {
        return plan.basis().stream().filter(CurrentStep.class::isInstance).map(CurrentStep.class::cast).findFirst();
    }

    /** The step behind a record, if the service took it: when that was seen, or when it was accepted. */
    public static Optional<Taken> taken(OperationRecord record) {
        boolean off = record.state() == OperationState.FAILED || record.state() == OperationState.SUPERSEDED;
        Optional<Instant> at = record.reached(OperationState.OBSERVED).or(() -> record.reached(OperationState.ACCEPTED)).map(OperationRecord.Step::at);
        return off || at.isEmpty() ? Optional.empty()
                : of(record.plan()).map(step -> new Taken(record.plan().target().id(), record.plan().target().name(), step, at.get(), record.reason()));
    }
}
