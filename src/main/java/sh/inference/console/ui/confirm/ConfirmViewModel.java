package sh.inference.console.ui.confirm;

import java.time.Duration;
import java.util.Optional;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

import sh.inference.console.model.Problem;
import sh.inference.console.ops.ConfirmationRequest;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.promote.CurrentStep;
import sh.inference.console.ops.PlanChange;
import sh.inference.console.ops.Verb;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Kinds;
import sh.inference.console.ui.common.Ticker;

/**
 * One operation that waits for the operator's word. The plan it shows follows the fleet; a change of meaning is said,
 * because somebody may have read the plan before it. Confined to the FX thread, and gone with its dialog.
 */
public final class ConfirmViewModel {
    private static final int BRIEF = 8;
    private final ConfirmationRequest request;
    private final ConnectionProfile profile;
    private final Messages words;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<OperationPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper readAge = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper closed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<PlanChange> change = new ReadOnlyObjectWrapper<>(PlanChange.NONE);
    private final ReadOnlyStringWrapper reasonNotice = new ReadOnlyStringWrapper("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty typedName = new SimpleStringProperty("");
    private final Optional<HoursChoice> hours;
    private final Optional<NameChoice> name;
    private final Optional<StatusChoice> status;
    private final Subscription following;
    private boolean choosing;
    private OperationPlan read;

    public ConfirmViewModel(ConfirmationRequest request, ConnectionProfile profile, Messages words, Ticker ticker) {
        this.request = request;
        this.profile = profile;
        this.words = words;
        this.ticker = ticker;
        this.plan.set(request.planProperty().get());
        this.read = plan();
        this.hours = HoursChoice.of(request.operation(), words, this::choose);
        this.name = NameChoice.of(request.operation(), this::choose);
        this.status = StatusChoice.of(request.operation(), this::choose);
        // The request and the ticker outlive the dialog; everything else goes with it.
        this.following = request.planProperty().subscribe((before, now) -> follow(now)).and(ticker.nowProperty().subscribe((before, now) -> tick()));
        reason.subscribe(this::weighReason);
        typedName.subscribe((before, now) -> weigh());
        hours.ifPresent(choice -> choice.complaintProperty().subscribe((before, now) -> weigh()));
        tick();
        weigh();
    }

    /** The plan on screen. */
    public ReadOnlyObjectProperty<OperationPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public OperationPlan plan() {
        return plan.get();
    }

    public ConnectionProfile profile() {
        return profile;
    }

    /** {@code read 2 s ago, 14:02:10}. */
    public ReadOnlyStringProperty readAgeProperty() {
        return readAge.getReadOnlyProperty();
    }

    /** That the plan changed under the reader; empty when it did not. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What is new beside the plan that was read first; to be marked where it stands. */
    public ReadOnlyObjectProperty<PlanChange> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /** That the reason is longer than what is kept; empty when it is not. */
    public ReadOnlyStringProperty reasonNoticeProperty() {
        return reasonNotice.getReadOnlyProperty();
    }

    /** Why it cannot be sent as things stand; empty when it can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Why the service refused it. */
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the call runs: then nothing can be pressed. */
    public ReadOnlyBooleanProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty closedProperty() {
        return closed.getReadOnlyProperty();
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    public StringProperty typedNameProperty() {
        return typedName;
    }

    /** How long to extend; only when the operation is an extension. */
    public Optional<HoursChoice> hours() {
        return hours;
    }

    /** Which status to set; only when the operation sets the status of an app. */
    public Optional<StatusChoice> status() {
        return status;
    }

    /** The new name; only when the operation is a renaming. */
    public Optional<NameChoice> name() {
        return name;
    }

    /** The request as a line for a shell; the key stays a variable. */
    public String curl() {
        return Kinds.marked(profile.kind(), plan().call().asCurl(profile.baseUrl().toString()), words);
    }

    /** The reading ages. */
    private void tick() {
        Duration age = Duration.between(plan().readAt(), ticker.now());
        readAge.set(words.of("confirm.read", age.isNegative() ? Duration.ZERO : age, plan().readAt()));
    }

    /** Sends it, unless something stands in the way. */
    public void confirm() {
        if (!ready.get() || sending.get() || closed.get()) {
            return;
        }
        sending.set(true);
        problem.set(Optional.empty());
        notice.set("");
        read = plan();
        change.set(PlanChange.NONE);
        weigh();
        request.send(plan(), reason.get().strip(), this::settle);
    }

    /** Whether it can be kept until the engine is idle: a restart that would lose tasks. */
    public boolean offersToWait() {
        return plan().verb() == Verb.RESTART && plan().blockedBy().isEmpty() && plan().level() == Level.L3 && !(plan().reasonRequired() && reason.get().isBlank());
    }

    /** Keeps it until the engine is idle. */
    public void confirmWhenIdle() {
        if (offersToWait() && !sending.get() && !closed.get()) {
            request.arm(plan(), reason.get().strip(), this::settle);
        }
    }

    /** Leaves without sending. While the call runs it is too late. */
    public void cancel() {
        if (!sending.get() && !closed.get()) {
            request.cancel();
            close();
        }
    }

    private void settle(ConfirmationRequest.Result result) {
        sending.set(false);
        if (result.isSettled()) {
            close();
            return;
        }
        problem.set(Optional.ofNullable(result.problem()));
        notice.set(result.sent() == ConfirmationRequest.Sent.CHANGED ? moved().orElse(words.of("confirm.changed.unsent")) : "");
        mark();
        weigh();
    }

    private void choose(Operation other) {
        choosing = true;
        request.change(other);
        choosing = false;
    }

    private void follow(OperationPlan now) {
        if (!choosing && !sending.get() && !plan.get().meansTheSameAs(now)) {
            notice.set(words.of("confirm.changed"));
        }
        if (choosing) {
            read = now;
        }
        plan.set(now);
        mark();
        tick();
        weigh();
    }

    /** Somebody else moved the current version: both are named. */
    private Optional<String> moved() {
        Optional<CurrentStep> before = CurrentStep.of(read);
        Optional<CurrentStep> now = CurrentStep.of(plan());
        return before.isEmpty() || now.isEmpty() || before.equals(now) ? Optional.empty()
                : Optional.of(words.of("confirm.changed.current", brief(before.get().from()), brief(now.get().from())));
    }

    private static String brief(String versionId) {
        return versionId.substring(0, Math.min(BRIEF, versionId.length()));
    }

    private void mark() {
        change.set(notice.get().isEmpty() ? PlanChange.NONE : PlanChange.between(read, plan()));
    }

    private void weighReason(String given) {
        reasonNotice.set(ReasonNotice.of(given, words));
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
        if (plan().blockedBy().isPresent()) {
            return plan().blockedBy().map(words::of);
        }
        if (moved().isPresent()) {
            return moved();
        }
        if (hours.isPresent() && !hours.get().complaintProperty().get().isEmpty()) {
            return Optional.of(hours.get().complaintProperty().get());
        }
        if (plan().reasonRequired() && reason.get().isBlank()) {
            return Optional.of(words.of("confirm.needs.reason"));
        }
        if (plan().level() == Level.L3 && !typedName.get().strip().equals(plan().target().name())) {
            return Optional.of(words.of("confirm.needs.name", plan().target().name()));
        }
        return Optional.empty();
    }
}
