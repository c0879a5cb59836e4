package sh.inference.console.ui.engines;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Instance;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Worker;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.ui.common.EngineWords;

/**
 * An engine in the grid: one object for as long as the engine is known, changed in place. Words are made by the cells
 * that are seen, so a row out of sight costs a reference.
 */
public final class EngineRow {
    /** The place of a row that is not shown. */
    static final int NOWHERE = -1;
    private final String id;
    private final Instant firstStatusAt;
    private final ReadOnlyObjectWrapper<EngineEntry> entry;
    private String searchText;
    private String hardware;
    private String nameKey;
    private List<String> apps;
    private RowKey sortedBy;
    private Object sortKey;
    private boolean matching;
    private int place = NOWHERE;

    EngineRow(EngineEntry entry) {
        this.id = entry.engine().id();
        this.firstStatusAt = entry.statusAt();
        this.entry = new ReadOnlyObjectWrapper<>(entry);
    }

    public String id() {
        return id;
    }

    public EngineEntry entry() {
        return entry.get();
    }

    public Engine engine() {
        return entry.get().engine();
    }

    public ReadOnlyObjectProperty<EngineEntry> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    /** Whether this console saw the engine enter its status, and so knows how long it has been in it. */
    public boolean sawStatusBegin() {
        return !entry().statusAt().equals(firstStatusAt);
    }

    void set(EngineEntry now) {
        if (searchText != null && !isFoundBySame(engine(), now.engine())) {
            searchText = null;
        }
        if (hardware != null && !isMadeOfSame(engine(), now.engine())) {
            hardware = null;
        }
        if (nameKey != null && !engine().name().equals(now.engine().name())) {
            nameKey = null;
        }
        if (apps != null && engine().workerList() != now.engine().workerList()) {
            apps = null;
        }
        // Taken while what it is taken from is at hand: an order that is kept asks every row twice a second.
        sortKey = sortedBy == null ? null : sortedBy.take(now);
        entry.set(now);
    }

    /**
     * All that free text finds the engine by, beside its apps and GPUs, in small letters and with a line for each. Made when
     * first asked for: a keystroke asks every row.
     */
    String searchText() {
        if (searchText == null) {
            Engine engine = engine();
            StringBuilder text = new StringBuilder(engine.name()).append('\n').append(engine.id()).append('\n').append(engine.version());
            engine.system().ifPresent(system -> text.append('\n').append(system.hostname()).append('\n').append(system.os()));
            engine.instance().ifPresent(at -> text.append('\n').append(at.region()).append('\n').append(at.cloud()).append('\n').append(at.ip()).append('\n').append(at.type()));
            searchText = text.toString().toLowerCase(Locale.ROOT);
        }
        return searchText;
    }

    /** Its name, for comparing. */
    String nameKey() {
        if (nameKey == null) {
            nameKey = engine().name().toLowerCase(Locale.ROOT);
        }
        return nameKey;
    }

    /** The kind of its GPUs, for free text. */
    String hardware(EngineWords words) {
        if (hardware == null) {
            hardware = words.gpuType(engine());
        }
        return hardware;
    }

    /** The ids of the apps its workers have loaded, each once. */
    List<String> apps() {
        if (apps == null) {
            apps = engine().workerList().stream().map(Worker::appId).filter(id -> !id.isEmpty()).distinct().toList();
        }
        return apps;
    }

    /** What it is sorted by. */
    Object sortKey(RowKey key) {
        if (sortedBy != key) {
            sortedBy = key;
            sortKey = key.take(entry());
        }
        return sortKey;
    }

    /** Whether the filter lets it through. */
    boolean isMatching() {
        return matching;
    }

    /** @return whether that is new */
    boolean setMatching(boolean now) {
        boolean turned = matching != now;
        matching = now;
        return turned;
    }

    /** Where it stands among the rows that are shown, or {@link #NOWHERE}; {@link ShownRows} alone says so. */
    int place() {
        return place;
    }

    void setPlace(int now) {
        place = now;
    }

    private static boolean isFoundBySame(Engine one, Engine other) {
        return one.name().equals(other.name()) && one.version().equals(other.version()) && places(one.system(), other.system(), SystemInfo::hostname)
                && places(one.system(), other.system(), SystemInfo::os) && places(one.instance(), other.instance(), Instance::region)
                && places(one.instance(), other.instance(), Instance::ip) && places(one.instance(), other.instance(), Instance::type);
    }

    /** By identity: a stream hands on what it only repeats. */
    private static boolean isMadeOfSame(Engine one, Engine other) {
        return one.workerList() == other.workerList() && one.system() == other.system() && one.instance() == other.instance();
    }

    private static <T> boolean places(Optional<T> one, Optional<T> other, Function<T, String> word) {
        return one == other || one.isPresent() == other.isPresent() && (one.isEmpty() || Objects.equals(word.apply(one.get()), word.apply(other.get())));
    }
}
