package sh.inference.console.ops;

import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;

import sh.inference.console.model.Problem;

/** An operation that waits for the operator's word. Confined to the FX thread. */
public interface ConfirmationRequest {
    Operation operation();

    /** The plan as of now; it follows the fleet while the dialog is open. */
    ReadOnlyObjectProperty<OperationPlan> planProperty();

    /** The operator chose other parameters, for example more hours; the plan follows. */
    void change(Operation other);

    /**
     * Sends it, once. A call while one is on its way, or after the question is settled, does nothing.
     *
     * @param shown    the plan the operator saw; if the plan has changed in meaning since, nothing is sent and
     *                 {@code result} gets {@link Sent#CHANGED}
     * @param result   called once on the FX thread
     */
    void send(OperationPlan shown, String reason, Consumer<Result> result);

    /**
     * Keeps it until its engine is idle, and sends it then. Nothing is sent before, and the record can be called off.
     *
     * @param result called once on the FX thread; {@link Sent#ACCEPTED} here means that it waits
     */
    void arm(OperationPlan shown, String reason, Consumer<Result> result);

    void cancel();

    /** What became of the sending. */
    enum Sent {
        /** The service took it. The dialog closes; the record follows it. */
        ACCEPTED,
        /** Nothing was sent: what the operator read no longer holds. The plan shows what does. */
        CHANGED,
        /** Nothing was sent: something is in the way, see {@code problem} or the plan's preconditions. */
        BLOCKED,
        /** The service refused it, or it never reached the service. */
        REFUSED,
        /** Sent, but the answer was lost. It is not repeated; the record says what can be seen. The dialog closes. */
        UNCERTAIN
    }

    /**
     * @param problem     why, for one that was not accepted; null where the plan says it
     * @param operationId of the record, for one that was sent; else empty
     */
    record Result(Sent sent, Problem problem, String operationId) {
        public Result(Sent sent, Problem problem) {
            this(sent, problem, "");
        }

        /** Whether the question is settled and the dialog may close. */
        public boolean isSettled() {
            return sent == Sent.ACCEPTED || sent == Sent.UNCERTAIN;
        }
    }
}
