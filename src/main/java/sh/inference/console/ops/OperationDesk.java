package sh.inference.console.ops;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;

import sh.inference.console.api.InferenceApi;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalReading;
import sh.inference.console.model.Money;
import sh.inference.console.model.Text;
import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.WriteLock;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Fleet;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;

/**
 * Where operations are asked for. It plans them, has them confirmed, sends each once, and follows it until the fleet shows
 * its end. Confined to the FX thread; what blocks goes through the task runner.
 */
public final class OperationDesk {
    private final FleetStore fleet;
    private final AppsStore apps;
    private final Permissions permissions;
    private final ConnectionProfile profile;
    private final WriteLock lock;
    private final Supplier<Optional<Money>> balance;
    private final Journal journal;
    private final OperationLog log;
    private final Confirmation confirmation;
    private final TaskRunner tasks;
    private final Clock clock;
    private final JournalSteps steps;
    private final OperationSender sender;
    private final OperationFollower follower;
    private final ArmedWaits armed;
    private final List<PendingConfirmation> open = new ArrayList<>();
    private Optional<Outlook> outlook = Optional.empty();
    private BooleanSupplier strict = () -> false;
    private Duration patience = Stuck.STANDARD;
    private AskLimits limits = AskLimits.STANDARD;
    private boolean refreshing;

    /**
     * @param balance the team's balance as last read, empty where the key may not read it
     * @param ids     makes ids of operations
     */
    public OperationDesk(InferenceApi api, FleetStore fleet, AppsStore apps, Reread reread, Permissions permissions, ConnectionProfile profile, WriteLock lock,
                         Supplier<Optional<Money>> balance, Journal journal, OperationLog log, Confirmation confirmation, TaskRunner tasks, Clock clock,
                         Supplier<String> ids) {
        this.fleet = fleet;
        this.apps = apps;
        this.permissions = permissions;
        this.profile = profile;
        this.lock = lock;
        this.balance = balance;
        this.journal = journal;
        this.log = log;
        this.confirmation = confirmation;
        this.tasks = tasks;
        this.clock = clock;
        this.steps = new JournalSteps(journal, tasks);
        this.follower = new OperationFollower(api, reread, log, steps, tasks, clock, () -> patience);
        this.sender = new OperationSender(api, reread, permissions, profile, journal, follower, tasks, clock, ids, this::situation);
        this.armed = new ArmedWaits(sender, log, steps, clock);
        InvalidationListener changed = source -> refreshSoon();
        fleet.entries().addListener((MapChangeListener<String, EngineEntry>) change -> {
            // It holds every engine as it was.
            outlook = Optional.empty();
            refreshSoon(change.getKey());
        });
        fleet.connectionProperty().addListener(changed);
        permissions.missing().addListener(changed);
        apps.apps().addListener(changed);
        apps.versions().addListener(changed);
        apps.comparisons().addListener(changed);
        lock.stateProperty().addListener(changed);
    }

    /** Asks as in production while this holds, whatever the profile's kind; production itself is never asked less. */
    public void beStrictWhile(BooleanSupplier wanted) {
        strict = wanted;
    }

    /** All that a plan depends on, now. */
    public Situation situation() {
        Set<InFlight> inFlight = new HashSet<>(sender.inFlight());
        inFlight.addAll(follower.inFlight());
        Fleet engines = fleet.fleet();
        AppsSnapshot known = apps.snapshot();
        if (outlook.isEmpty() || !outlook.get().isOf(engines, known)) {
            outlook = Optional.of(new Outlook(engines, known));
        }
        return new Situation(engines, known, fleet.connection(), profile, permissions.missing(), inFlight, balance.get(), lock.reason().or(journal::trouble), clock.instant(),
                profile.kind() == ProfileKind.PRODUCTION || strict.getAsBoolean(), limits, outlook.get());
    }

    public ConnectionProfile profile() {
        return profile;
    }

    public OperationPlan plan(Operation operation) {
        return operation.plan(situation());
    }

    /** The first reason why an operation cannot be sent now: the same for buttons, menus, shortcuts and dialogs. */
    public Optional<Text> whyNot(Operation operation) {
        return operation.whyNot(situation());
    }

    /** The first reason why a verb makes no sense on an engine now, before anything is chosen in its dialog. */
    public Optional<Text> whyNot(Verb verb, String engineId) {
        return Availability.engine(verb, situation(), engineId);
    }

    /** Asks the operator to confirm an operation; its plan follows the fleet until they answer. */
    public void request(Operation operation) {
        PendingConfirmation request = new PendingConfirmation(operation, this::plan, sender, this::arm, open::remove);
        open.add(request);
        confirmation.ask(request);
    }

    /** Why nothing at all can be written now, whatever it is: the lock, or data that are not live. */
    public Optional<Text> holds() {
        Situation now = situation();
        return now.lock().or(() -> Availability.freshness(now.connection().freshness()));
    }

    /**
     * Sends one of several operations that were confirmed together, if what was read of it still holds.
     *
     * @param id    of its record and of its lines in the journal; never used before
     * @param named apps whose loss was named for all of them together
     */
    public void sendConfirmed(String id, Operation operation, OperationPlan shown, Set<String> named, String reason, Consumer<Result> result) {
        if (plan(operation).blockedBy().isPresent()) {
            result.accept(new Result(Sent.BLOCKED, null));
            return;
        }
        sender.send(new Confirmed(id, operation, shown, Reason.kept(reason), Optional.empty()), (read, now) -> now.blockedBy().isPresent() ? Optional.of(new Result(Sent.BLOCKED, null))
                : now.isCoveredBy(read, named) ? Optional.empty() : Optional.of(new Result(Sent.CHANGED, null)), result, plan -> { });
    }

    /** How long an operation may show no progress before it counts as stuck. */
    public Duration patience() {
        return patience;
    }

    public void setPatience(Duration longest) {
        patience = longest;
    }

    /** From where on an extension is asked for with the whole plan. */
    public void setAskLimits(AskLimits now) {
        limits = now;
    }

    /** Calls off an operation that waits until its engine is idle. */
    public void disarm(String operationId) {
        armed.disarm(operationId);
    }

    private void arm(Operation operation, OperationPlan plan, String reason) {
        Situation now = situation();
        armed.arm(operation, reason, sender.record(sender.newId(), operation, plan, reason, now), now);
    }

    /**
     * Follows an operation that an earlier session sent and did not see the end of. It is only read: nothing is sent again.
     * One whose facts were not written down is left to the journal.
     */
    public void takeUp(Operation operation, JournalReading.Unfinished one) {
        JournalEntry intent = one.intent();
        if (log.find(intent.operation()).isEmpty()) {
            Beginning.read(intent, situation()).ifPresent(before -> {
                OperationRecord record = Recollection.of(operation, one.lines(), profile, before);
                follower.takeUp(new FollowedOperation(operation, record.to(record.state(), clock.instant(), Text.of("step.taken-up")), before), one.accepted());
            });
        }
    }

    /** Says of an operation that an earlier session kept for a later moment that it is waited for no longer. Nothing was sent, and nothing is. */
    public void endWait(Operation operation, JournalEntry wait) {
        if (log.find(wait.operation()).isEmpty()) {
            OperationRecord ended = Recollection.ofWait(operation, wait, profile, situation()).to(OperationState.CANCELLED, clock.instant(), Text.of("armed.ended"));
            log.put(ended);
            steps.write(JournalSteps.outcome(ended));
        }
    }

    /** Goes on waiting for an operation that is stuck: its progress is judged anew from now on. Nothing is sent. */
    public void lookAgain(String operationId) {
        follower.lookAgain(operationId);
    }

    /** Waits for an operation no longer, so that the same can be asked for again. Nothing is sent, and it is still watched. */
    public void giveUp(String operationId) {
        follower.giveUp(operationId);
    }

    /** Looks at deadlines and ages; to be called about once a second. */
    public void tick() {
        lock.tick();
        if (journal.trouble().isPresent()) {
            tasks.run(() -> {
                journal.recover();
                return journal.trouble();
            }, trouble -> refresh(), failed -> refresh());
        }
        refresh();
        follower.tick(this::situation);
    }

    /** An engine that nobody is asked about and nothing is sent to waits for the next tick. */
    private void refreshSoon(String engineId) {
        // Thousands of engines change each second, and mostly nobody waits for any.
        if (isAwaiting() && (follower.follows(engineId) || armed.waitsFor(engineId) || open.stream().anyMatch(request -> request.operation().targetId().equals(engineId)))) {
            refreshSoon();
        }
    }

    /** However many engines change at once, plans are made anew once. */
    private void refreshSoon() {
        if (!refreshing && isAwaiting()) {
            refreshing = true;
            tasks.ui().execute(() -> {
                refreshing = false;
                refresh();
            });
        }
    }

    /** Whether a plan is shown, or an operation is followed or waits for its moment. */
    private boolean isAwaiting() {
        return !open.isEmpty() || follower.isWatching() || armed.isWaiting();
    }

    private void refresh() {
        List.copyOf(open).forEach(PendingConfirmation::refresh);
        if (follower.isWatching()) {
            follower.look(situation());
        }
        if (armed.isWaiting()) {
            armed.look(situation());
        }
    }
}
