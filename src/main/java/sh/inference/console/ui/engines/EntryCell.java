package sh.inference.console.ui.engines;

import javafx.scene.control.TableCell;

import sh.inference.console.state.EngineEntry;

/** A pooled cell: its nodes are made once and only change what they show. */
abstract class EntryCell extends TableCell<EngineRow, EngineEntry> {
    @Override
    protected final void updateItem(EngineEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            clear();
        } else {
            show(entry);
        }
    }

    /** Shows the same entry again, because time passed. */
    final void again() {
        if (!isEmpty() && getItem() != null) {
            show(getItem());
        }
    }

    abstract void show(EngineEntry entry);

    void clear() {
        setText(null);
        setGraphic(null);
    }
}
