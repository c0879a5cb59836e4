package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.Engine;

/**
 * One walk through the pages of the engine list, as {@link Paging} leads; a new walk is a new object. Confined to the FX thread,
 * but for what {@link #walk} counts in the background until it ends.
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
        ListRequest first = ListRequest.first(pageSize);
        if (isThrottled()) {
            read(first);
        } else {
            asking = Optional.of(runtime.tasks().run(() -> walk(first), end -> sink.done(), reason -> sink.failed(FeedRuntime.failure(reason))));
        }
    }

    /** Ends the walk; the request under way is broken off. */
    void cancel() {
        cancelled = true;
        asking.ifPresent(TaskRunner.Running::cancel);
    }

    /**
     * Reads all pages in the background: no page waits until the ones before it are taken over and drawn, and from the second
     * on the next one is under way while one is read. The first is alone: somebody waits for it.
     */
    private ListRequest walk(ListRequest first) throws Exception {
        ListRequest last = first;
        try (PagesAhead pages = new PagesAhead(api, runtime)) {
            for (Optional<ListRequest> next = Optional.of(first); next.isPresent(); ) {
                last = next.get();
                PagesAhead.Fetched fetched = pages.fetch(last);
                if (paging.pages() > 0) {
                    paging.likely(last, fetched.page()).ifPresent(pages::begin);
                }
                Page<Engine> page = fetched.page().read();
                List<Engine> fresh = fresh(page);
                next = paging.next(last, page, !fresh.isEmpty());
                runtime.tasks().ui().execute(() -> tell(fresh, page, fetched.askedAt()));
            }
        }
        return last;
    }

    /** Reads a page, and after a pause the next one. */
    private void read(ListRequest request) {
        if (cancelled) {
            return;
        }
        Instant askedAt = runtime.now();
        asking = Optional.of(runtime.tasks().run(() -> api.listEngines(request), page -> {
            List<Engine> fresh = fresh(page);
            Optional<ListRequest> next = paging.next(request, page, !fresh.isEmpty());
            tell(fresh, page, askedAt);
            next.ifPresentOrElse(following -> runtime.later(between, () -> read(following)), sink::done);
        }, reason -> sink.failed(FeedRuntime.failure(reason))));
    }

    private List<Engine> fresh(Page<Engine> page) {
        return page.items().stream().filter(engine -> named.add(engine.id())).toList();
    }

    private void tell(List<Engine> fresh, Page<Engine> page, Instant askedAt) {
        if (!cancelled) {
            total = page.total().isPresent() ? page.total() : total;
            sink.page(fresh, total, askedAt);
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
