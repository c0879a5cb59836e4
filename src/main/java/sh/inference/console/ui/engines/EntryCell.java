package sh.inference.console.ui.engines;

import javafx.scene.control.TableCell;

import sh.inference.console.state.EngineEntry;

/** A pooled cell: its nodes are made once and only change what they show. */
abstract class EntryCell extends TableCell<EngineRow, EngineEntry> {
    @Override
    protected final void updateItem(EngineEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        boolean filled = !empty && entry != null;
        if (getGraphic() != null) {
            // It stays in the cell: to take it out and put it in again has the style sheets read anew for all that is in it.
            getGraphic().setVisible(filled);
        }
        if (filled) {
            show(entry);
        } else {
            setText(null);
        }
    }

    /** Shows the same entry again, because time passed. */
    final void again() {
        if (!isEmpty() && getItem() != null) {
            show(getItem());
        }
    }

    abstract void show(EngineEntry entry);
}
