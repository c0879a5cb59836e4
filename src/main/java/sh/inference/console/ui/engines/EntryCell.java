package sh.inference.console.ui.engines;

import java.util.function.Function;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import sh.inference.console.state.EngineEntry;

/** A pooled cell: its nodes are made once and only change what they show. */
abstract class EntryCell extends TableCell<EngineRow, EngineEntry> {
    private Function<EngineEntry, String> more = entry -> "";

    EntryCell() {
        // Its place and size are the row's and the column's, whatever it says: a figure that changes has its own cell laid out,
        // and not every row in sight, which is what the table does once one of them asks for it.
        setManaged(false);
    }

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

    /**
     * Tells more to who points at it or asks by a screen reader; no words, no tooltip. A tooltip is a window with a scene of
     * its own, which takes longer to make than the cell: it is made when the pointer first comes, and its words when it shows.
     */
    final EntryCell telling(Function<EngineEntry, String> words) {
        more = words;
        addEventFilter(MouseEvent.MOUSE_ENTERED, entered -> {
            if (more().isEmpty()) {
                setTooltip(null);
            } else if (getTooltip() == null) {
                Tooltip tooltip = new Tooltip();
                tooltip.setOnShowing(showing -> tooltip.setText(more()));
                setTooltip(tooltip);
            }
        });
        return this;
    }

    private String more() {
        return isEmpty() || getItem() == null ? "" : more.apply(getItem());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.HELP && !more().isEmpty() ? more() : super.queryAccessibleAttribute(attribute, parameters);
    }

    abstract void show(EngineEntry entry);
}
