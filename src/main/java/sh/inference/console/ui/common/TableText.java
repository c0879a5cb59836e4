package sh.inference.console.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import sh.inference.console.text.Formats;

/**
 * The words of a table as its cells say them, in the columns that are visible. Cells off the screen do not exist, so one
 * cell of each column is made once and shows row after row. FX thread only.
 */
public final class TableText {
    private final Map<TableColumn<?, ?>, TableCell<?, ?>> cells = new WeakHashMap<>();

    /** The heads of the visible columns. */
    public static List<String> heads(TableView<?> table) {
        return table.getVisibleLeafColumns().stream().map(column -> column.getText()).toList();
    }

    /** Every row of the table; what is not known is empty. */
    public <T> List<List<String>> rows(TableView<T> table) {
        List<List<String>> rows = new ArrayList<>();
        for (int index = 0; index < table.getItems().size(); index++) {
            rows.add(row(table, index));
        }
        return rows;
    }

    /** One row. */
    public <T> List<String> row(TableView<T> table, int index) {
        List<String> row = new ArrayList<>();
        for (TableColumn<T, ?> column : table.getVisibleLeafColumns()) {
            row.add(text(table, column, index));
        }
        return row;
    }

    private <T, V> String text(TableView<T> table, TableColumn<T, V> column, int index) {
        TableCell<T, V> cell = cell(table, column);
        cell.updateIndex(index);
        StringBuilder words = new StringBuilder();
        append(words, cell.getText());
        collect(cell.getGraphic(), words);
        return words.toString().strip().replace(Formats.UNKNOWN, "").strip();
    }

    @SuppressWarnings("unchecked")
    private <T, V> TableCell<T, V> cell(TableView<T> table, TableColumn<T, V> column) {
        return (TableCell<T, V>) cells.computeIfAbsent(column, made -> {
            TableCell<T, V> cell = column.getCellFactory().call(column);
            cell.updateTableView(table);
            cell.updateTableColumn(column);
            return cell;
        });
    }

    private static void collect(Node node, StringBuilder words) {
        if (node == null || !node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled) {
            append(words, labeled.getText());
            collect(labeled.getGraphic(), words);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    private static void append(StringBuilder words, String text) {
        if (text != null && !text.isBlank()) {
            words.append(words.isEmpty() ? "" : " ").append(text);
        }
    }
}
