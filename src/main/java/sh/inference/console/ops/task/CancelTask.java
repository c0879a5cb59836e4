package sh.inference.console.ops.task;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Text;
import sh.inference.console.model.Worker;
import sh.inference.console.ops.EngineCall;
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
 * Cancels one task (contract 10). Its caller gets an error, and the work done so far is lost.
 *
 * @param targetId the engine that runs it
 */
public record CancelTask(String targetId, String taskId) implements EngineOperation {
    private static final int SHORT = 8;

    @Override
    public Verb verb() {
        return Verb.CANCEL_TASK;
    }

    @Override
    public OperationPlan plan(Situation situation) {
        ApiCall call = new ApiCall("POST", "/tasks/" + EngineCall.encode(taskId) + "/cancel", Optional.empty());
        PlanDraft draft = PlanDraft.engine(verb(), targetId, taskId.substring(0, Math.min(SHORT, taskId.length())), call, situation).destructive(true).atLeast(Level.L3);
        situation.engine(targetId).ifPresent(entry -> describe(draft, entry, situation));
        return draft.build();
    }

    private void describe(PlanDraft draft, EngineEntry entry, Situation situation) {
        Optional<Worker> holder = holder(entry.engine());
        draft.consequence("cancel-task.consequence", entry.engine().name());
        if (holder.isEmpty()) {
            draft.check(Precondition.block("cancel-task.check.gone"));
            return;
        }
        Worker worker = holder.get();
        Text app = worker.appId().isEmpty() ? Text.of("plan.unknown") : Text.verbatim(situation.apps().name(worker.appId()));
        Text age = Optional.ofNullable(entry.tasksSince().get(taskId)).map(since -> Text.of("plan.age", PlanDraft.since(since, situation.now()))).orElse(Text.of("plan.unknown"));
        draft.restsOn(worker.id()).section(new PlanSection(Text.of("plan.tasks.lost", 1), Text.of("cancel-task.remark"),
                List.of(new PlanSection.Row(PlanSection.Mark.BAD, List.of(Text.of("plan.worker", worker.index()), app, Text.verbatim(taskId), age)))));
    }

    private Optional<Worker> holder(Engine engine) {
        return engine.workerList().stream().filter(worker -> worker.taskId().filter(taskId::equals).isPresent()).findFirst();
    }

    @Override
    public Answer<?> send(InferenceApi api) throws ApiException {
        return api.cancelTask(taskId);
    }

    @Override
    public Observation observe(Engine seen, Situation before, Situation now, boolean begun) {
        return holder(seen).isEmpty() && seen.workers().isPresent() ? new Observation.Done(Text.of("cancel-task.done")) : new Observation.Nothing();
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(2);
    }
}
