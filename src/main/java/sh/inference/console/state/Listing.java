package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.model.Engine;

/**
 * One walk through the pages of the engine list. Only {@code has_next} ends it, except that a server that repeats a
 * cursor is not followed in a circle. Confined to the FX thread; a new walk is a new object.
 */
final class Listing {
    /** Who is told of the walk, on the FX thread. */
    interface Sink {
        /** @param fresh engines that no earlier page of this walk had */
        void page(List<Engine> fresh, OptionalInt total);

        void done();

        void failed(ApiFailure why);
    }

    private final InferenceApi api;
    private final FeedRuntime runtime;
    private final Duration between;
    private final Sink sink;
    private final Instant startedAt;
    private final Set<String> named = new HashSet<>();
    private final Set<String> cursors = new HashSet<>();
    private int pages;
    private Instant askedAt;
    private OptionalInt total = OptionalInt.empty();
    private boolean repeated;
    private boolean cancelled;

    /** @param between the pause between two pages; zero for a list somebody waits for */
    Listing(InferenceApi api, FeedRuntime runtime, Duration between, Sink sink) {
        this.api = api;
        this.runtime = runtime;
        this.between = between;
        this.sink = sink;
        this.startedAt = runtime.now();
        this.askedAt = startedAt;
    }

    void start(int pageSize) {
        read(ListRequest.first(pageSize));
    }

    void cancel() {
        cancelled = true;
    }

    private void read(ListRequest request) {
        if (cancelled) {
            return;
        }
        askedAt = runtime.now();
        runtime.tasks().run(() -> api.listEngines(request), page -> accept(request, page), reason -> {
            if (!cancelled) {
                sink.failed(FeedRuntime.failure(reason));
            }
        });
    }

    private void accept(ListRequest request, Page<Engine> page) {
        if (cancelled) {
            return;
        }
        pages++;
        total = page.total().isPresent() ? page.total() : total;
        sink.page(page.items().stream().filter(engine -> named.add(engine.id())).toList(), total);
        if (!page.hasNext()) {
            sink.done();
        } else if (page.nextCursor().isEmpty() || !cursors.add(page.nextCursor())) {
            repeated = true;
            sink.done();
        } else if (between.isZero()) {
            read(request.after(page.nextCursor()));
        } else {
            runtime.later(between, () -> read(request.after(page.nextCursor())));
        }
    }

    Instant startedAt() {
        return startedAt;
    }

    /** When the page that was read last was asked for. */
    Instant askedAt() {
        return askedAt;
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
        return !repeated && (pages == 1 || total.isPresent() && named.size() >= total.getAsInt());
    }

    boolean hasRepeatedItself() {
        return repeated;
    }
}
