package sh.inference.console.ops.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.Target;

/**
 * How one engine of many stands. Immutable.
 *
 * @param note   the last that is to be said of it
 * @param record its operation, once one was begun
 */
public record BulkItem(Target target, State state, Text note, Optional<OperationRecord> record) {
    /** Where it stands. */
    public enum State {
        /** Its turn has not come. */
        WAITING,
        /** Being checked and sent. */
        SENDING,
        /** The service took it; the fleet has not shown its end. */
        UNDERWAY,
        DONE, FAILED,
        /** Its turn came and nothing was sent. */
        NOT_SENT,
        /** Left out from the start: it was not possible there. */
        SKIPPED,
        /** The operator gave the rest up before its turn. */
        CANCELLED;

        public boolean isEnded() {
            return compareTo(UNDERWAY) > 0;
        }

        /** Whether the stop rule counts it. */
        public boolean isFailure() {
            return this == FAILED || this == NOT_SENT;
        }
    }

    /** One without an operation. */
    static BulkItem of(Target target, State state, Text note) {
        return new BulkItem(target, state, note, Optional.empty());
    }

    BulkItem to(State next, Text words) {
        return new BulkItem(target, next, words, record);
    }

    BulkItem with(OperationRecord seen) {
        State next = switch (seen.state()) {
            case DONE -> State.DONE;
            case FAILED, TIMED_OUT, SUPERSEDED, CANCELLED -> State.FAILED;
            default -> State.UNDERWAY;
        };
        return new BulkItem(target, next, seen.last().text(), Optional.of(seen));
    }

    public Optional<Instant> asked() {
        return at(OperationState.SENT);
    }

    public Optional<Instant> accepted() {
        return at(OperationState.ACCEPTED);
    }

    public Optional<Instant> observed() {
        return at(OperationState.OBSERVED);
    }

    /** From the request to the end, once it has ended. */
    public Optional<Duration> took() {
        return record.filter(one -> state.isEnded()).map(one -> Duration.between(one.startedAt(), one.last().at()));
    }

    private Optional<Instant> at(OperationState wanted) {
        return record.flatMap(one -> one.reached(wanted)).map(OperationRecord.Step::at);
    }
}
