package sh.inference.console.ops.bulk;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.model.Text;

/** A verb on several engines that waits for the operator's word; its plan follows the fleet. Confined to the FX thread. */
public final class BulkRequest {
    private final Supplier<BulkPlan> planner;
    private final Supplier<Optional<Text>> holds;
    private final BiConsumer<BulkRequest, Go> begin;
    private final Consumer<BulkRequest> settled;
    private final ReadOnlyObjectWrapper<BulkPlan> plan = new ReadOnlyObjectWrapper<>();
    private boolean open = true;

    /** What was confirmed. */
    record Go(BulkPlan plan, BulkRule rule, String reason) {
    }

    /** What became of a confirmation. */
    public enum Outcome {
        /** It has begun; the run is listed under operations. */
        BEGUN,
        /** Nothing is sent: other engines take part now, or more is lost. The plan shows what holds. */
        CHANGED,
        /** Nothing is sent: nobody takes part, or nothing at all can be written now. */
        BLOCKED
    }

    BulkRequest(Supplier<BulkPlan> planner, Supplier<Optional<Text>> holds, BiConsumer<BulkRequest, Go> begin, Consumer<BulkRequest> settled) {
        this.planner = planner;
        this.holds = holds;
        this.begin = begin;
        this.settled = settled;
        refresh();
    }

    public ReadOnlyObjectProperty<BulkPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    void refresh() {
        if (open) {
            plan.set(planner.get());
        }
    }

    /** Begins, once, if what was read still holds. */
    public Outcome send(BulkPlan shown, BulkRule rule, String reason) {
        if (!open) {
            return Outcome.BLOCKED;
        }
        refresh();
        BulkPlan now = plan.get();
        if (now.members().isEmpty() || holds.get().isPresent() || now.reasonRequired() && reason.isBlank()) {
            return Outcome.BLOCKED;
        }
        if (!shown.covers(now)) {
            return Outcome.CHANGED;
        }
        open = false;
        settled.accept(this);
        begin.accept(this, new Go(now, rule, reason));
        return Outcome.BEGUN;
    }

    public void cancel() {
        if (open) {
            open = false;
            settled.accept(this);
        }
    }
}
