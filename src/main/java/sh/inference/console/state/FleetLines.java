package sh.inference.console.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import sh.inference.console.api.InferenceApi;

/** The streams that are wanted at the moment: those of single engines, and that of the workspace. Confined to the FX thread. */
final class FleetLines {
    private final InferenceApi api;
    private final FeedRuntime runtime;
    private final Consumer<Line.Signal> signals;
    private final Map<String, Line> engines = new HashMap<>();
    private Optional<Line> workspace = Optional.empty();

    FleetLines(InferenceApi api, FeedRuntime runtime, Consumer<Line.Signal> signals) {
        this.api = api;
        this.runtime = runtime;
        this.signals = signals;
    }

    /** Opens what is missing and closes what is not wanted any more. */
    void want(FeedChoice choice) {
        List.copyOf(engines.keySet()).stream().filter(id -> !choice.streams().contains(id)).forEach(this::close);
        for (String id : choice.streams()) {
            if (!engines.containsKey(id)) {
                Line line = new Line(id, () -> api.streamEngine(id), runtime, signals);
                engines.put(id, line);
                line.connect();
            }
        }
        if (choice.events() && workspace.isEmpty()) {
            workspace = Optional.of(new Line("", api::streamEvents, runtime, signals));
            workspace.get().connect();
        } else if (!choice.events()) {
            workspace.ifPresent(Line::close);
            workspace = Optional.empty();
        }
    }

    /** Opens anew, at once, the lines of which a condition holds. */
    void reopen(Predicate<Line> which) {
        all().stream().filter(which).forEach(Line::reopen);
    }

    void closeAll() {
        all().forEach(Line::close);
        engines.clear();
        workspace = Optional.empty();
    }

    private void close(String id) {
        engines.remove(id).close();
    }

    Optional<Line> find(String id) {
        return Optional.ofNullable(engines.get(id));
    }

    Optional<Line> workspace() {
        return workspace;
    }

    List<Line> all() {
        List<Line> all = new ArrayList<>(engines.values());
        workspace.ifPresent(all::add);
        return all;
    }
}
