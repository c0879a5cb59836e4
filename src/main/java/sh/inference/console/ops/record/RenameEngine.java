package sh.inference.console.ops.record;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;
import sh.inference.console.model.JsonString;
import sh.inference.console.model.Text;
import sh.inference.console.ops.EngineCall;
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
 * Gives an engine another name (contract 5.1). Only the name is sent, so that nothing else of the record is touched.
 *
 * @param name as typed; the plan blocks what cannot be a name
 */
public record RenameEngine(String targetId, String name) implements EngineOperation {
    public static final int LONGEST = 100;

    public RenameEngine {
        name = name.strip();
    }

    @Override
    public Verb verb() {
        return Verb.RENAME;
    }

    @Override
    public OperationPlan plan(Situation situation) {
        PlanDraft draft = PlanDraft.engine(verb(), targetId, EngineCall.patch(targetId, "{\"name\":" + JsonString.of(name) + "}"), situation);
        situation.engine(targetId).map(EngineEntry::engine).ifPresent(engine -> describe(draft, engine, situation));
        return draft.build();
    }

    private void describe(PlanDraft draft, Engine engine, Situation situation) {
        draft.consequence("rename.consequence").restsOn(engine.name());
        draft.section(new PlanSection(Text.of("rename.names"), Text.of("plan.nothing"), List.of(
                new PlanSection.Row(PlanSection.Mark.NONE, List.of(Text.of("rename.now"), Text.verbatim(engine.name()))),
                new PlanSection.Row(PlanSection.Mark.NONE, List.of(Text.of("rename.after"), name.isEmpty() ? Text.of("plan.unknown") : Text.verbatim(name))))));
        if (name.isEmpty()) {
            draft.check(Precondition.block("rename.check.empty"));
        } else if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            draft.check(Precondition.block("rename.check.form", LONGEST));
        } else if (name.equals(engine.name())) {
            draft.check(Precondition.block("rename.check.same"));
        }
        if (situation.fleet().all().stream().anyMatch(other -> other.engine().name().equals(name) && !other.engine().id().equals(targetId))) {
            draft.check(Precondition.warn("rename.check.taken", name));
        }
    }

    @Override
    public Answer<?> send(InferenceApi api) throws ApiException {
        return api.renameEngine(targetId, name);
    }

    @Override
    public Observation observe(Engine seen, Situation before, Situation now, boolean begun) {
        if (seen.name().equals(name)) {
            return new Observation.Done(Text.of("rename.done", name));
        }
        Optional<String> was = before.engine(targetId).map(entry -> entry.engine().name());
        return was.isEmpty() || was.get().equals(seen.name()) ? new Observation.Nothing() : new Observation.Overtaken(Text.of("rename.overtaken", seen.name()));
    }

    @Override
    public Optional<Text> ignored(Situation before, Situation after) {
        return after.engine(targetId).map(entry -> entry.engine().name()).filter(is -> !is.equals(name)).map(is -> Text.of("rename.ignored", is));
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(1);
    }
}
