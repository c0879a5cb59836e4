package sh.inference.console.ops.stop;

import java.time.Duration;
import java.util.Optional;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineKind;
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

/**
 * Stops an engine. While connected it finishes its tasks first; offline the service ends it at once. The machine of a
 * cloud engine is torn down (contract 6.2).
 */
public record StopEngine(String targetId) implements EngineOperation {
    /** How the stop will go, which decides what the operator must be told. */
    private enum Form {
        GRACEFUL, AT_ONCE, MACHINE_ONLY, UNKNOWN
    }

    @Override
    public Verb verb() {
        return Verb.STOP;
    }

    @Override
    public OperationPlan plan(Situation situation) {
        PlanDraft draft = PlanDraft.engine(verb(), targetId, EngineCall.post(targetId, "stop"), situation).destructive(true).atLeast(Level.L2);
        situation.engine(targetId).ifPresent(entry -> describe(draft, entry, situation));
        return draft.build();
    }

    private static void describe(PlanDraft draft, EngineEntry entry, Situation situation) {
        Engine engine = entry.engine();
        EngineWork work = new EngineWork(entry, situation);
        Form form = form(engine.status().value());
        boolean cloud = engine.kind() == EngineKind.CLOUD;
        boolean idle = form == Form.GRACEFUL && work.tasks() == 0 && engine.workers().isPresent() && engine.is(EngineStatus.RUNNING);
        draft.consequence("stop.consequence." + form.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + (cloud ? ".cloud" : ""), work.tasks())
                .restsOn(form)
                .atLeast(cloud || !idle || !work.stranded().isEmpty() ? Level.L3 : Level.L2);
        if (form == Form.GRACEFUL) {
            draft.section(work.tasksSection("plan.tasks.finish", PlanSection.Mark.NONE));
        } else if (form != Form.MACHINE_ONLY) {
            draft.section(work.tasksSection("plan.tasks.lost", PlanSection.Mark.BAD)).check(Precondition.warn("stop.check." + (form == Form.AT_ONCE ? "offline" : "unknown")));
        }
        draft.section(work.lossSection()).check(work.lastEngineCheck());
        if (cloud) {
            draft.check(Precondition.warn("stop.check.machine", engine.instance().map(Instance::name).filter(name -> !name.isBlank()).orElse(engine.name())));
        }
    }

    private static Form form(EngineStatus status) {
        return switch (status) {
            case RUNNING, DRAINING, STOPPING -> Form.GRACEFUL;
            case PENDING, DISCONNECTED -> Form.AT_ONCE;
            case STOPPED -> Form.MACHINE_ONLY;
            case RESTARTING, UNKNOWN -> Form.UNKNOWN;
        };
    }

    @Override
    public Optional<Text> whyNot(Situation situation) {
        return Availability.engine(verb(), situation, targetId);
    }

    @Override
    public Answer<?> send(InferenceApi api) throws ApiException {
        return api.stopEngine(targetId);
    }

    @Override
    public Observation observe(Engine seen, Situation before, Situation now, boolean begun) {
        return switch (seen.status().value()) {
            case STOPPED -> stopped(seen);
            case STOPPING -> new Observation.Underway(Text.of("stop.stopping", seen.workersWithTasks().size()));
            case RUNNING -> begun ? new Observation.Failed(Text.of("stop.failed.running")) : new Observation.Nothing();
            case DISCONNECTED, PENDING, DRAINING, RESTARTING, UNKNOWN -> begun
                    ? new Observation.Underway(Text.of("seen.status", PlanDraft.status(seen))) : new Observation.Nothing();
        };
    }

    /** Stopped is only half of it while somebody pays for the machine. */
    private static Observation stopped(Engine seen) {
        if (seen.instance().isEmpty()) {
            return new Observation.Done(Text.of("stop.done"));
        }
        Instance instance = seen.instance().get();
        if (instance.status().is(InstanceStatus.DELETED)) {
            return new Observation.Done(Text.of("stop.done.machine"));
        }
        return new Observation.Underway(Text.of(instance.bills() ? "stop.still-bills" : "stop.deleting"));
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(30);
    }
}
