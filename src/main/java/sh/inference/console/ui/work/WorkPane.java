package sh.inference.console.ui.work;

import java.util.LinkedHashMap;
import java.util.Map;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Placeholder;

/** The list of what goes on. A line that only changes its words keeps the focus. */
public final class WorkPane extends VBox {
    private final WorkViewModel model;
    private final Messages words;
    private final VBox list = new VBox();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** One line on screen. */
    private final class Row extends HBox {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final ProgressBar bar = new ProgressBar();
        private final Button cancel = new Button();
        private WorkLine line;

        Row() {
            getStyleClass().add("work-line");
            title.getStyleClass().add("medium");
            detail.getStyleClass().addAll("small", "muted");
            detail.setWrapText(true);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.managedProperty().bind(bar.visibleProperty());
            cancel.setMinWidth(USE_PREF_SIZE);
            cancel.managedProperty().bind(cancel.visibleProperty());
            cancel.setOnAction(event -> model.cancel(line));
            VBox text = new VBox(2, title, detail, bar);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            getChildren().setAll(text, cancel);
        }

        void show(WorkLine now) {
            line = now;
            title.setText(now.title());
            detail.setText(now.detail());
            detail.setVisible(!now.detail().isEmpty());
            detail.setManaged(detail.isVisible());
            bar.setVisible(now.share() >= 0);
            bar.setProgress(Math.max(0, now.share()));
            cancel.setVisible(now.cancel().isPresent());
            cancel.setText(now.cancel().orElse(""));
            cancel.setAccessibleText(words.of("work.cancel.said", cancel.getText(), now.title()));
        }
    }

    public WorkPane(WorkViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        setId("work-list");
        getStyleClass().add("work");
        Label head = new Label(words.of("work.title"));
        head.getStyleClass().addAll("semibold", "work-head");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(head.getText());
        getChildren().setAll(head, scroll);
        getStylesheets().add(WorkPane.class.getResource("/sh/inference/console/ui/work/work.css").toExternalForm());
        model.lines().addListener((ListChangeListener<WorkLine>) change -> show());
        show();
    }

    private void show() {
        rows.keySet().retainAll(model.lines().stream().map(WorkLine::id).toList());
        model.lines().forEach(line -> rows.computeIfAbsent(line.id(), id -> new Row()).show(line));
        var wanted = model.lines().stream().map(line -> rows.get(line.id())).toList();
        if (wanted.isEmpty()) {
            list.getChildren().setAll(Placeholder.sentence(words.of("work.empty")));
        } else if (!list.getChildren().equals(wanted)) {
            list.getChildren().setAll(wanted);
        }
    }
}
