package sh.inference.console.ops;

import java.util.EnumSet;
import java.util.Set;

/** The states of an operation; {@link #next} guards every step. */
public enum OperationState {
    PLANNED, CONFIRMED, ARMED, SENT, ACCEPTED, OBSERVED, DONE, FAILED, TIMED_OUT, SUPERSEDED, CANCELLED;

    /** Where it may go from here. */
    public Set<OperationState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(CONFIRMED, CANCELLED);
            case CONFIRMED -> EnumSet.of(ARMED, SENT, FAILED, CANCELLED);
            case ARMED -> EnumSet.of(SENT, FAILED, CANCELLED);
            case SENT -> EnumSet.of(ACCEPTED, OBSERVED, DONE, FAILED, TIMED_OUT);
            case ACCEPTED -> EnumSet.of(OBSERVED, DONE, FAILED, TIMED_OUT, SUPERSEDED);
            case OBSERVED -> EnumSet.of(DONE, FAILED, TIMED_OUT, SUPERSEDED);
            // Timed out is a verdict of the console, not of the service: the fleet may still show the end.
            case TIMED_OUT -> EnumSet.of(OBSERVED, DONE, FAILED, SUPERSEDED);
            case DONE, FAILED, SUPERSEDED, CANCELLED -> EnumSet.noneOf(OperationState.class);
        };
    }

    /** Whether it was sent and has not ended. */
    public boolean isUnderway() {
        return this == SENT || this == ACCEPTED || this == OBSERVED;
    }

    public boolean isEnded() {
        return next().isEmpty();
    }
}
