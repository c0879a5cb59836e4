package sh.inference.console.ops.record;

import java.time.Duration;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Text;
import sh.inference.console.ops.EngineCall;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.EngineOperation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.PlanDraft;
import sh.inference.console.ops.Precondition;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Verb;

/** Deletes the record of an engine that has stopped or is disconnected (contract 5.1). The record and its history here are gone. */
public record DeleteEngine(String targetId) implements EngineOperation {
    @Override
    public Verb verb() {
        return Verb.DELETE;
    }

    @Override
    public OperationPlan plan(Situation situation) {
        PlanDraft draft = PlanDraft.engine(verb(), targetId, EngineCall.delete(targetId), situation).destructive(true).atLeast(Level.L3);
        situation.engine(targetId).ifPresent(entry -> {
            Engine engine = entry.engine();
            draft.consequence("delete.consequence").restsOn(engine.status().raw());
            boolean bills = engine.instance().filter(Instance::bills).isPresent();
            draft.check(bills ? Precondition.warn("delete.check.bills") : Precondition.pass("delete.check.no-machine"));
        });
        return draft.build();
    }

    @Override
    public Answer<?> send(InferenceApi api) throws ApiException {
        return api.deleteEngine(targetId);
    }

    @Override
    public Observation observe(Situation before, Situation now, boolean begun) {
        return now.engine(targetId).isEmpty() ? new Observation.Done(Text.of("delete.done")) : new Observation.Nothing();
    }

    @Override
    public Observation observe(Engine seen, Situation before, Situation now, boolean begun) {
        return new Observation.Nothing();
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(1);
    }
}
