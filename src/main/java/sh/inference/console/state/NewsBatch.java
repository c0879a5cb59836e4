package sh.inference.console.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import sh.inference.console.api.Frame;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.Feed;

/** The news of one task of the pump: applied in their order, in as few strokes as that allows. */
final class NewsBatch {
    private final FleetStore store;
    private final Diagnostics diagnostics;
    private final Consumer<List<EngineChange>> applied;
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> unread = new HashSet<>();
    private final List<EngineChange> stroke = new ArrayList<>();
    private Feed feed = Feed.ENGINE;

    /** @param applied is told of the news of whole engines */
    NewsBatch(FleetStore store, Diagnostics diagnostics, Consumer<List<EngineChange>> applied) {
        this.store = store;
        this.diagnostics = diagnostics;
        this.applied = applied;
    }

    void add(Frame frame, Feed from) {
        switch (frame) {
            case Frame.EngineNews news -> {
                diagnostics.frame();
                if (from != feed) {
                    apply();
                    feed = from;
                }
                stroke.add(news.change());
            }
            case Frame.WorkerNews news -> {
                diagnostics.frame();
                apply();
                store.apply(news.change(), from).ifPresent(unknown::add);
            }
            case Frame.Heartbeat beat -> diagnostics.heartbeat();
            case Frame.Other other -> diagnostics.other();
            case Frame.Unreadable bad -> {
                diagnostics.skip(bad.reason());
                if (!bad.engineId().isEmpty()) {
                    unread.add(bad.engineId());
                }
            }
        }
    }

    /** @return ids of engines that must be read, because only a part of them is known, or their news could not be read */
    Set<String> end() {
        apply();
        unknown.removeIf(id -> store.entries().containsKey(id));
        unknown.addAll(unread);
        return unknown;
    }

    private void apply() {
        if (!stroke.isEmpty()) {
            unknown.addAll(store.apply(stroke, feed));
            applied.accept(List.copyOf(stroke));
            stroke.clear();
        }
    }
}
