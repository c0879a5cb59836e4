package sh.inference.console.bench;

import java.util.List;

import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What an operator does to the grid, done by hand and timed from the gesture to the end of the layout that shows it. */
final class GridGestures {
    private final Scene scene;
    private final TableView<?> table;

    GridGestures(Scene scene, TableView<?> table) {
        this.scene = scene;
        this.table = table;
    }

    /** FX thread. */
    void filter(String text) {
        ((TextField) scene.lookup("#engines-filter")).setText(text);
    }

    /** FX thread. */
    void keepSorted() {
        ((ToggleButton) scene.lookup("#engines-keep-sorted")).fire();
    }

    /** FX thread. */
    void sort(String column, TableColumn.SortType type) {
        sort(table, column, type);
    }

    private static <T> void sort(TableView<T> table, String column, TableColumn.SortType type) {
        TableColumn<T, ?> wanted = table.getColumns().stream().filter(one -> column.equals(one.getId())).findFirst().orElseThrow();
        wanted.setSortType(type);
        table.getSortOrder().setAll(List.of(wanted));
        table.sort();
    }

    double filterP95() throws InterruptedException {
        Samples millis = new Samples();
        for (int i = 0; i < 30; i++) {
            for (String text : List.of("g", "gp", "gpu", "h100", "")) {
                millis.add(FxMeter.toLayout(scene, () -> filter(text)));
            }
        }
        return millis.percentile(95);
    }

    double sortP95() throws InterruptedException {
        Samples millis = new Samples();
        for (int i = 0; i < 15; i++) {
            for (String column : List.of("name", "vram", "workers", "gpu", "seen")) {
                TableColumn.SortType type = i % 2 == 0 ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING;
                millis.add(FxMeter.toLayout(scene, () -> sort(column, type)));
            }
        }
        return millis.percentile(95);
    }

    double selectAllP95() throws InterruptedException {
        Samples millis = new Samples();
        for (int i = 0; i < 150; i++) {
            FxMeter.toLayout(scene, () -> press(KeyCode.ESCAPE, false));
            millis.add(FxMeter.toLayout(scene, () -> press(KeyCode.A, true)));
        }
        return millis.percentile(95);
    }

    private void press(KeyCode code, boolean control) {
        table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }
}
