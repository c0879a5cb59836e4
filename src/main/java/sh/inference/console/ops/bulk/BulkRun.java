package sh.inference.console.ops.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import sh.inference.console.model.Text;
import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationRecord;

/**
 * A confirmed verb on several engines, on its way. Each engine is checked and sent when its turn comes, through the desk like
 * any other operation. Confined to the FX thread.
 */
public final class BulkRun {
    /** How it stands as a whole. */
    public enum State {
        RUNNING, PAUSED, ENDED
    }

    private final OperationDesk desk;
    private final BulkPlan plan;
    private final BulkRule rule;
    private final String reason;
    private final Instant startedAt;
    private final ObservableList<OperationRecord> log;
    private final ObservableList<BulkItem> items = FXCollections.observableArrayList();
    private final ObservableList<BulkItem> view = FXCollections.unmodifiableObservableList(items);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyObjectWrapper<Optional<Text>> why = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<String, Integer> byOperation = new HashMap<>();
    private final ListChangeListener<OperationRecord> follow = this::follow;
    private boolean stepping;
    private boolean again;

    BulkRun(OperationDesk desk, BulkPlan plan, BulkRule rule, String reason, ObservableList<OperationRecord> log, Instant startedAt) {
        this.desk = desk;
        this.plan = plan;
        this.rule = rule;
        this.reason = reason;
        this.log = log;
        this.startedAt = startedAt;
        List<BulkItem> all = new ArrayList<>();
        plan.members().forEach(member -> all.add(new BulkItem(member.target(), BulkItem.State.WAITING, Text.of("bulk.waiting"), Optional.empty())));
        plan.skipped().forEach(left -> all.add(new BulkItem(left.target(), BulkItem.State.SKIPPED, left.why(), Optional.empty())));
        items.setAll(all);
        log.addListener(follow);
    }

    void start() {
        next();
    }

    public BulkPlan plan() {
        return plan;
    }

    public BulkRule rule() {
        return rule;
    }

    public String reason() {
        return reason;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Those that take part in the order of their turns, then those that were left out. */
    public ObservableList<BulkItem> items() {
        return view;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why it paused by itself; empty when it did not. */
    public ReadOnlyObjectProperty<Optional<Text>> whyProperty() {
        return why.getReadOnlyProperty();
    }

    public int count(BulkItem.State wanted) {
        return (int) items.stream().filter(item -> item.state() == wanted).count();
    }

    /** Sends nothing more until resumed; what is under way goes on. */
    public void pause() {
        if (state.get() == State.RUNNING) {
            state.set(State.PAUSED);
        }
    }

    public void resume() {
        if (state.get() == State.PAUSED) {
            why.set(Optional.empty());
            state.set(State.RUNNING);
            next();
        }
    }

    /** Gives up those whose turn has not come. */
    public void cancelRest() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).state() == BulkItem.State.WAITING) {
                items.set(i, items.get(i).to(BulkItem.State.CANCELLED, Text.of("bulk.cancelled")));
            }
        }
        endIfOver();
    }

    /** Gives those their turn who may have it. What happens at once in there comes back here only when it is done. */
    private void next() {
        again = true;
        if (stepping) {
            return;
        }
        stepping = true;
        while (again) {
            again = false;
            int turn = firstWaiting();
            if (state.get() == State.RUNNING && turn >= 0 && active() < rule.atOnce()) {
                again = true;
                set(turn, items.get(turn).to(BulkItem.State.SENDING, Text.of("bulk.sending")));
                BulkPlan.Member member = plan.members().get(turn);
                desk.sendConfirmed(member.operation(), member.plan(), plan.stranded(), reason, result -> settled(turn, result));
            }
        }
        stepping = false;
        endIfOver();
    }

    private int firstWaiting() {
        for (int i = 0; i < plan.members().size(); i++) {
            if (items.get(i).state() == BulkItem.State.WAITING) {
                return i;
            }
        }
        return -1;
    }

    private void settled(int turn, Result result) {
        if (result.isSettled()) {
            byOperation.put(result.operationId(), turn);
            log.stream().filter(record -> record.id().equals(result.operationId())).findFirst().ifPresent(record -> took(turn, record));
            return;
        }
        Optional<Text> hold = desk.holds();
        if (result.sent() == Sent.BLOCKED && hold.isPresent()) {
            // Nothing at all can be written now: its turn has not come yet.
            set(turn, items.get(turn).to(BulkItem.State.WAITING, Text.of("bulk.waiting")));
            pauseFor(hold.get());
            return;
        }
        Text note = result.problem() != null ? result.problem().title() : result.sent() == Sent.CHANGED ? Text.of("bulk.changed")
                : desk.whyNot(plan.members().get(turn).operation()).orElse(Text.of("bulk.changed"));
        ended(turn, items.get(turn).to(result.sent() == Sent.REFUSED ? BulkItem.State.FAILED : BulkItem.State.NOT_SENT, note));
    }

    private void follow(ListChangeListener.Change<? extends OperationRecord> change) {
        while (change.next()) {
            if (change.wasAdded()) {
                for (OperationRecord record : List.copyOf(change.getAddedSubList())) {
                    Optional.ofNullable(byOperation.get(record.id())).ifPresent(turn -> took(turn, record));
                }
            }
        }
    }

    private void took(int turn, OperationRecord record) {
        BulkItem before = items.get(turn);
        BulkItem after = before.with(record);
        if (after.state().isEnded() && !before.state().isEnded()) {
            ended(turn, after);
        } else {
            set(turn, after);
        }
    }

    private void ended(int turn, BulkItem item) {
        set(turn, item);
        if (item.state().isFailure() && rule.stopAtFirst() && firstWaiting() >= 0) {
            pauseFor(Text.of("bulk.paused.failure", item.target().name(), item.note()));
        }
        next();
    }

    private void pauseFor(Text reasonToPause) {
        if (state.get() == State.RUNNING) {
            why.set(Optional.of(reasonToPause));
            state.set(State.PAUSED);
        }
    }

    private void endIfOver() {
        if (state.get() != State.ENDED && items.stream().allMatch(item -> item.state().isEnded())) {
            why.set(Optional.empty());
            state.set(State.ENDED);
        }
    }

    private int active() {
        return count(BulkItem.State.SENDING) + count(BulkItem.State.UNDERWAY);
    }

    private void set(int turn, BulkItem item) {
        items.set(turn, item);
    }
}
