package sh.inference.console.state;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;

/** Reads engines one by one: a new one, one of which a part is known, one whose stream came back. */
final class EngineReader {
    private final InferenceApi api;
    private final FeedRuntime runtime;
    private final BiConsumer<Engine, Instant> found;
    private final Consumer<String> gone;
    private final Consumer<ApiFailure> failed;
    private final Set<String> underway = new HashSet<>();
    private final Set<String> again = new HashSet<>();

    /** @param found gets the engine and when it was asked for */
    EngineReader(InferenceApi api, FeedRuntime runtime, BiConsumer<Engine, Instant> found, Consumer<String> gone, Consumer<ApiFailure> failed) {
        this.api = api;
        this.runtime = runtime;
        this.found = found;
        this.gone = gone;
        this.failed = failed;
    }

    /** Reads an engine; when it is being read already, once more after that, because the answer may be older than the wish. */
    void read(String id) {
        if (!underway.add(id)) {
            again.add(id);
            return;
        }
        Instant askedAt = runtime.now();
        runtime.tasks().run(() -> api.getEngine(id), engine -> {
            found.accept(engine, askedAt);
            finish(id);
        }, reason -> {
            ApiFailure why = FeedRuntime.failure(reason);
            if (why instanceof ApiFailure.NotFound) {
                gone.accept(id);
            } else {
                failed.accept(why);
            }
            finish(id);
        });
    }

    private void finish(String id) {
        underway.remove(id);
        if (again.remove(id)) {
            read(id);
        }
    }
}
