package sh.inference.console.state;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import sh.inference.console.model.Sharing;
import sh.inference.console.model.WorkerChange;

/** The fleet as it is now, and the only class that writes it. Confined to the FX thread. */
public final class FleetStore {
    private final Clock clock;
    private final ObservableMap<String, EngineEntry> entries = FXCollections.observableHashMap();
    private final ObservableMap<String, EngineEntry> view = FXCollections.unmodifiableObservableMap(entries);
    private final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(Connection.CONNECTING);
    private final ReadOnlyObjectWrapper<Optional<Instant>> heardAt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper updates = new ReadOnlyLongWrapper();
    private final Tombstones gone = new Tombstones();
    private final Set<String> remembered = new HashSet<>();
    private final WorkerTimes workerTimes = new WorkerTimes();
    private final Watchlist watchlist = new Watchlist();
    private final FleetTotals totals = new FleetTotals();
    private final Set<String> stale = new HashSet<>();
    private Optional<Fleet> snapshot = Optional.of(Fleet.EMPTY);
    private Optional<Workload> workload = Optional.of(Workload.NONE);

    public FleetStore(Clock clock) {
        this.clock = clock;
    }

    /** The entries by engine id, observable, not to be modified. */
    public ObservableMap<String, EngineEntry> entries() {
        return view;
    }

    /** An immutable picture of this moment, for plans. */
    public Fleet fleet() {
        if (snapshot.isEmpty()) {
            snapshot = Optional.of(new Fleet(entries));
        }
        return snapshot.get();
    }

    /** What the workers of this moment are at. Counted when asked, and once for each picture of the fleet. */
    public Workload workload() {
        if (workload.isEmpty()) {
            workload = Optional.of(Workload.of(fleet()));
        }
        return workload.get();
    }

    /** The fleet of this moment added up. */
    public FleetSummary summary() {
        return totals.summary();
    }

    /** The engines somebody should look at, each for its worst reason, in no order. */
    public List<Attention> attention(Instant now) {
        List<Attention> found = new ArrayList<>();
        watchlist.each(now.plus(Attention.ENDING_SOON), id -> Attention.of(entries.get(id), now).ifPresent(found::add));
        return found;
    }

    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    public Connection connection() {
        return connection.get();
    }

    /** When anything was last heard of the service, by this computer's clock: the age of what is on screen. */
    public ReadOnlyObjectProperty<Optional<Instant>> heardAtProperty() {
        return heardAt.getReadOnlyProperty();
    }

    /** How often news changed an engine that was known already. The first picture of the fleet does not count. */
    public ReadOnlyLongProperty updatesProperty() {
        return updates.getReadOnlyProperty();
    }

    /** Written by the feed alone. */
    public void setConnection(Connection now) {
        connection.set(now);
    }

    /** Written by the feed alone: there was a sign of life. */
    public void heard(Instant at) {
        heardAt.set(Optional.of(at));
    }

    /**
     * Takes over news of streams in their order. Each engine is written once, however many of them speak of it.
     *
     * @return the ids of engines of which only a part is known, to be read
     */
    public Set<String> apply(List<EngineChange> changes, Feed feed) {
        Set<String> unknown = new HashSet<>();
        Map<String, Optional<EngineEntry>> after = new LinkedHashMap<>();
        long changedEngines = 0;
        Instant now = clock.instant();
        for (EngineChange change : changes) {
            Optional<EngineEntry> earlier = after.get(change.id());
            Optional<EngineEntry> known = earlier == null ? Optional.ofNullable(entries.get(change.id())) : earlier;
            if (known.isEmpty() && gone.covers(change)) {
                continue;
            }
            Optional<EngineEntry> next = FleetReducer.apply(known, change, feed, now);
            if (known.isPresent() && next == known) {
                // Older than what is known.
                continue;
            }
            if (known.isPresent()) {
                changedEngines += next.isPresent() && isSame(next.get().engine(), known.get().engine()) ? 0 : 1;
                after.put(change.id(), next);
            } else if (next.isPresent()) {
                unknown.remove(change.id());
                after.put(change.id(), next);
            } else if (!change.isWhole()) {
                unknown.add(change.id());
            }
        }
        after.forEach((id, entry) -> {
            remembered.remove(id);
            entry.ifPresentOrElse(this::put, () -> remove(id));
        });
        if (changedEngines > 0) {
            updates.set(updates.get() + changedEngines);
        }
        return unknown;
    }

    /** Looks first at what nearly always differs. */
    private static boolean isSame(Engine one, Engine other) {
        return one.updatedAt().equals(other.updatedAt()) && one.equals(other);
    }

    /**
     * Takes over news of one worker.
     *
     * @return the id of its engine, when that is not known and must be read
     */
    public Optional<String> apply(WorkerChange change, Feed feed) {
        Optional<EngineEntry> known = change.engineId().isEmpty()
                ? entries.values().stream().filter(entry -> entry.engine().workerList().stream().anyMatch(worker -> worker.id().equals(change.workerId()))).findFirst()
                : Optional.ofNullable(entries.get(change.engineId()));
        if (known.isEmpty()) {
            return change.engineId().isEmpty() ? Optional.empty() : Optional.of(change.engineId());
        }
        if (workerTimes.accept(known.get(), change)) {
            EngineEntry after = FleetReducer.apply(known.get(), change, feed, clock.instant());
            put(after);
            updates.set(updates.get() + (after.engine().equals(known.get().engine()) ? 0 : 1));
        }
        return Optional.empty();
    }

    /**
     * Takes over one engine that was just read.
     *
     * @return whether it changed or added anything
     */
    public boolean read(Engine engine, Feed feed) {
        return read(engine, feed, clock.instant());
    }

    /**
     * Takes over one engine that was read. A read speaks for itself: it brings back an engine that was thought gone,
     * unless it was asked for before the engine went.
     *
     * @param askedAt when the request went out, by this computer's clock
     * @return whether it changed or added anything
     */
    public boolean read(Engine engine, Feed feed, Instant askedAt) {
        Optional<EngineEntry> known = Optional.ofNullable(entries.get(engine.id()));
        if (known.isEmpty() && gone.isNewerThan(askedAt, engine.id())) {
            return false;
        }
        gone.remove(engine.id());
        remembered.remove(engine.id());
        // A stream keeps what it said to recognise what it repeats: a list that says the same must not bring equal objects.
        Engine shared = known.map(entry -> Sharing.engine(entry.engine(), engine)).orElse(engine);
        Optional<EngineEntry> after = FleetReducer.apply(known, EngineChange.whole(shared), feed, clock.instant());
        after.ifPresentOrElse(this::put, () -> remove(engine.id()));
        boolean differs = EngineDifference.matters(known.map(EngineEntry::engine), after.map(EngineEntry::engine));
        if (differs && known.isPresent()) {
            updates.set(updates.get() + 1);
        }
        return differs;
    }

    /** Takes over a whole list: engines that it does not name are gone. */
    public void replaceAll(List<Engine> engines, Feed feed) {
        Set<String> named = new HashSet<>();
        for (Engine engine : engines) {
            named.add(engine.id());
            read(engine, feed);
        }
        Set.copyOf(entries.keySet()).stream().filter(id -> !named.contains(id)).forEach(this::remove);
    }

    /**
     * Shows what was seen in an earlier session until there are news: as of then, carried by no line.
     *
     * @param at when the service was last heard of then, by this computer's clock
     */
    public void recall(Collection<EngineEntry> seen, Instant at) {
        for (EngineEntry entry : seen) {
            if (!entries.containsKey(entry.engine().id())) {
                remembered.add(entry.engine().id());
                put(entry.stale(true));
            }
        }
        if (heardAt.get().isEmpty() && !remembered.isEmpty()) {
            heardAt.set(Optional.of(at));
        }
    }

    /** Whether nothing was heard of an engine in this session. */
    boolean isRemembered(String id) {
        return remembered.contains(id);
    }

    /** Whether something is shown that was not heard of in this session. */
    boolean isRemembering() {
        return !remembered.isEmpty();
    }

    /** An engine that is gone. */
    public void remove(String id) {
        EngineEntry last = entries.get(id);
        remembered.remove(id);
        if (last != null) {
            gone.add(id, last.engine().updatedAt(), clock.instant());
            workerTimes.forget(last.engine());
            forgetPicture();
            follow(Optional.of(last.engine()), Optional.empty());
            stale.remove(id);
            entries.remove(id);
        }
    }

    /** Engines whose line gave a sign of life without news. */
    public void touch(Collection<String> ids, Instant at) {
        ids.stream().map(entries::get).filter(entry -> entry != null && entry.seenAt().isBefore(at)).forEach(entry -> put(entry.seen(at)));
    }

    /** Marks an engine whose line is lost or back. */
    public void setStale(String id, boolean stale) {
        EngineEntry entry = entries.get(id);
        if (entry != null && entry.stale() != stale) {
            put(entry.stale(stale));
        }
    }

    /** Whether some engine is marked stale, or shown though it was not heard of in this session. */
    boolean isAnyStale() {
        return !stale.isEmpty() || isRemembering();
    }

    private void put(EngineEntry entry) {
        // First the rest: who listens to the entries may ask for the fleet at once.
        forgetPicture();
        String id = entry.engine().id();
        follow(Optional.ofNullable(entries.get(id)).map(EngineEntry::engine), Optional.of(entry.engine()));
        if (entry.stale()) {
            stale.add(id);
        } else {
            stale.remove(id);
        }
        entries.put(id, entry);
    }

    private void follow(Optional<Engine> before, Optional<Engine> after) {
        watchlist.change(before, after);
        totals.change(before, after);
    }

    /** An old picture would keep every engine as it was, beside every engine as it is. */
    private void forgetPicture() {
        snapshot = Optional.empty();
        workload = Optional.empty();
    }
}
