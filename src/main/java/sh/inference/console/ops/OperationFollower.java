package sh.inference.console.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import sh.inference.console.api.Answer;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationRecord.Source;

/**
 * Follows operations from the moment they are sent until the fleet shows their end. Nothing here writes to the service.
 * Confined to the FX thread.
 */
final class OperationFollower {
    /** How long a lost answer may leave no trace before that is said. */
    static final Duration LOST = Duration.ofMinutes(1);
    /** A service may need a moment until a reading shows what it accepted. */
    private static final Duration READ_BACK = Duration.ofSeconds(2);
    private static final Duration READ_AGAIN = Duration.ofSeconds(15);
    private static final Duration READ_LOST_AGAIN = Duration.ofSeconds(5);
    private final InferenceApi api;
    private final Reread reread;
    private final OperationLog log;
    private final JournalSteps journal;
    private final TaskRunner tasks;
    private final Clock clock;
    private final Supplier<Duration> patience;
    private final Map<String, FollowedOperation> followed = new LinkedHashMap<>();

    OperationFollower(InferenceApi api, Reread reread, OperationLog log, JournalSteps journal, TaskRunner tasks, Clock clock, Supplier<Duration> patience) {
        this.api = api;
        this.reread = reread;
        this.log = log;
        this.journal = journal;
        this.tasks = tasks;
        this.clock = clock;
        this.patience = patience;
    }

    boolean isWatching() {
        return !followed.isEmpty();
    }

    boolean follows(String targetId) {
        return followed.values().stream().anyMatch(one -> one.operation().targetId().equals(targetId));
    }

    Set<InFlight> inFlight() {
        return followed.values().stream().filter(one -> one.record().state().isUnderway()).map(FollowedOperation::inFlight).collect(Collectors.toSet());
    }

    /** An earlier session sent it. It is read, and not sent again. */
    void takeUp(FollowedOperation one, boolean accepted) {
        if (!accepted) {
            one.markLost();
        }
        followed.put(one.record().id(), one);
        log.put(one.record());
        rereadSoon(one);
    }

    /** The intent is on the disk and the request is leaving. */
    void sent(FollowedOperation one) {
        followed.put(one.record().id(), one);
        step(one, OperationState.SENT, Text.of("step.sent"));
    }

    void accepted(FollowedOperation one, Answer<?> answer, Supplier<Situation> now) {
        Text text = answer.notes().isEmpty() ? Text.of("step.accepted", answer.status())
                : Text.of("step.accepted.note", answer.status(), answer.notes().getFirst().message());
        put(one, one.record().to(OperationState.ACCEPTED, clock.instant(), text));
        journal.write(JournalSteps.accepted(one.record(), answer.status()));
        supersede(one);
        rereadSoon(one);
        judge(one, now.get());
    }

    void refused(FollowedOperation one, Problem why) {
        put(one, one.record().failed(clock.instant(), why));
        journal.write(JournalSteps.outcome(one.record()));
        followed.remove(one.record().id());
    }

    /** No answer came. The target is read, compared, and nothing is sent again. */
    void lost(FollowedOperation one, Problem why, Supplier<Situation> now) {
        one.markLost();
        step(one, OperationState.SENT, Text.of("step.lost", why.title()));
        read(one, now);
    }

    /** Judges every operation by what the fleet shows now. */
    void look(Situation now) {
        List.copyOf(followed.values()).forEach(one -> judge(one, now));
    }

    /** Looks at deadlines, and asks for targets to be read again that have been silent for long. */
    void tick(Supplier<Situation> situation) {
        if (followed.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Situation seen = situation.get();
        for (FollowedOperation one : List.copyOf(followed.values())) {
            if (!one.isWatched()) {
                continue;
            }
            if (one.record().state().isUnderway() && PlanDraft.since(one.before().now(), now).compareTo(deadline(one)) >= 0) {
                step(one, OperationState.TIMED_OUT, timeOut(one));
            }
            weigh(one, seen);
            if (one.isReadBackDue(now, READ_BACK) && one.operation().ignored(one.before(), seen).isPresent()) {
                readBack(one, situation);
            }
            Duration pause = one.isLost() && one.record().state().isUnderway() ? READ_LOST_AGAIN : READ_AGAIN;
            if (PlanDraft.since(one.readAt(), now).compareTo(pause) >= 0) {
                rereadSoon(one);
            }
        }
    }

    private static Duration deadline(FollowedOperation one) {
        return one.isLost() && !one.hasBegun() ? LOST : one.operation().deadline();
    }

    private static Text timeOut(FollowedOperation one) {
        if (one.isLost() && !one.hasBegun()) {
            return Text.of("step.lost.timed-out", LOST);
        }
        return Text.of("step.timed-out", one.operation().deadline(), one.record().lastSeen().text());
    }

    private void read(FollowedOperation one, Supplier<Situation> now) {
        one.readAt(clock.instant());
        tasks.run(() -> one.operation().reread(api), news -> {
            // Only an end is taken from here. What lasts is judged by the store alone, which this reading may be ahead of.
            Situation seen = news.apply(now.get());
            if (one.operation().observe(one.before(), seen, one.hasBegun()) instanceof Observation.Done) {
                judge(one, seen);
            } else if (one.record().state() == OperationState.SENT) {
                step(one, OperationState.SENT, Text.of("step.lost.read"));
            }
            rereadSoon(one);
        }, failed -> {
            if (one.record().state() == OperationState.SENT) {
                step(one, OperationState.SENT, Text.of("step.lost.unread"));
            }
        });
    }

    /** What was accepted and shows nothing is an alarm, not a wait; but on an engine it may still come, and must not be asked for twice. */
    private void readBack(FollowedOperation one, Supplier<Situation> now) {
        tasks.run(() -> one.operation().reread(api), news -> {
            Situation seen = news.apply(now.get());
            if (one.operation().observe(one.before(), seen, one.hasBegun()) instanceof Observation.Nothing) {
                one.operation().ignored(one.before(), seen).filter(why -> one.record().state() == OperationState.ACCEPTED)
                        .ifPresent(why -> {
                            if (one.record().plan().target().kind() == Target.Kind.APP) {
                                end(one, OperationState.FAILED, why, Source.POLL);
                            } else {
                                step(one, OperationState.ACCEPTED, why, Source.POLL);
                            }
                        });
            } else {
                judge(one, seen);
            }
        }, failed -> rereadSoon(one));
    }

    private void judge(FollowedOperation one, Situation now) {
        if (!one.isWatched() || one.record().state().isEnded()) {
            return;
        }
        trace(one, now);
        switch (one.operation().observe(one.before(), now, one.hasBegun())) {
            case Observation.Nothing nothing -> {
            }
            case Observation.Underway underway -> underway(one, underway.text(), source(one, now));
            case Observation.Done done -> {
                step(one, OperationState.OBSERVED, done.text(), source(one, now));
                end(one, OperationState.DONE, done.text(), source(one, now));
            }
            case Observation.Failed failed -> end(one, OperationState.FAILED, failed.text(), source(one, now));
            case Observation.Overtaken overtaken -> end(one, OperationState.SUPERSEDED, overtaken.text(), source(one, now));
        }
    }

    private void underway(FollowedOperation one, Text text, Source source) {
        if (one.record().state() != OperationState.TIMED_OUT && !one.record().lastSeen().text().equals(text)) {
            step(one, OperationState.OBSERVED, text, source);
        }
    }

    /** How much work the engine has left, and where the line was lost. */
    private void trace(FollowedOperation one, Situation now) {
        if (one.record().plan().target().kind() == Target.Kind.ENGINE) {
            now.engine(one.operation().targetId()).ifPresent(entry -> {
                OperationRecord seen = one.record().seen(new OperationRecord.Point(clock.instant(), OperationProgress.serving(entry.engine()),
                        entry.engine().workersWithTasks().size(), now.connection().vouchesFor(entry)));
                if (seen != one.record()) {
                    put(one, seen);
                }
            });
        }
    }

    private static Source source(FollowedOperation one, Situation now) {
        return now.engine(one.operation().targetId()).filter(entry -> entry.feed() != Feed.POLL).map(entry -> Source.STREAM).orElse(Source.POLL);
    }

    /** Says once that it gets nowhere, and again only after it has moved. */
    private void weigh(FollowedOperation one, Situation now) {
        Optional<Stuck> stuck = Stuck.of(one.record(), now.fleet(), now.connection(), patience.get(), now.now());
        if (stuck.isPresent() && !one.saidStuck(stuck.get().since())) {
            step(one, one.record().state(), stuck.get().title());
        }
    }

    /** The operator waits on: its progress is judged anew from now on. Nothing is sent. */
    void lookAgain(String id) {
        Optional.ofNullable(followed.get(id)).ifPresent(one -> put(one, one.record().lookAgain(clock.instant())));
    }

    /** The operator does not wait any more: the same can be asked for again. It is still watched, for it may yet end. */
    void giveUp(String id) {
        // While its answer is out nobody can tell what would be given up.
        Optional.ofNullable(followed.get(id)).filter(one -> one.isWatched() && one.record().state().isUnderway())
                .ifPresent(one -> step(one, OperationState.TIMED_OUT, Text.of("step.given-up", one.record().lastSeen().text())));
    }

    private void end(FollowedOperation one, OperationState state, Text text, Source source) {
        if (state == OperationState.SUPERSEDED && one.record().state() == OperationState.SENT) {
            // Without an answer and without the target nothing can be known any more.
            step(one, OperationState.FAILED, text, source);
        } else {
            step(one, state, text, source);
        }
        followed.remove(one.record().id());
    }

    /** A stop or restart that was accepted takes over from a drain or update of the same engine. */
    private void supersede(FollowedOperation winner) {
        if (winner.operation().verb() != Verb.STOP && winner.operation().verb() != Verb.RESTART) {
            return;
        }
        for (FollowedOperation other : List.copyOf(followed.values())) {
            boolean same = other != winner && other.operation().targetId().equals(winner.operation().targetId());
            if (same && other.operation().verb() != Verb.EXTEND && other.record().state().next().contains(OperationState.SUPERSEDED)) {
                end(other, OperationState.SUPERSEDED, Text.of("step.superseded", winner.record().plan().title()), Source.ACTION);
            }
        }
    }

    private void step(FollowedOperation one, OperationState state, Text text) {
        step(one, state, text, Source.ACTION);
    }

    private void step(FollowedOperation one, OperationState state, Text text, Source source) {
        put(one, one.record().to(state, clock.instant(), text, source));
        if (state != OperationState.SENT || one.isLost()) {
            journal.write(one.record().state().isEnded() || state == OperationState.TIMED_OUT ? JournalSteps.outcome(one.record()) : JournalSteps.observed(one.record()));
        }
    }

    private void put(FollowedOperation one, OperationRecord record) {
        one.record(record);
        log.put(record);
    }

    private void rereadSoon(FollowedOperation one) {
        one.readAt(clock.instant());
        Target target = one.record().plan().target();
        if (target.kind() == Target.Kind.ENGINE) {
            reread.engine(target.id());
        } else {
            reread.app(target.id());
        }
    }
}
