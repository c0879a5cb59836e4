package sh.inference.console.ui.versions;

import java.util.List;
import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.IdText;

/** Who was current, as this console saw it: a bar over time, and one line a change. */
final class HistoryPane extends VBox {
    private static final int SHOWN = 6;
    private final Messages words;
    private final Consumer<String> goBack;
    private final GridPane grid = new GridPane();
    private final CurrentChart chart;
    private final Label more = new Label();
    private List<HistoryLine> drawn = List.of();

    /** @param goBack opens the dialog of a roll back to a version */
    HistoryPane(Messages words, Consumer<String> goBack) {
        this.words = words;
        this.goBack = goBack;
        this.chart = new CurrentChart(words);
        setId("current-history");
        getStyleClass().addAll("current-history", "line-above");
        Label title = new Label(words.of("versions.history"));
        title.setWrapText(true);
        title.getStyleClass().add("section-title");
        Label remark = new Label(words.of("versions.history.remark"));
        remark.setWrapText(true);
        remark.getStyleClass().addAll("hint", "subtle");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        grid.getStyleClass().add("current-history-grid");
        more.getStyleClass().addAll("hint", "subtle");
        getChildren().addAll(new HBox(8, title, gap, remark), chart, grid, more);
    }

    CurrentChart chart() {
        return chart;
    }

    void show(List<HistoryLine> lines) {
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
        if (lines.equals(drawn)) {
            return;
        }
        drawn = lines;
        grid.getChildren().clear();
        for (int i = 0; i < Math.min(SHOWN, lines.size()); i++) {
            HistoryLine line = lines.get(i);
            Label when = new Label(line.when());
            when.setMinWidth(Region.USE_PREF_SIZE);
            when.getStyleClass().addAll("small", "muted");
            IdText step = new IdText(line.step());
            step.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setFillHeight(step, false);
            Label told = new Label(line.words());
            told.setWrapText(true);
            told.getStyleClass().addAll("small", "muted");
            GridPane.setHgrow(told, Priority.ALWAYS);
            grid.addRow(i, when, icon(line.kind()), step, told);
            // The newest move has its bar and button above; what lies further back is offered here for ever.
            if (!line.back().isEmpty() && i > 0) {
                grid.add(back(line), 4, i);
            }
        }
        more.setText(lines.size() > SHOWN ? words.of("versions.history.more", lines.size() - SHOWN) : "");
        more.setVisible(lines.size() > SHOWN);
        more.setManaged(lines.size() > SHOWN);
    }

    private Button back(HistoryLine line) {
        Button button = new Button(words.of("versions.history.back"));
        button.getStyleClass().add("flat");
        button.setAccessibleText(words.of("versions.undo.back", line.back()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> goBack.accept(line.back()));
        return button;
    }

    private static Node icon(HistoryLine.Kind kind) {
        return switch (kind) {
            case PROMOTED -> Icons.of(Icons.PROMOTE, "small-icon", "accent-icon");
            case ROLLED_BACK -> Icons.of(Icons.ROLL_BACK, "small-icon", "accent-icon");
            case ELSEWHERE -> Icons.of("mdmz-sync_alt", "small-icon", "warn-icon");
            case FIRST -> Icons.of(Icons.VERSION_FIRST_SEEN, "small-icon");
        };
    }
}
