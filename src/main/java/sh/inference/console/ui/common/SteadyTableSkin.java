package sh.inference.console.ui.common;

import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/**
 * A table whose rows may change places twice a second. Where the number of rows stays as it is, the stock skin empties every
 * row in sight, styles it anew and fills it again; here each row takes over what stands in its place now, and does nothing
 * if that is the same as before. The rows must all be of one height.
 */
public final class SteadyTableSkin<T> extends TableViewSkin<T> {
    public SteadyTableSkin(TableView<T> table) {
        super(table);
    }

    @Override
    protected void updateItemCount() {
        VirtualFlow<TableRow<T>> flow = getVirtualFlow();
        TableRow<T> first = flow.getFirstVisibleCell();
        TableRow<T> last = flow.getLastVisibleCell();
        if (first == null || last == null || getItemCount() == 0 || flow.getCellCount() != getItemCount()) {
            super.updateItemCount();
            return;
        }
        for (int i = first.getIndex(); i <= last.getIndex(); i++) {
            flow.getCell(i).updateIndex(i);
        }
    }
}
