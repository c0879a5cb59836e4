package sh.inference.console.ui.engines;

import java.time.Instant;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.model.Engine;
import sh.inference.console.state.EngineEntry;

/**
 * An engine in the grid: one object for as long as the engine is known, changed in place. Words are made by the cells
 * that are seen, so a row out of sight costs a reference.
 */
public final class EngineRow {
    private final String id;
    private final Instant firstStatusAt;
    private final ReadOnlyObjectWrapper<EngineEntry> entry;

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
        entry.set(now);
    }
}
