package sh.inference.console.ui.engine;

import java.util.List;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.ui.common.WorkerTiles;

/** The workers as lines: tile, state, app with its version, task. Lines are reused. */
final class WorkerLines {
    private WorkerLines() {
    }

    static void show(VBox box, List<WorkerLine> lines) {
        while (box.getChildren().size() > lines.size()) {
            box.getChildren().removeLast();
        }
        while (box.getChildren().size() < lines.size()) {
            box.getChildren().add(new Line());
        }
        for (int i = 0; i < lines.size(); i++) {
            ((Line) box.getChildren().get(i)).show(lines.get(i));
        }
    }

    private static final class Line extends HBox {
        private static final double STATE_EM = 5.833;
        private final WorkerTiles tile = new WorkerTiles();
        /** As wide as the ordinary states, so that the apps stand below each other, and wider where a state is longer. */
        private final Label state = new Label() {
            @Override
            protected double computePrefWidth(double height) {
                return Math.max(super.computePrefWidth(height), STATE_EM * getFont().getSize());
            }
        };
        private final Label app = label("app");
        private final Label version = label("mono", "subtle");
        private final Label task = label("mono", "muted");
        private final Tooltip full = new Tooltip();

        private Line() {
            getStyleClass().add("worker-line");
            state.getStyleClass().add("state");
            task.setMinWidth(Region.USE_PREF_SIZE);
            version.setMinWidth(Region.USE_PREF_SIZE);
            state.setMinWidth(Region.USE_PREF_SIZE);
            tile.setMinWidth(11);
            FlowPane where = new FlowPane(8, 0, app, version);
            where.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(where, Priority.ALWAYS);
            getChildren().addAll(tile, state, where, task);
            Tooltip.install(this, full);
        }

        private void show(WorkerLine line) {
            tile.show(List.of(line.worker()));
            state.setText(line.state());
            state.pseudoClassStateChanged(PseudoClass.getPseudoClass("quiet"), line.worker().taskId().isEmpty());
            app.setText(line.app());
            version.setText(line.version());
            task.setText(line.task());
            full.setText(line.full());
            setAccessibleText(line.full());
        }

        private static Label label(String... styleClasses) {
            Label label = new Label();
            label.getStyleClass().addAll(styleClasses);
            return label;
        }
    }
}
