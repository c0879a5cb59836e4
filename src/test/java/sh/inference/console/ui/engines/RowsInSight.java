package sh.inference.console.ui.engines;

import java.util.List;
import java.util.stream.IntStream;

import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** What the rows of a table that are in sight hold. FX thread. */
final class RowsInSight {
    private RowsInSight() {
    }

    /** Places where a row, or one of its cells, holds another engine than the one that stands there, or an older picture of it. */
    static List<Integer> wrong(TableView<EngineRow> table) {
        table.getScene().getRoot().layout();
        VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
        if (table.getItems().isEmpty() || flow.getFirstVisibleCell() == null) {
            return List.of();
        }
        return IntStream.rangeClosed(flow.getFirstVisibleCell().getIndex(), Math.min(flow.getLastVisibleCell().getIndex(), table.getItems().size() - 1)).filter(place -> {
            TableRow<?> row = (TableRow<?>) flow.getCell(place);
            EngineRow due = table.getItems().get(place);
            return row.getItem() != due || row.getChildrenUnmodifiable().stream().anyMatch(node -> node instanceof TableCell<?, ?> cell && cell.getItem() != due.entry());
        }).boxed().toList();
    }
}
