package sh.inference.console.ops.drain;

import java.time.Duration;
import java.util.Optional;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineKind;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Text;
import sh.inference.console.model.WorkerStatus;
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
 * Drains an engine: it finishes its tasks, takes no new ones, then shuts down. There is no undrain (contract 6.2), and
 * the machine of a cloud engine goes on costing until it is stopped.
 */
public record DrainEngine(String targetId) implements EngineOperation {
    @Override
    public Verb verb() {
        return Verb.DRAIN;
    }

    @Override
    public OperationPlan plan(Situation situation) {
        PlanDraft draft = PlanDraft.engine(verb(), targetId, EngineCall.post(targetId, "drain"), situation).destructive(true).atLeast(Level.L2);
        situation.engine(targetId).ifPresent(entry -> describe(draft, entry, situation));
        return draft.build();
    }

    private void describe(PlanDraft draft, EngineEntry entry, Situation situation) {
        Engine engine = entry.engine();
        EngineWork work = new EngineWork(entry, situation);
        if (engine.kind() == EngineKind.CLOUD) {
            Object price = engine.hourlyPrice().<Object>map(money -> money).orElse(Text.of("plan.price.unknown"));
            draft.consequence("drain.consequence.cloud", work.tasks(), price)
                    .check(Precondition.warn("drain.check.bills", price));
        } else {
            Text host = engine.system().map(SystemInfo::hostname).filter(name -> !name.isBlank()).map(Text::verbatim).orElse(Text.of("plan.its-host"));
            draft.consequence("drain.consequence", work.tasks(), host);
        }
        draft.section(work.tasksSection("plan.tasks.finish", PlanSection.Mark.NONE)).section(work.lossSection()).check(work.lastEngineCheck())
                .atLeast(work.stranded().isEmpty() ? Level.L2 : Level.L3);
    }

    @Override
    public Optional<Text> whyNot(Situation situation) {
        return Availability.engine(verb(), situation, targetId);
    }

    @Override
    public Answer<?> send(InferenceApi api) throws ApiException {
        return api.drainEngine(targetId);
    }

    @Override
    public Observation observe(Engine seen, Situation before, Situation now, boolean begun) {
        return switch (seen.status().value()) {
            case STOPPED -> new Observation.Done(Text.of(seen.instance().isPresent() && seen.instance().get().bills() ? "drain.done.bills" : "drain.done"));
            // The process ends after the last task, and then its line is gone. Without having been seen draining, a lost line proves nothing.
            case DISCONNECTED -> begun ? new Observation.Done(Text.of("drain.done.disconnected")) : new Observation.Nothing();
            case DRAINING -> new Observation.Underway(left(seen));
            case STOPPING -> new Observation.Underway(Text.of("seen.stopping"));
            case RESTARTING -> new Observation.Underway(Text.of("seen.restarting"));
            case RUNNING -> begun ? new Observation.Failed(Text.of("drain.failed.running")) : new Observation.Nothing();
            case PENDING, UNKNOWN -> begun ? new Observation.Underway(Text.of("seen.status", PlanDraft.status(seen))) : new Observation.Nothing();
        };
    }

    private static Text left(Engine engine) {
        long serving = engine.workerList().stream().filter(worker -> !worker.status().is(WorkerStatus.INACTIVE)).count();
        return Text.of("drain.left", engine.workersWithTasks().size(), serving);
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(2);
    }

}
