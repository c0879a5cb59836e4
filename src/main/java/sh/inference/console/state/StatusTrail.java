package sh.inference.console.state;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * @param at   by this computer's clock
     * @param from empty when it was gone before
     * @param to   empty when it is gone
     */
    public record Step(Instant at, Optional<Wire<EngineStatus>> from, Optional<Wire<EngineStatus>> to, Source source) {
    }

    /** @param acting whether something that was asked of an engine is under way */
    public StatusTrail(FleetStore fleet, Predicate<String> acting, Clock clock) {
        this.clock = clock;
        this.acting = acting;
        fleet.entries().addListener((MapChangeListener<String, EngineEntry>) change -> {
            Optional<EngineEntry> before = Optional.ofNullable(change.getValueRemoved());
            // What is seen for the first time did not change.
            if (before.isPresent() || isGone(change.getKey())) {
                see(change.getKey(), before, Optional.ofNullable(change.getValueAdded()));
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

    private boolean isGone(String id) {
        return steps.containsKey(id) && steps.get(id).getFirst().to().isEmpty();
    }

    private void see(String id, Optional<EngineEntry> before, Optional<EngineEntry> after) {
        Optional<Wire<EngineStatus>> from = before.map(entry -> entry.engine().status());
        Optional<Wire<EngineStatus>> to = after.map(entry -> entry.engine().status());
        if (from.equals(to)) {
            return;
        }
        // No stream says that an engine is gone: a list or a read does.
        boolean read = after.map(entry -> entry.feed() == Feed.POLL).orElse(true);
        if (steps.size() >= ENGINES && !steps.containsKey(id)) {
            steps.remove(steps.keySet().iterator().next());
        }
        Deque<Step> ofEngine = steps.computeIfAbsent(id, any -> new ArrayDeque<>());
        ofEngine.addFirst(new Step(clock.instant(), from, to, acting.test(id) ? Source.ACTION : read ? Source.POLL : Source.STREAM));
        if (ofEngine.size() > STEPS) {
            ofEngine.removeLast();
        }
        changes.set(changes.get() + 1);
    }
}
