package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.Engine;

/**
 * One walk through the pages of the engine list, as {@link Paging} leads. Confined to the FX thread; a new walk is a new object.
 */
final class Listing {
    /** Who is told of the walk, on the FX thread. */
    interface Sink {
        /**
         * @param fresh   engines that no earlier page of this walk had
         * @param askedAt when the page was asked for
         */
        void page(List<Engine> fresh, OptionalInt total, Instant askedAt);

        void done();

        void failed(ApiFailure why);
    }

    private final InferenceApi api;
    private final FeedRuntime runtime;
    private final Duration between;
    private final Sink sink;
    private final Instant startedAt;
    private final Set<String> named = new HashSet<>();
    private final Paging paging = new Paging();
    private OptionalInt total = OptionalInt.empty();
    private Optional<TaskRunner.Running> asking = Optional.empty();
    private boolean cancelled;

    /** @param between the pause between two pages; zero for a list somebody waits for */
    Listing(InferenceApi api, FeedRuntime runtime, Duration between, Sink sink) {
        this.api = api;
        this.runtime = runtime;
        this.between = between;
        this.sink = sink;
        this.startedAt = runtime.now();
    }

    void start(int pageSize) {
        read(ListRequest.first(pageSize));
    }

    /** Ends the walk; the request under way is broken off. */
    void cancel() {
        cancelled = true;
        asking.ifPresent(TaskRunner.Running::cancel);
    }

    private void read(ListRequest request) {
        if (cancelled) {
            return;
        }
        Instant askedAt = runtime.now();
        asking = Optional.of(runtime.tasks().run(() -> api.listEngines(request), page -> accept(request, page, askedAt),
                reason -> sink.failed(FeedRuntime.failure(reason))));
    }

    private void accept(ListRequest request, Page<Engine> page, Instant askedAt) {
        total = page.total().isPresent() ? page.total() : total;
        List<Engine> fresh = page.items().stream().filter(engine -> named.add(engine.id())).toList();
        Optional<ListRequest> next = paging.next(request, page, !fresh.isEmpty());
        if (between.isZero()) {
            // The next page is made and read while this one is taken over.
            next.ifPresent(this::read);
        }
        sink.page(fresh, total, askedAt);
        if (next.isEmpty()) {
            sink.done();
        } else if (!between.isZero()) {
            runtime.later(between, () -> read(next.get()));
        }
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isThrottled() {
        return !between.isZero();
    }

    boolean names(String id) {
        return named.contains(id);
    }

    /**
     * Whether an engine it does not name is surely gone. Several pages prove that only when they name as many as the
     * service counts, because engines made at the same moment can fall between two pages (contract 3.4).
     */
    boolean provesAbsence() {
        return !hasRepeatedItself() && (paging.pages() == 1 || total.isPresent() && named.size() >= total.getAsInt());
    }

    boolean hasRepeatedItself() {
        return paging.hasRepeatedItself();
    }
}
