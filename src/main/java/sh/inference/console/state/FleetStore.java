package sh.inference.console.state;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.Feed;

/** The fleet as it is now, and the only class that writes it. Confined to the FX thread. */
public final class FleetStore {
    private final Clock clock;
    private final ObservableMap<String, EngineEntry> entries = FXCollections.observableHashMap();
    private final ObservableMap<String, EngineEntry> view = FXCollections.unmodifiableObservableMap(entries);
    private final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(Connection.CONNECTING);
    private final ReadOnlyLongWrapper updates = new ReadOnlyLongWrapper();
    private Fleet snapshot = Fleet.EMPTY;
    private boolean changed;

    public FleetStore(Clock clock) {
        this.clock = clock;
    }

    /** The entries by engine id, observable, not to be modified. */
    public ObservableMap<String, EngineEntry> entries() {
        return view;
    }

    /** An immutable picture of this moment, for plans. */
    public Fleet fleet() {
        if (changed) {
            snapshot = new Fleet(entries);
            changed = false;
        }
        return snapshot;
    }

    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    public Connection connection() {
        return connection.get();
    }

    /** How many changes of engines streams or reads have brought since the start. */
    public ReadOnlyLongProperty updatesProperty() {
        return updates.getReadOnlyProperty();
    }

    /** Written by the feed alone. */
    public void setConnection(Connection now) {
        connection.set(now);
    }

    /**
     * Takes over news in their order.
     *
     * @return the ids of engines of which only a part is known, to be read
     */
    public Set<String> apply(List<EngineChange> changes, Feed feed) {
        Set<String> unknown = new HashSet<>();
        for (EngineChange change : changes) {
            Optional<EngineEntry> known = Optional.ofNullable(entries.get(change.id()));
            Optional<EngineEntry> after = FleetReducer.apply(known, change, feed, clock.instant());
            if (after.isPresent()) {
                put(after.get());
            } else if (known.isPresent()) {
                remove(change.id());
            } else if (!change.isWhole()) {
                unknown.add(change.id());
            }
        }
        updates.set(updates.get() + changes.size());
        return unknown;
    }

    /** Takes over a whole list: engines that it does not name are gone. */
    public void replaceAll(List<Engine> engines, Feed feed) {
        Set<String> named = new HashSet<>();
        for (Engine engine : engines) {
            named.add(engine.id());
            FleetReducer.apply(Optional.ofNullable(entries.get(engine.id())), EngineChange.whole(engine), feed, clock.instant()).ifPresent(this::put);
        }
        Set.copyOf(entries.keySet()).stream().filter(id -> !named.contains(id)).forEach(this::remove);
    }

    /** An engine that is gone. */
    public void remove(String id) {
        entries.remove(id);
        changed = true;
    }

    private void put(EngineEntry entry) {
        entries.put(entry.engine().id(), entry);
        changed = true;
    }
}
