package sh.inference.console.ops;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Text;

/** A verb with its object. Immutable; the state of its execution is in an {@link OperationRecord}. */
public interface Operation {
    Verb verb();

    /** The id of the engine or app it acts on. */
    String targetId();

    /** What it would do. Pure; never fails: an object that is gone is a precondition that blocks. */
    OperationPlan plan(Situation situation);

    /**
     * The first reason why it cannot be sent, the same that blocks its plan. Asked every second for everything on screen, so
     * verbs whose plans look at the whole fleet answer it without. Pure.
     */
    default Optional<Text> whyNot(Situation situation) {
        return plan(situation).blockedBy();
    }

    /** Sends the one request. Blocks; called once, off the FX thread. */
    Answer<?> send(InferenceApi api) throws ApiException;

    /**
     * Reads its target again. Blocks; called off the FX thread.
     *
     * @return lays what the service says of the target over a situation, or takes the target out when the service does not know it
     */
    UnaryOperator<Situation> reread(InferenceApi api) throws ApiException;

    /**
     * What the fleet shows of it. Pure.
     *
     * @param before the situation when it was sent
     * @param now    the situation now
     * @param begun  whether it was seen underway before
     */
    Observation observe(Situation before, Situation now, boolean begun);

    /**
     * What is to be said when its target, read again soon after the service accepted it, shows nothing of it. Empty for what
     * takes its time.
     */
    default Optional<Text> ignored(Situation before, Situation after) {
        return Optional.empty();
    }

    /** How old what was read of its target may be when the request leaves. Empty where the service itself refuses what does not fit. */
    default Optional<Duration> readWithin() {
        return Optional.empty();
    }

    /** How long it may take before it counts as timed out. */
    Duration deadline();
}
