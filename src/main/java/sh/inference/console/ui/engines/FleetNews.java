package sh.inference.console.ui.engines;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;

import sh.inference.console.state.EngineEntry;

/** What changes in the fleet, told while somebody can see it. After a rest, what was missed is told as one change for each engine. FX thread. */
final class FleetNews {
    private final ObservableMap<String, EngineEntry> fleet;
    private final BiConsumer<EngineEntry, EngineEntry> change;
    private final Runnable told;
    private final MapChangeListener<String, EngineEntry> listener;
    /** What was known when the rest began; empty while changes are followed. */
    private Optional<Map<String, EngineEntry>> before = Optional.of(Map.of());

    /**
     * @param change takes an entry as it was and as it is; null where it is new, and where it is gone
     * @param told   is run after each change, and once after all that was missed
     */
    FleetNews(ObservableMap<String, EngineEntry> fleet, BiConsumer<EngineEntry, EngineEntry> change, Runnable told) {
        this.fleet = fleet;
        this.change = change;
        this.told = told;
        this.listener = one -> {
            change.accept(one.getValueRemoved(), one.getValueAdded());
            told.run();
        };
    }

    boolean isFollowing() {
        return before.isEmpty();
    }

    void follow() {
        before.ifPresent(known -> {
            before = Optional.empty();
            known.forEach((id, entry) -> {
                if (!fleet.containsKey(id)) {
                    change.accept(entry, null);
                }
            });
            fleet.forEach((id, entry) -> {
                if (known.get(id) != entry) {
                    change.accept(known.get(id), entry);
                }
            });
            fleet.addListener(listener);
            told.run();
        });
    }

    void rest() {
        if (isFollowing()) {
            fleet.removeListener(listener);
            before = Optional.of(new HashMap<>(fleet));
        }
    }
}
