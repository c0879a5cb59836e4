package sh.inference.console.state;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.MapChangeListener;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Wire;

/** Every change of an engine's status that this console saw, and how it saw it. Confined to the FX thread. */
public final class StatusTrail {
    private static final int STEPS = 50;
    private static final int ENGINES = 2000;
    private final Clock clock;
    private final Predicate<String> acting;
    private final Map<String, Deque<Step>> steps = new LinkedHashMap<>();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    /** How a change was seen. */
    public enum Source {
        STREAM, POLL,
        /** It followed something this console had asked of the engine. */
        ACTION
    }

    /** @param at by this computer's clock */
    public record Step(Instant at, Wire<EngineStatus> from, Wire<EngineStatus> to, Source source) {
    }

    /** @param acting whether something that was asked of an engine is under way */
    public StatusTrail(FleetStore fleet, Predicate<String> acting, Clock clock) {
        this.clock = clock;
        this.acting = acting;
        fleet.entries().addListener((MapChangeListener<String, EngineEntry>) change -> {
            if (change.wasAdded() && change.wasRemoved()) {
                see(change.getValueRemoved(), change.getValueAdded());
            }
        });
    }

    /** The last changes of an engine, newest first. */
    public List<Step> of(String engineId) {
        return List.copyOf(steps.getOrDefault(engineId, new ArrayDeque<>()));
    }

    /** Counts up whenever a change was seen. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    private void see(EngineEntry before, EngineEntry after) {
        Wire<EngineStatus> from = before.engine().status();
        Wire<EngineStatus> to = after.engine().status();
        if (from.equals(to)) {
            return;
        }
        String id = after.engine().id();
        if (steps.size() >= ENGINES && !steps.containsKey(id)) {
            steps.remove(steps.keySet().iterator().next());
        }
        Deque<Step> ofEngine = steps.computeIfAbsent(id, any -> new ArrayDeque<>());
        ofEngine.addFirst(new Step(clock.instant(), from, to, acting.test(id) ? Source.ACTION : after.feed() == Feed.POLL ? Source.POLL : Source.STREAM));
        if (ofEngine.size() > STEPS) {
            ofEngine.removeLast();
        }
        changes.set(changes.get() + 1);
    }
}
