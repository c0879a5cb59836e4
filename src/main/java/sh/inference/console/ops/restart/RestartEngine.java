package sh.inference.console.ops.restart;

import java.time.Duration;
import java.util.Optional;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Instance;
import sh.inference.console.model.InstanceStatus;
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

/** Restarts the cloud machine beneath an engine. Nothing promises that running tasks finish (contract 6.2). */
public record RestartEngine(String targetId) implements EngineOperation {
    @Override
    public Verb verb() {
        return Verb.RESTART;
    }

    @Override
    public OperationPlan plan(Situation situation) {
        PlanDraft draft = PlanDraft.engine(verb(), targetId, EngineCall.post(targetId, "restart"), situation).destructive(true).atLeast(Level.L2);
        situation.engine(targetId).ifPresent(entry -> describe(draft, entry, situation));
        return draft.build();
    }

    private static void describe(PlanDraft draft, EngineEntry entry, Situation situation) {
        Engine engine = entry.engine();
        EngineWork work = new EngineWork(entry, situation);
        boolean knownIdle = work.tasks() == 0 && engine.workers().isPresent();
        draft.consequence("restart.consequence", work.tasks()).atLeast(knownIdle ? Level.L2 : Level.L3)
                .section(work.tasksSection("plan.tasks.lost", PlanSection.Mark.BAD)).section(work.lossSection());
        engine.instance().ifPresent(instance -> draft.check(machineCheck(instance)));
        draft.check(knownIdle ? Precondition.pass("restart.check.idle") : Precondition.warn("restart.check.busy", work.tasks()))
                .check(work.lastEngineCheck());
    }

    @Override
    public Optional<Text> whyNot(Situation situation) {
        return Availability.engine(verb(), situation, targetId).or(() -> situation.engine(targetId).flatMap(entry -> entry.engine().instance())
                .map(RestartEngine::machineCheck).filter(check -> check.verdict() == Precondition.Verdict.BLOCK).map(Precondition::text));
    }

    private static Precondition machineCheck(Instance instance) {
        return instance.status().is(InstanceStatus.ACTIVE) ? Precondition.pass("restart.check.machine")
                : Precondition.block("restart.check.no-machine", instance.status().raw());
    }

    @Override
    public Answer<?> send(InferenceApi api) throws ApiException {
        return api.restartEngine(targetId);
    }

    @Override
    public Observation observe(Engine seen, Situation before, Situation now, boolean begun) {
        Optional<EngineStatus> was = before.engine(targetId).map(entry -> entry.engine().status().value());
        return switch (seen.status().value()) {
            case RESTARTING -> new Observation.Underway(Text.of("seen.restarting"));
            case RUNNING -> begun || was.filter(status -> status != EngineStatus.RUNNING).isPresent()
                    ? new Observation.Done(Text.of("restart.done")) : new Observation.Nothing();
            case STOPPED -> begun ? new Observation.Failed(Text.of("restart.failed.stopped")) : new Observation.Nothing();
            case STOPPING -> new Observation.Underway(Text.of("seen.stopping"));
            case DISCONNECTED, PENDING -> begun || was.filter(status -> status == EngineStatus.RUNNING).isPresent()
                    ? new Observation.Underway(Text.of("seen.status", PlanDraft.status(seen))) : new Observation.Nothing();
            case DRAINING, UNKNOWN -> new Observation.Nothing();
        };
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(15);
    }
}
