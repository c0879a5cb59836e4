package sh.inference.console.ui.confirm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

import sh.inference.console.model.Text;
import sh.inference.console.ops.bulk.BulkPlan;
import sh.inference.console.ops.bulk.BulkRequest;
import sh.inference.console.ops.bulk.BulkRule;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Kinds;
import sh.inference.console.ui.common.Ticker;

/** A verb on several engines that waits for the operator's word. Confined to the FX thread, and gone with its dialog. */
public final class BulkViewModel {
    private final BulkRequest request;
    private final ConnectionProfile profile;
    private final Messages words;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<BulkPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper readAge = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reasonNotice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper closed = new ReadOnlyBooleanWrapper();
    private final IntegerProperty atOnce = new SimpleIntegerProperty(BulkRule.CAREFUL.atOnce());
    private final BooleanProperty stopAtFirst = new SimpleBooleanProperty(BulkRule.CAREFUL.stopAtFirst());
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty typed = new SimpleStringProperty("");
    private final Subscription following;

    public BulkViewModel(BulkRequest request, ConnectionProfile profile, Messages words, Ticker ticker) {
        this.request = request;
        this.profile = profile;
        this.words = words;
        this.ticker = ticker;
        plan.set(request.planProperty().get());
        following = request.planProperty().subscribe((before, now) -> follow(now)).and(ticker.nowProperty().subscribe((before, now) -> tick()));
        reason.subscribe(given -> {
            reasonNotice.set(ReasonNotice.of(given, words));
            weigh();
        });
        typed.subscribe((before, now) -> weigh());
        tick();
    }

    public ReadOnlyObjectProperty<BulkPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public BulkPlan plan() {
        return plan.get();
    }

    public ConnectionProfile profile() {
        return profile;
    }

    /** The age of the oldest of the data. */
    public ReadOnlyStringProperty readAgeProperty() {
        return readAge.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty reasonNoticeProperty() {
        return reasonNotice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty closedProperty() {
        return closed.getReadOnlyProperty();
    }

    /** How many take their turn together. */
    public IntegerProperty atOnceProperty() {
        return atOnce;
    }

    /** Whether the first failure pauses the rest. */
    public BooleanProperty stopAtFirstProperty() {
        return stopAtFirst;
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    public StringProperty typedProperty() {
        return typed;
    }

    /** Who takes part, a line each: "1 · gpu-lon-03 · 2 tasks". */
    public List<String> members() {
        int[] turn = {0};
        return plan().members().stream().map(member -> words.of("bulk.member", ++turn[0], member.target().name(), member.tasks())).toList();
    }

    /** Who does not, with the reason, a line each. */
    public List<String> skipped() {
        return plan().skipped().stream().map(left -> words.of("bulk.skipped", left.target().name(), left.why())).toList();
    }

    /** "1 disconnected, 2 draining": how many each reason leaves out. */
    public String skippedSummary() {
        Map<Text, List<BulkPlan.Skipped>> reasons = plan().skippedByReason();
        return reasons.isEmpty() ? words.of("bulk.skipped.none")
                : reasons.entrySet().stream().map(entry -> words.of("bulk.skipped.count", entry.getValue().size(), entry.getKey())).collect(Collectors.joining(" "));
    }

    /** The requests that would be sent, in their order, as lines for a shell; the key stays a variable. */
    public String curl() {
        return Kinds.marked(profile.kind(), plan().members().stream().map(member -> member.plan().call().asCurl(profile.baseUrl().toString()))
                .collect(Collectors.joining("\n")), words);
    }

    public void confirm() {
        if (ready.get() && !sending.get() && !closed.get()) {
            sending.set(true);
            notice.set("");
            weigh();
            request.send(plan(), new BulkRule(atOnce.get(), stopAtFirst.get()), reason.get(), this::settle);
        }
    }

    public void cancel() {
        if (!sending.get() && !closed.get()) {
            request.cancel();
            close();
        }
    }

    private void settle(BulkRequest.Outcome outcome) {
        sending.set(false);
        switch (outcome) {
            case BEGUN -> close();
            case CHANGED -> notice.set(words.of("bulk.unsent.changed"));
            case BLOCKED -> notice.set(words.of("bulk.unsent.blocked"));
        }
        weigh();
    }

    private void follow(BulkPlan now) {
        if (!sending.get() && !plan().covers(now)) {
            notice.set(words.of("bulk.noticed"));
            // The number in the phrase may be another one now: it is typed again.
            typed.set("");
        }
        plan.set(now);
        tick();
    }

    private void tick() {
        Duration age = Duration.between(plan().readAt(), ticker.now());
        readAge.set(words.of("confirm.read", age.isNegative() ? Duration.ZERO : age, plan().readAt()));
        weigh();
    }

    private void close() {
        following.unsubscribe();
        closed.set(true);
    }

    private void weigh() {
        obstacle.set(obstacle().orElse(""));
        ready.set(obstacle.get().isEmpty() && !sending.get());
    }

    private Optional<String> obstacle() {
        if (plan().members().isEmpty()) {
            return Optional.of(words.of("bulk.nobody"));
        }
        if (plan().reasonRequired() && reason.get().isBlank()) {
            return Optional.of(words.of("confirm.needs.reason"));
        }
        return typed.get().strip().equals(plan().phrase()) ? Optional.empty() : Optional.of(words.of("confirm.needs.name", plan().phrase()));
    }
}
