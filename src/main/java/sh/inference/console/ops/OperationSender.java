package sh.inference.console.ops;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Permissions;

/**
 * Sends a confirmed operation: reads the target once more, compares, writes the intent to the journal, sends the one
 * request. Confined to the FX thread but for the two parts that block.
 */
final class OperationSender {
    private static final Logger LOG = Logger.getLogger(OperationSender.class.getName());
    private static final int MOST_TRIES = 3;
    private final InferenceApi api;
    private final Reread reread;
    private final Permissions permissions;
    private final ConnectionProfile profile;
    private final Journal journal;
    private final OperationFollower follower;
    private final TaskRunner tasks;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Supplier<Situation> situation;
    private final Set<InFlight> sending = new HashSet<>();

    OperationSender(InferenceApi api, Reread reread, Permissions permissions, ConnectionProfile profile, Journal journal, OperationFollower follower,
                    TaskRunner tasks, Clock clock, Supplier<String> ids, Supplier<Situation> situation) {
        this.api = api;
        this.reread = reread;
        this.permissions = permissions;
        this.profile = profile;
        this.journal = journal;
        this.follower = follower;
        this.tasks = tasks;
        this.clock = clock;
        this.ids = ids;
        this.situation = situation;
    }

    Set<InFlight> inFlight() {
        return Set.copyOf(sending);
    }

    /** An id that no operation has yet. */
    String newId() {
        return ids.get();
    }

    /** What was read of a target, and when. */
    private record Reading(UnaryOperator<Situation> news, Instant at) {
    }

    /** Nothing was sent, because what was read before is too old by now. */
    private static final class TooOld extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Says what stands between a plan that was read and the one that holds now. */
    interface Comparison {
        Optional<Result> obstacle(OperationPlan shown, OperationPlan now);
    }

    /**
     * Sends what the operator confirmed, if it still means the same.
     *
     * @param replanned called with the plan as it stands after the target was read, when it differs
     */
    void send(Confirmed confirmed, Comparison comparison, Consumer<Result> result, Consumer<OperationPlan> replanned) {
        send(confirmed, comparison, result, replanned, 1);
    }

    private void send(Confirmed confirmed, Comparison comparison, Consumer<Result> result, Consumer<OperationPlan> replanned, int tries) {
        Operation operation = confirmed.operation();
        InFlight mine = new InFlight(operation.targetId(), operation.verb(), false);
        sending.add(mine);
        tasks.run(() -> {
            UnaryOperator<Situation> news = operation.reread(api);
            return new Reading(news, clock.instant());
        }, reading -> {
            sending.remove(mine);
            compare(confirmed, comparison, reading, result, replanned, tries);
        }, failed -> {
            sending.remove(mine);
            result.accept(new Result(Sent.REFUSED, problem(failed)));
        });
    }

    private void compare(Confirmed confirmed, Comparison comparison, Reading reading, Consumer<Result> result, Consumer<OperationPlan> replanned, int tries) {
        Operation operation = confirmed.operation();
        Situation now = reading.news().apply(situation.get());
        OperationPlan plan = operation.plan(now);
        Optional<Result> obstacle = comparison.obstacle(confirmed.shown(), plan);
        if (obstacle.isPresent()) {
            rereadSoon(plan.target());
            result.accept(obstacle.get());
            replanned.accept(plan);
            return;
        }
        FollowedOperation followed = new FollowedOperation(operation, confirmed.armed().orElseGet(() -> record(confirmed.id(), operation, plan, confirmed.reason(), now)), now);
        dispatch(followed, reading.at(), result, () -> {
            if (tries < MOST_TRIES) {
                // Under an id of its own: the journal says of the first one that it was not sent.
                send(new Confirmed(ids.get(), operation, confirmed.shown(), confirmed.reason(), confirmed.armed()), comparison, result, replanned, tries + 1);
            } else {
                result.accept(new Result(Sent.BLOCKED, Problem.of("too-slow")));
            }
        });
    }

    /** The record of an operation that was just confirmed. */
    OperationRecord record(String id, Operation operation, OperationPlan plan, String reason, Situation now) {
        return OperationRecord.planned(id, plan, reason, asked(operation, now), clock.instant()).to(OperationState.CONFIRMED, clock.instant(), plan.confirm());
    }

    private OperationRecord.Asked asked(Operation operation, Situation now) {
        Optional<Engine> engine = now.engine(operation.targetId()).map(EngineEntry::engine);
        return new OperationRecord.Asked(journal.actor(), profile, engine.map(OperationProgress::serving).orElse(0),
                engine.map(known -> known.workersWithTasks().size()).orElse(0));
    }

    /** @param again what follows when so much time has gone by that the target must be read once more before the request */
    private void dispatch(FollowedOperation followed, Instant readAt, Consumer<Result> result, Runnable again) {
        InFlight mine = new InFlight(followed.operation().targetId(), followed.operation().verb(), false);
        sending.add(mine);
        JournalEntry intent = JournalSteps.intent(followed.record(), clock.instant(), followed.before());
        tasks.run(() -> {
            try {
                journal.append(intent);
                if (isTooOld(followed.operation(), readAt)) {
                    journal.append(JournalSteps.outcome(followed.record().to(OperationState.CANCELLED, clock.instant(), Text.of("step.too-old"))));
                    throw new TooOld();
                }
            } catch (IOException unwritable) {
                return Optional.<Answer<?>>empty();
            }
            tasks.ui().execute(() -> {
                sending.remove(mine);
                follower.sent(followed);
            });
            return Optional.<Answer<?>>of(followed.operation().send(api));
        }, answer -> {
            sending.remove(mine);
            if (answer.isEmpty()) {
                result.accept(new Result(Sent.BLOCKED, Problem.of("journal", journal.path().toString())));
            } else {
                accepted(followed, answer.get(), result);
            }
        }, failed -> {
            sending.remove(mine);
            if (failed instanceof TooOld) {
                again.run();
            } else {
                failed(followed, failed, result);
            }
        });
    }

    /** The disk may have taken its time. */
    private boolean isTooOld(Operation operation, Instant readAt) {
        return operation.readWithin().filter(most -> PlanDraft.since(readAt, clock.instant()).compareTo(most) > 0).isPresent();
    }

    private void accepted(FollowedOperation followed, Answer<?> answer, Consumer<Result> result) {
        follower.accepted(followed, answer, situation);
        result.accept(new Result(Sent.ACCEPTED, null, followed.record().id()));
    }

    private void failed(FollowedOperation followed, Exception failed, Consumer<Result> result) {
        Problem problem = problem(failed);
        // Whether the request left before something unforeseen went wrong is not known, so it counts as sent.
        if (!(failed instanceof ApiException known) || isUncertain(known.failure())) {
            follower.lost(followed, problem, situation);
            result.accept(new Result(Sent.UNCERTAIN, problem, followed.record().id()));
        } else {
            follower.refused(followed, problem);
            rereadSoon(followed.record().plan().target());
            result.accept(new Result(Sent.REFUSED, problem, followed.record().id()));
        }
    }

    /** Whether the service may have done it although no good answer came. */
    private static boolean isUncertain(ApiFailure failure) {
        return switch (failure) {
            case ApiFailure.Unreachable unreachable -> unreachable.sent();
            case ApiFailure.ServerFault fault -> true;
            case ApiFailure.Malformed malformed -> true;
            case ApiFailure.TooLarge large -> true;
            default -> false;
        };
    }

    private void rereadSoon(Target target) {
        if (target.kind() == Target.Kind.ENGINE) {
            reread.engine(target.id());
        } else {
            reread.app(target.id());
        }
    }

    private Problem problem(Exception failed) {
        if (failed instanceof ApiException known) {
            permissions.learn(known.failure());
            return known.failure().problem();
        }
        LOG.log(Level.SEVERE, "An operation failed in an unforeseen way", failed);
        return Problem.of("unforeseen");
    }
}
