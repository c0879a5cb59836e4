package sh.inference.console.ops;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.model.Problem;

/** A question to the operator that has not been settled. Confined to the FX thread. */
final class PendingConfirmation implements ConfirmationRequest {
    /** Keeps an operation until its moment. */
    interface Armer {
        void arm(Operation operation, OperationPlan plan, String reason);
    }

    private enum Phase {
        ASKING, SENDING, SETTLED
    }

    private final Function<Operation, OperationPlan> planner;
    private final OperationSender sender;
    private final Armer armer;
    private final Consumer<PendingConfirmation> settled;
    private final ReadOnlyObjectWrapper<OperationPlan> plan = new ReadOnlyObjectWrapper<>();
    private Operation operation;
    private Phase phase = Phase.ASKING;

    PendingConfirmation(Operation operation, Function<Operation, OperationPlan> planner, OperationSender sender, Armer armer, Consumer<PendingConfirmation> settled) {
        this.operation = operation;
        this.planner = planner;
        this.sender = sender;
        this.armer = armer;
        this.settled = settled;
        refresh();
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
        if (phase == Phase.ASKING) {
            operation = other;
            refresh();
        }
    }

    /** Plans anew; while it is being sent the plan stays as it was confirmed. */
    void refresh() {
        if (phase == Phase.ASKING) {
            OperationPlan before = plan.get();
            OperationPlan now = planner.apply(operation);
            boolean nameless = before != null && now.target().name().equals(now.target().id());
            plan.set(nameless ? now.named(before.target().name()) : now);
        }
    }

    @Override
    public void send(OperationPlan shown, String reason, Consumer<Result> result) {
        if (phase != Phase.ASKING) {
            return;
        }
        refresh();
        Optional<Result> obstacle = obstacle(shown, plan.get(), reason);
        if (obstacle.isPresent()) {
            result.accept(obstacle.get());
            return;
        }
        phase = Phase.SENDING;
        sender.send(new Confirmed(sender.newId(), operation, shown, Reason.kept(reason), Optional.empty()), (read, now) -> obstacle(read, now, reason), outcome -> {
            phase = outcome.isSettled() ? Phase.SETTLED : Phase.ASKING;
            if (outcome.isSettled()) {
                settled.accept(this);
            }
            refresh();
            result.accept(outcome);
        }, plan::set);
    }

    /** Why a plan that was read cannot be sent as it stands now. */
    static Optional<Result> obstacle(OperationPlan shown, OperationPlan now, String reason) {
        if (now.blockedBy().isPresent()) {
            return Optional.of(new Result(Sent.BLOCKED, null));
        }
        if (!shown.meansTheSameAs(now)) {
            return Optional.of(new Result(Sent.CHANGED, null));
        }
        return now.reasonRequired() && reason.isBlank() ? Optional.of(new Result(Sent.BLOCKED, Problem.of("reason"))) : Optional.empty();
    }

    @Override
    public void arm(OperationPlan shown, String reason, Consumer<Result> result) {
        if (phase != Phase.ASKING) {
            return;
        }
        refresh();
        if (plan.get().blockedBy().isPresent() || plan.get().reasonRequired() && reason.isBlank()) {
            result.accept(new Result(Sent.BLOCKED, plan.get().blockedBy().isPresent() ? null : Problem.of("reason")));
            return;
        }
        phase = Phase.SETTLED;
        settled.accept(this);
        armer.arm(operation, shown, Reason.kept(reason));
        result.accept(new Result(Sent.ACCEPTED, null));
    }

    @Override
    public void cancel() {
        if (phase == Phase.ASKING) {
            phase = Phase.SETTLED;
            settled.accept(this);
        }
    }
}
