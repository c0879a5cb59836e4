package sh.inference.console.bench;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import sh.inference.console.state.EngineEntry;

/**
 * From a frame that was read to the end of the layout after which a cell holds it, for rows that are on screen all the
 * while. Looks after every layout at what the cells hold, not at what the model knows.
 */
final class Latencies {
    private final FrameTap tap;
    private final TableView<?> table;
    private final Samples millis = new Samples();
    private Parent sheet;
    private boolean counting;

    Latencies(FrameTap tap, Scene scene, TableView<?> table) {
        this.tap = tap;
        this.table = table;
        scene.addPostLayoutPulseListener(this::look);
    }

    void count(boolean now) {
        counting = now;
    }

    Samples millis() {
        return millis;
    }

    private void look() {
        long now = System.nanoTime();
        Set<String> onScreen = new HashSet<>();
        for (Node node : rows()) {
            if (node instanceof TableRow<?> row && row.isVisible() && !row.isEmpty()) {
                look(row, now, onScreen);
            }
        }
        tap.watch(onScreen);
    }

    /** The rows' parent is found once: to look it up at every layout would be part of the figure. */
    private Iterable<Node> rows() {
        if (sheet == null) {
            Node row = table.lookup(".table-row-cell");
            sheet = row == null ? null : row.getParent();
        }
        return sheet == null ? Set.of() : sheet.getChildrenUnmodifiable();
    }

    private void look(IndexedCell<?> row, long now, Set<String> onScreen) {
        for (Node node : row.getChildrenUnmodifiable()) {
            if (node instanceof TableCell<?, ?> cell && cell.getItem() instanceof EngineEntry entry) {
                onScreen.add(entry.engine().id());
                for (long read : tap.readUpTo(entry.engine().id(), entry.engine().updatedAt().orElse(Instant.EPOCH))) {
                    if (counting) {
                        millis.add((now - read) / 1e6);
                    }
                }
                return;
            }
        }
    }
}
