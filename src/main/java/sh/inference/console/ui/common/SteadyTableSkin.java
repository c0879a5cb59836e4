package sh.inference.console.ui.common;

import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/**
 * A table whose rows may change places twice a second, and whose number of rows may change with every key of a filter. The
 * stock skin then empties every row in sight, styles it anew and fills it again; here each row takes over what stands in its
 * place now, and does nothing if that is the same as before. The rows must all be of one height.
 */
public final class SteadyTableSkin<T> extends TableViewSkin<T> {
    public SteadyTableSkin(TableView<T> table) {
        super(table);
    }

    @Override
    protected void updateItemCount() {
        VirtualFlow<TableRow<T>> flow = getVirtualFlow();
        if (flow.getCellCount() == 0 || getItemCount() == 0 || flow.getFirstVisibleCell() == null) {
            super.updateItemCount();
            return;
        }
        flow.setCellCount(getItemCount());
        TableRow<T> first = flow.getFirstVisibleCell();
        TableRow<T> last = flow.getLastVisibleCell();
        for (int i = first == null ? 0 : first.getIndex(); last != null && i <= last.getIndex(); i++) {
            flow.getCell(i).updateIndex(i);
        }
    }
}
