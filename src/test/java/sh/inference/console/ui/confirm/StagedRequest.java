package sh.inference.console.ui.confirm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.ops.ConfirmationRequest;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.Situation;

/** A question whose situation and whose end a test decides. Plans are the operations' own. */
final class StagedRequest implements ConfirmationRequest {
    private final ReadOnlyObjectWrapper<OperationPlan> plan = new ReadOnlyObjectWrapper<>();
    final List<String> reasons = new ArrayList<>();
    private Operation operation;
    private Situation situation;
    private Consumer<Result> waiting;
    boolean cancelled;
    boolean armed;

    StagedRequest(Operation operation, Situation situation) {
        this.operation = operation;
        become(situation);
    }

    /** The fleet moves on. */
    void become(Situation now) {
        situation = now;
        plan.set(operation.plan(now));
    }

    void answer(Sent sent, sh.inference.console.model.Problem problem) {
        waiting.accept(new Result(sent, problem));
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public ReadOnlyObjectProperty<OperationPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    @Override
    public void change(Operation other) {
        operation = other;
        become(situation);
    }

    @Override
    public void send(OperationPlan shown, String reason, Consumer<Result> result) {
        reasons.add(reason);
        waiting = result;
    }

    @Override
    public void arm(OperationPlan shown, String reason, Consumer<Result> result) {
        armed = true;
        result.accept(new Result(Sent.ACCEPTED, null));
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
