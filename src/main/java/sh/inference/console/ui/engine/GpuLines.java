package sh.inference.console.ui.engine;

import java.util.List;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import sh.inference.console.ui.common.FillBar;

/** The GPUs as lines: name, bar, memory, temperature. Lines are reused. */
final class GpuLines {
    private GpuLines() {
    }

    static void show(VBox box, List<GpuLine> lines) {
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
        private final Label name = label("name", "muted");
        private final FillBar bar = new FillBar();
        private final Label memory = label("memory", "muted");
        private final Label temperature = label("temperature", "muted");

        private Line() {
            getStyleClass().add("gpu-line");
            HBox.setHgrow(bar, Priority.ALWAYS);
            bar.setMaxWidth(Double.MAX_VALUE);
            getChildren().addAll(name, bar, memory, temperature);
        }

        private void show(GpuLine line) {
            name.setText(line.name());
            bar.setFraction(Math.max(0, line.fraction()));
            memory.setText(line.memory());
            temperature.setText(line.temperature());
            temperature.pseudoClassStateChanged(PseudoClass.getPseudoClass("warn"), line.warm());
            setAccessibleText(String.join(", ", line.name(), line.memory(), line.temperature()));
        }

        private static Label label(String... styleClasses) {
            Label label = new Label();
            label.getStyleClass().addAll(styleClasses);
            return label;
        }
    }
}
