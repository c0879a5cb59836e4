package sh.inference.console.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;

/**
 * Tries a connection, step by step, and says of each what came of it. It only reads: what a key may change cannot be told
 * without changing something. Blocks.
 */
public final class ConnectionProbe {
    private final InferenceApi api;
    private final Clock clock;
    private final Consumer<Line> told;

    /** What is tried, in this order. */
    public enum Step {
        ADDRESS, KEY, ENGINES, APPS, STREAM, BALANCE, CHANGES
    }

    /** What came of a step. */
    public enum Verdict {
        GOOD, LIMITED, FAILED, UNKNOWN
    }

    /**
     * A step that was tried.
     *
     * @param text    what was found, in a few words
     * @param problem why it failed and what to do next; only for a failure or a limit
     */
    public record Line(Step step, Verdict verdict, Text text, Optional<Problem> problem) {
    }

    /** A call that reads, and what it found in words. */
    private interface Reading {
        Text read() throws ApiException;
    }

    /** @param told every line as soon as it is known, on the calling thread */
    public ConnectionProbe(InferenceApi api, Clock clock, Consumer<Line> told) {
        this.api = api;
        this.clock = clock;
        this.told = told;
    }

    /** Tries everything that makes sense after what came before. Returns whether the console can work with this connection. */
    public boolean run() {
        Instant before = clock.instant();
        Optional<ApiFailure> failure = Optional.empty();
        Text engines = Text.verbatim("");
        try {
            engines = count("probe.engines", "probe.engines.some", api.listEngines(ListRequest.first(1)));
        } catch (ApiException failed) {
            failure = Optional.of(failed.failure());
        }
        if (failure.filter(ConnectionProbe::isOfTheAddress).isPresent()) {
            return say(Step.ADDRESS, Verdict.FAILED, problem(failure.get()));
        }
        tell(Step.ADDRESS, Verdict.GOOD, Text.of("probe.answered", Duration.between(before, clock.instant()).toMillis()));
        if (failure.filter(ApiFailure.Unauthorized.class::isInstance).isPresent()) {
            return say(Step.KEY, Verdict.FAILED, problem(failure.get()));
        }
        tell(Step.KEY, Verdict.GOOD, Text.of("probe.accepted"));
        boolean works = failure.isEmpty();
        if (works) {
            tell(Step.ENGINES, Verdict.GOOD, engines);
        } else {
            say(Step.ENGINES, Verdict.FAILED, problem(failure.get()));
        }
        attempt(Step.APPS, Verdict.FAILED, () -> count("probe.apps", "probe.apps.some", api.listApps(ListRequest.first(1))));
        attempt(Step.STREAM, Verdict.LIMITED, this::stream);
        attempt(Step.BALANCE, Verdict.LIMITED, () -> Text.of("probe.balance", api.balance()));
        tell(Step.CHANGES, Verdict.UNKNOWN, Text.of("probe.changes"));
        return works;
    }

    private Text stream() throws ApiException {
        api.streamEvents().close();
        return Text.of("probe.stream");
    }

    private void attempt(Step step, Verdict otherwise, Reading reading) {
        try {
            tell(step, Verdict.GOOD, reading.read());
        } catch (ApiException failed) {
            say(step, otherwise, problem(failed.failure()));
        }
    }

    private boolean say(Step step, Verdict verdict, Problem problem) {
        told.accept(new Line(step, verdict, problem.title(), Optional.of(problem)));
        return false;
    }

    private void tell(Step step, Verdict verdict, Text text) {
        told.accept(new Line(step, verdict, text, Optional.empty()));
    }

    private static Text count(String all, String some, Page<?> page) {
        return page.total().isPresent() ? Text.of(all, page.total().getAsInt()) : Text.of(some, page.items().size());
    }

    /** Whether the failure says that the service is not there, rather than what the key may do. */
    private static boolean isOfTheAddress(ApiFailure failure) {
        return switch (failure) {
            case ApiFailure.Unreachable line -> true;
            case ApiFailure.Malformed other -> true;
            case ApiFailure.NotFound other -> true;
            case ApiFailure.ServerFault fault -> true;
            case ApiFailure.RateLimited later -> true;
            default -> false;
        };
    }

    /** A list that is not found means that this is another service. */
    private static Problem problem(ApiFailure failure) {
        return failure instanceof ApiFailure.NotFound missing ? new ApiFailure.Malformed(404, missing.detail()).problem() : failure.problem();
    }
}
