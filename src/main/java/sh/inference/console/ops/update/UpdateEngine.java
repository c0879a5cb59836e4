package sh.inference.console.ops.update;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Availability;
import sh.inference.console.ops.EngineCall;
import sh.inference.console.ops.EngineWork;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.EngineOperation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.PlanDraft;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.Precondition;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.EngineEntry;

/**
 * Tells an engine to fetch the newest binary. Running tasks finish first; whether it restarts when there is nothing newer
 * differs between the service's own descriptions, so only "may restart" is promised (contract 6.2).
 */
public record UpdateEngine(String targetId) implements EngineOperation {
    /** How long an engine that already has the newest version may stay unchanged until that counts as its answer. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    @Override
    public Verb verb() {
        return Verb.UPDATE;
    }

    @Override
    public OperationPlan plan(Situation situation) {
        PlanDraft draft = PlanDraft.engine(verb(), targetId, EngineCall.post(targetId, "update"), situation).atLeast(Level.L2);
        situation.engine(targetId).ifPresent(entry -> describe(draft, entry, situation));
        return draft.build();
    }

    private static void describe(PlanDraft draft, EngineEntry entry, Situation situation) {
        Engine engine = entry.engine();
        EngineWork work = new EngineWork(entry, situation);
        Text now = engine.version().isEmpty() ? Text.of("plan.unknown") : Text.verbatim(engine.version());
        Text newest = EngineVersions.newestSeen(situation.fleet()).map(Text::verbatim).orElse(Text.of("plan.unknown"));
        Optional<Boolean> behind = EngineVersions.isBehind(engine.version(), situation.fleet());
        draft.consequence("update.consequence", work.tasks())
                .restsOn(engine.version())
                .section(new PlanSection(Text.of("update.versions"), Text.of("update.versions.remark"), List.of(
                        new PlanSection.Row(PlanSection.Mark.NONE, List.of(Text.of("update.version.now"), now)),
                        new PlanSection.Row(PlanSection.Mark.NONE, List.of(Text.of("update.version.newest"), newest)))))
                .section(work.tasksSection("plan.tasks.finish", PlanSection.Mark.NONE))
                .section(work.lossSection())
                .check(behind.map(is -> is ? Precondition.pass("update.check.behind") : Precondition.warn("update.check.newest"))
                        .orElse(Precondition.warn("update.check.unknown")))
                .check(work.lastEngineCheck());
    }

    @Override
    public Optional<Text> whyNot(Situation situation) {
        return Availability.engine(verb(), situation, targetId);
    }

    @Override
    public Answer<?> send(InferenceApi api) throws ApiException {
        return api.updateEngine(targetId);
    }

    @Override
    public Observation observe(Engine seen, Situation before, Situation now, boolean begun) {
        Optional<Engine> was = before.engine(targetId).map(EngineEntry::engine);
        if (was.isEmpty()) {
            return new Observation.Overtaken(Text.of("seen.gone"));
        }
        return switch (seen.status().value()) {
            case RUNNING -> running(was.get(), seen, now, begun, Duration.between(before.now(), now.now()));
            case DRAINING -> new Observation.Underway(Text.of("update.draining", seen.workersWithTasks().size()));
            case RESTARTING -> new Observation.Underway(Text.of("seen.restarting"));
            case STOPPED -> new Observation.Failed(Text.of("update.failed.stopped"));
            case STOPPING -> new Observation.Underway(Text.of("seen.stopping"));
            // Its line is gone while it restarts; gone before it was seen to begin, that proves nothing.
            case DISCONNECTED, PENDING, UNKNOWN -> begun ? new Observation.Underway(Text.of("seen.status", PlanDraft.status(seen))) : new Observation.Nothing();
        };
    }

    private static Observation running(Engine was, Engine seen, Situation now, boolean begun, Duration waited) {
        if (!seen.version().equals(was.version()) && !seen.version().isEmpty()) {
            return new Observation.Done(Text.of("update.done", was.version().isEmpty() ? Text.of("plan.unknown") : was.version(), seen.version()));
        }
        boolean hasNewest = !EngineVersions.isBehind(seen.version(), now.fleet()).orElse(true);
        if (begun) {
            return hasNewest ? new Observation.Done(Text.of("update.done.same", seen.version())) : new Observation.Failed(Text.of("update.failed.same", seen.version()));
        }
        return hasNewest && waited.compareTo(SETTLED) >= 0 ? new Observation.Done(Text.of("update.done.newest", seen.version())) : new Observation.Nothing();
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(15);
    }
}
