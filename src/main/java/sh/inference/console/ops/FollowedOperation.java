package sh.inference.console.ops;

import java.time.Duration;
import java.time.Instant;

/** An operation on its way, with what is needed to recognise its end. Mutable; confined to the FX thread. */
final class FollowedOperation {
    private final Operation operation;
    private final Situation before;
    private OperationRecord record;
    private boolean lost;
    private boolean readBack;
    private Instant readAt;
    private Instant stuckSince;

    /** @param before the situation when it was sent */
    FollowedOperation(Operation operation, OperationRecord record, Situation before) {
        this.operation = operation;
        this.record = record;
        this.before = before;
        this.readAt = before.now();
    }

    Operation operation() {
        return operation;
    }

    Situation before() {
        return before;
    }

    OperationRecord record() {
        return record;
    }

    void record(OperationRecord next) {
        record = next;
    }

    /** Whether its answer was lost, so that only the fleet can tell. */
    boolean isLost() {
        return lost;
    }

    void markLost() {
        lost = true;
    }

    /** Whether it may be judged by the fleet: its answer has come, or never will. */
    boolean isWatched() {
        return lost || record.state() != OperationState.SENT;
    }

    /** Whether its target is to be read back once, now that the service has accepted it and some time has passed. */
    boolean isReadBackDue(Instant now, Duration grace) {
        boolean due = !readBack && !lost && record.state() == OperationState.ACCEPTED && !now.isBefore(record.last().at().plus(grace));
        readBack |= due;
        return due;
    }

    /** When its target was last asked to be read. */
    Instant readAt() {
        return readAt;
    }

    void readAt(Instant at) {
        readAt = at;
    }

    /** Whether it was said already that there is no progress since then; from now on it was. */
    boolean saidStuck(Instant since) {
        boolean said = since.equals(stuckSince);
        stuckSince = since;
        return said;
    }

    boolean hasBegun() {
        return record.reached(OperationState.OBSERVED).isPresent();
    }

    InFlight inFlight() {
        return new InFlight(operation.targetId(), operation.verb(), record.state() != OperationState.SENT);
    }
}
