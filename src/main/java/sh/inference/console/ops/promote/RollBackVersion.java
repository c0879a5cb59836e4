package sh.inference.console.ops.promote;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Verb;

/**
 * Makes an earlier version current again: the same request as a promotion, asked for with other words (contract 4.5).
 *
 * @param targetId the app's id
 */
public record RollBackVersion(String targetId, String versionId) implements Operation {
    @Override
    public Verb verb() {
        return Verb.ROLL_BACK;
    }

    @Override
    public OperationPlan plan(Situation situation) {
        return new CurrentPlan(verb(), targetId, versionId, situation).plan();
    }

    @Override
    public Answer<?> send(InferenceApi api) throws ApiException {
        return api.setCurrentVersion(targetId, versionId);
    }

    @Override
    public UnaryOperator<Situation> reread(InferenceApi api) throws ApiException {
        return CurrentVersion.reread(api, targetId, versionId);
    }

    @Override
    public Observation observe(Situation before, Situation now, boolean begun) {
        return CurrentVersion.observe(targetId, versionId, before, now);
    }

    @Override
    public Optional<Text> ignored(Situation before, Situation after) {
        return CurrentVersion.ignored(targetId, versionId, after);
    }

    @Override
    public Optional<Duration> readWithin() {
        return CurrentVersion.READ_WITHIN;
    }

    @Override
    public Duration deadline() {
        return CurrentVersion.DEADLINE;
    }
}
