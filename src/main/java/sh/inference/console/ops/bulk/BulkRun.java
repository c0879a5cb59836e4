package sh.inference.console.ops.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
import sh.inference.console.ops.Situation;
import sh.inference.console.profile.ConnectionProfile;

/**
 * A confirmed verb on several engines, on its way. Each engine is checked and sent when its turn comes, through the desk like
 * any other operation. Confined to the FX thread.
 */
public final class BulkRun {
    /** How it stands as a whole. */
    public enum State {
        RUNNING, PAUSED, ENDED
    }

    /**
     * What a run works with.
     *
     * @param log  every operation of this session
     * @param rest asks the operator to confirm the rest of a run that an earlier session left
     */
    record Parts(OperationDesk desk, ObservableList<OperationRecord> log, RunJournal journal, Clock clock, Consumer<BulkRun> rest) {
    }

    private final Parts parts;
    private final String id;
    private final BulkPlan plan;
    private final BulkRule rule;
    private final String reason;
    private final Instant startedAt;
    private final boolean restored;
    private final ObservableList<BulkItem> items = FXCollections.observableArrayList();
    private final ObservableList<BulkItem> view = FXCollections.unmodifiableObservableList(items);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyObjectWrapper<Optional<Text>> why = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<String, Integer> byOperation = new HashMap<>();
    private final ListChangeListener<OperationRecord> follow = this::follow;
    private boolean stepping;
    private boolean again;
    private int attempts;

    private BulkRun(String id, BulkPlan plan, BulkRule rule, String reason, Instant startedAt, List<BulkItem> members, boolean restored, Parts parts) {
        this.id = id;
        this.plan = plan;
        this.rule = rule;
        this.reason = reason;
        this.startedAt = startedAt;
        this.restored = restored;
        this.parts = parts;
        items.setAll(members);
        plan.skipped().forEach(left -> items.add(BulkItem.of(left.target(), BulkItem.State.SKIPPED, left.why())));
        for (int turn = 0; turn < members.size(); turn++) {
            int at = turn;
            members.get(turn).record().ifPresent(record -> byOperation.put(record.id(), at));
        }
        parts.log().addListener(follow);
    }

    /** One whose beginning stands in the journal. */
    static BulkRun begun(String id, BulkPlan plan, BulkRule rule, String reason, Instant startedAt, Parts parts) {
        return new BulkRun(id, plan, rule, reason, startedAt,
                plan.members().stream().map(member -> BulkItem.of(member.target(), BulkItem.State.WAITING, Text.of("bulk.waiting"))).toList(), false, parts);
    }

    /** One that an earlier session left: paused, for what it would send has to be read again first. */
    static BulkRun restored(StoredRun stored, Situation now, ConnectionProfile profile, Parts parts) {
        BulkRun run = new BulkRun(stored.id(), stored.plan(now), stored.rule(), stored.reason(), stored.startedAt(),
                stored.members().stream().map(member -> stored.item(member, parts.log(), profile, now)).toList(), true, parts);
        run.state.set(State.PAUSED);
        run.why.set(Optional.of(Text.of("bulk.restored", run.count(BulkItem.State.WAITING))));
        return run;
    }

    void start() {
        next();
    }

    /** Of its lines in the journal, and the beginning of those of its operations. */
    public String id() {
        return id;
    }

    /** Whether an earlier session began it: what is left of it has to be confirmed again. */
    public boolean isRestored() {
        return restored;
    }

    /** The ids of those whose turn has not come. */
    List<String> waiting() {
        return items.stream().filter(item -> item.state() == BulkItem.State.WAITING).map(item -> item.target().id()).toList();
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
        pauseFor(Optional.empty());
    }

    /** Goes on; the rest of a restored one is asked for instead. */
    public void resume() {
        if (state.get() == State.PAUSED && restored) {
            parts.rest().accept(this);
        } else if (state.get() == State.PAUSED) {
            why.set(Optional.empty());
            state.set(State.RUNNING);
            say(State.RUNNING.name(), Text.of("bulk.run.running"));
            next();
        }
    }

    /** Gives up those whose turn has not come. */
    public void cancelRest() {
        giveUp(Text.of("bulk.cancelled"));
    }

    /** The rest of it goes on in another run. */
    void takenOver() {
        giveUp(Text.of("bulk.taken-over"));
    }

    private void giveUp(Text note) {
        if (firstWaiting() < 0) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).state() == BulkItem.State.WAITING) {
                items.set(i, items.get(i).to(BulkItem.State.CANCELLED, note));
            }
        }
        say(RunJournal.GIVEN_UP, note);
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
                parts.desk().sendConfirmed(StoredRun.operationId(id, ++attempts), member.operation(), member.plan(), plan.stranded(), reason, result -> settled(turn, result));
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
        if (!result.operationId().isEmpty()) {
            byOperation.put(result.operationId(), turn);
            parts.log().stream().filter(record -> record.id().equals(result.operationId())).findFirst().ifPresent(record -> took(turn, record));
            return;
        }
        Optional<Text> hold = parts.desk().holds();
        if (result.sent() == Sent.BLOCKED && hold.isPresent()) {
            // Nothing at all can be written now: its turn has not come yet.
            set(turn, items.get(turn).to(BulkItem.State.WAITING, Text.of("bulk.waiting")));
            pauseFor(hold);
            return;
        }
        Text note = result.problem() != null ? result.problem().title() : result.sent() == Sent.CHANGED ? Text.of("bulk.changed")
                : parts.desk().whyNot(plan.members().get(turn).operation()).orElse(Text.of("bulk.changed"));
        BulkItem unsent = items.get(turn).to(result.sent() == Sent.REFUSED ? BulkItem.State.FAILED : BulkItem.State.NOT_SENT, note);
        parts.journal().turn(this, unsent, parts.clock().instant());
        ended(turn, unsent);
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
            pauseFor(Optional.of(Text.of("bulk.paused.failure", item.target().name(), item.note())));
        }
        next();
    }

    private void pauseFor(Optional<Text> reasonToPause) {
        if (state.get() == State.RUNNING) {
            why.set(reasonToPause);
            state.set(State.PAUSED);
            say(State.PAUSED.name(), reasonToPause.orElse(Text.of("bulk.run.paused")));
        }
    }

    private void endIfOver() {
        if (state.get() != State.ENDED && items.stream().allMatch(item -> item.state().isEnded())) {
            why.set(Optional.empty());
            state.set(State.ENDED);
            say(State.ENDED.name(), Text.of("bulk.run.ended.counts", count(BulkItem.State.DONE), plan.members().size()));
        }
    }

    private void say(String word, Text note) {
        parts.journal().step(this, word, note, parts.clock().instant());
    }

    private int active() {
        return count(BulkItem.State.SENDING) + count(BulkItem.State.UNDERWAY);
    }

    private void set(int turn, BulkItem item) {
        items.set(turn, item);
    }
}
