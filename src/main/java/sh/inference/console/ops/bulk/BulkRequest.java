package sh.inference.console.ops.bulk;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.model.Text;
import sh.inference.console.ops.Reason;

/** A verb on several engines that waits for the operator's word; its plan follows the fleet. Confined to the FX thread. */
public final class BulkRequest {
    private final Consumer<Consumer<BulkPlan>> planner;
    private final Supplier<Optional<Text>> holds;
    private final BiConsumer<Go, Consumer<Boolean>> begin;
    private final Consumer<BulkRequest> settled;
    private final ReadOnlyObjectWrapper<BulkPlan> plan = new ReadOnlyObjectWrapper<>();
    private boolean open = true;
    private boolean planning;
    private boolean sending;

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

    BulkRequest(BulkPlan first, Consumer<Consumer<BulkPlan>> planner, Supplier<Optional<Text>> holds, BiConsumer<Go, Consumer<Boolean>> begin, Consumer<BulkRequest> settled) {
        this.planner = planner;
        this.holds = holds;
        this.begin = begin;
        this.settled = settled;
        plan.set(first);
    }

    public ReadOnlyObjectProperty<BulkPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Plans anew, in the background; while that goes on, not once more. */
    void refresh() {
        if (open && !planning) {
            planAnd(now -> { });
        }
    }

    /**
     * Begins, once, if what was read still holds. A call while it is being looked at does nothing.
     *
     * @param outcome called once on the FX thread
     */
    public void send(BulkPlan shown, BulkRule rule, String reason, Consumer<Outcome> outcome) {
        if (open && !sending) {
            sending = true;
            planAnd(now -> weigh(shown, now, rule, reason, came -> {
                sending = false;
                outcome.accept(came);
            }));
        }
    }

    private void planAnd(Consumer<BulkPlan> then) {
        planning = true;
        planner.accept(now -> {
            planning = false;
            if (open) {
                plan.set(now);
            }
            then.accept(now);
        });
    }

    private void weigh(BulkPlan shown, BulkPlan now, BulkRule rule, String reason, Consumer<Outcome> outcome) {
        if (!open || now.members().isEmpty() || holds.get().isPresent() || now.reasonRequired() && reason.isBlank()) {
            outcome.accept(Outcome.BLOCKED);
        } else if (!shown.covers(now)) {
            outcome.accept(Outcome.CHANGED);
        } else {
            begin.accept(new Go(now, rule, Reason.kept(reason)), begun -> {
                if (begun) {
                    open = false;
                    settled.accept(this);
                }
                outcome.accept(begun ? Outcome.BEGUN : Outcome.BLOCKED);
            });
        }
    }

    public void cancel() {
        if (open && !sending) {
            open = false;
            settled.accept(this);
        }
    }
}
