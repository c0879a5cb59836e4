package sh.inference.console.ops.extend;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.EngineOperation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Verb;

/**
 * Moves the auto-delete time of a cloud engine later and pays for it (contract 7.3). Sent once and never repeated: after
 * a lost answer the threshold is read and compared.
 *
 * @param hours to add, as a decimal number; not checked here, the plan blocks what cannot be asked for
 */
public record ExtendEngine(String targetId, BigDecimal hours) implements EngineOperation {
    /** The provider may round the threshold; further off than this it is another deadline. */
    private static final Duration ROUNDING = Duration.ofSeconds(61);

    @Override
    public Verb verb() {
        return Verb.EXTEND;
    }

    @Override
    public OperationPlan plan(Situation situation) {
        return new ExtendPlan(this, situation).plan();
    }

    @Override
    public Answer<?> send(InferenceApi api) throws ApiException {
        return api.extendEngine(targetId, hours);
    }

    @Override
    public Observation observe(Engine seen, Situation before, Situation now, boolean begun) {
        Optional<Instant> was = before.engine(targetId).flatMap(entry -> entry.engine().endsAt());
        if (was.isEmpty()) {
            return new Observation.Overtaken(Text.of("seen.gone"));
        }
        Optional<Instant> is = seen.endsAt();
        if (is.isEmpty()) {
            return new Observation.Overtaken(Text.of("extend.no-deadline"));
        }
        Instant asked = was.get().plus(Hours.duration(hours));
        Duration off = Duration.between(asked, is.get());
        if (off.abs().compareTo(ROUNDING) <= 0) {
            return new Observation.Done(Text.of("extend.done", Text.local(is.get()), Text.utc(is.get())));
        }
        if (is.get().equals(was.get())) {
            return new Observation.Nothing();
        }
        // Further than asked: somebody else bought time as well. Less than asked: this request was not honoured in full.
        return off.isNegative() ? new Observation.Failed(Text.of("extend.failed.short", Text.local(is.get()), Text.local(asked)))
                : new Observation.Done(Text.of("extend.done.further", Text.local(is.get()), Text.local(asked)));
    }

    @Override
    public Optional<Text> ignored(Situation before, Situation after) {
        Optional<Instant> was = before.engine(targetId).flatMap(entry -> entry.engine().endsAt());
        return after.engine(targetId).flatMap(entry -> entry.engine().endsAt()).filter(is -> was.filter(is::equals).isPresent())
                .map(is -> Text.of("extend.ignored", Text.local(is)));
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(2);
    }
}
