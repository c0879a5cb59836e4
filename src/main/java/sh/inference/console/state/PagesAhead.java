package sh.inference.console.state;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.UnreadPage;
import sh.inference.console.model.Engine;

/** Fetches the pages of one walk through the engine list, the next one while the last is read where that is wanted. For use by one thread. */
final class PagesAhead implements AutoCloseable {
    /** @param askedAt when the page was asked for */
    record Fetched(UnreadPage<Engine> page, Instant askedAt) {
    }

    private record Coming(ListRequest request, FutureTask<UnreadPage<Engine>> answer, Instant askedAt) {
    }

    private final InferenceApi api;
    private final FeedRuntime runtime;
    private Optional<Coming> coming = Optional.empty();

    PagesAhead(InferenceApi api, FeedRuntime runtime) {
        this.api = api;
        this.runtime = runtime;
    }

    /** Waits for a page that was begun, or asks for it now. */
    Fetched fetch(ListRequest request) throws Exception {
        Coming wanted = coming.filter(begun -> begun.request().equals(request)).orElseGet(() -> now(request));
        try {
            return new Fetched(wanted.answer().get(), wanted.askedAt());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception reason ? reason : failed;
        }
    }

    private Coming now(ListRequest request) {
        close();
        Coming asked = coming(request);
        asked.answer().run();
        return asked;
    }

    /** Begins to fetch what is likely to be wanted next. */
    void begin(ListRequest request) {
        Coming begun = coming(request);
        coming = Optional.of(begun);
        runtime.tasks().background().execute(begun.answer());
    }

    private Coming coming(ListRequest request) {
        return new Coming(request, new FutureTask<>(() -> api.fetchEngines(request)), runtime.now());
    }

    /** Breaks off what was begun and is not wanted any more. */
    @Override
    public void close() {
        coming.ifPresent(begun -> begun.answer().cancel(true));
        coming = Optional.empty();
    }
}
