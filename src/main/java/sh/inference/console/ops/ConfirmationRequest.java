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
     * Sends it, once. A second call does nothing.
     *
     * @param shown    the plan the operator saw; if the plan has changed in meaning since, nothing is sent and
     *                 {@code result} gets {@link Sent#CHANGED}
     * @param result   called once on the FX thread
     */
    void send(OperationPlan shown, String reason, Consumer<Result> result);

    void cancel();

    /** What became of the sending. */
    enum Sent {
        ACCEPTED, CHANGED, BLOCKED, REFUSED
    }

    /** @param problem why, for a refused one; null otherwise */
    record Result(Sent sent, Problem problem) {
    }
}
