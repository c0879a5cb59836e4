package sh.inference.console.ui.bulk;

import java.util.List;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.ops.bulk.BulkItem;
import sh.inference.console.ops.bulk.BulkRun;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.WrapBar;

/** One run: how far it is, why it paused, what can be done, and every engine with what came of it. */
final class BulkRunCard extends VBox {
    private static final int MOST_LINES = 7;
    private final BulkRun run;
    private final BulkRunsViewModel model;
    private final Label state = new Label();
    private final Label counts = new Label();
    private final Label why = new Label("", Icons.of(Icons.WARNING));
    private final ProgressBar progress = new ProgressBar();
    private final ListView<String> engines = new ListView<>();
    private final Button pause = new Button();
    private final Button rest = new Button();

    BulkRunCard(BulkRun run, BulkRunsViewModel model, Messages words) {
        this.run = run;
        this.model = model;
        getStyleClass().add("bulk-run");
        Label title = new Label(model.title(run));
        title.getStyleClass().add("semibold");
        state.getStyleClass().add("chip-like");
        counts.getStyleClass().addAll("small", "muted");
        why.getStyleClass().addAll("small", "warn-text");
        why.setWrapText(true);
        why.managedProperty().bind(why.visibleProperty());
        pause.setOnAction(event -> toggle());
        rest.setText(words.of("bulk.cancel-rest"));
        rest.setOnAction(event -> run.cancelRest());
        Button csv = new Button(words.of("bulk.report.csv"));
        csv.setOnAction(event -> model.save(run, BulkRunsViewModel.Form.CSV));
        Button json = new Button(words.of("bulk.report.json"));
        json.setOnAction(event -> model.save(run, BulkRunsViewModel.Form.JSON));
        ToggleButton list = new ToggleButton(words.of("bulk.engines"));
        pause.setId("bulk-pause");
        rest.setId("bulk-cancel-rest");
        csv.setId("bulk-csv");
        json.setId("bulk-json");
        list.setId("bulk-engines");
        engines.setId("bulk-items");
        engines.fixedCellSizeProperty().subscribe(size -> fitLines());
        engines.setAccessibleText(words.of("bulk.run.item.said"));
        engines.visibleProperty().bind(list.selectedProperty());
        engines.managedProperty().bind(engines.visibleProperty());
        for (Region whole : List.of(title, state, list, pause, rest, csv, json)) {
            whole.setMinWidth(USE_PREF_SIZE);
        }
        counts.setWrapText(true);
        HBox said = new HBox(10, title, state, counts);
        said.setAlignment(Pos.CENTER_LEFT);
        FlowPane buttons = new FlowPane(10, 6, list, pause, rest, csv, json);
        buttons.setPrefWrapLength(Double.MAX_VALUE);
        buttons.setAlignment(Pos.CENTER_LEFT);
        WrapBar head = new WrapBar();
        head.setWhole(true);
        head.getChildren().addAll(said, buttons);
        progress.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(head, progress, why, engines);
        run.items().addListener((ListChangeListener<BulkItem>) change -> show(words));
        run.stateProperty().subscribe(now -> show(words));
        run.whyProperty().subscribe(now -> show(words));
    }

    private void toggle() {
        if (run.stateProperty().get() == BulkRun.State.PAUSED) {
            run.resume();
        } else {
            run.pause();
        }
    }

    private void show(Messages words) {
        BulkRun.State now = run.stateProperty().get();
        state.setText(model.state(run));
        counts.setText(model.counts(run));
        progress.setProgress(model.share(run));
        why.setText(model.why(run));
        why.setVisible(!why.getText().isEmpty());
        pause.setText(words.of(run.isRestored() ? "bulk.ask-again" : now == BulkRun.State.PAUSED ? "bulk.resume" : "bulk.pause"));
        pause.setDisable(now == BulkRun.State.ENDED || run.isRestored() && run.count(BulkItem.State.WAITING) == 0);
        rest.setDisable(run.count(BulkItem.State.WAITING) == 0);
        engines.setItems(FXCollections.observableArrayList(model.items(run)));
        fitLines();
    }

    private void fitLines() {
        engines.setPrefHeight(Math.clamp(engines.getItems().size(), 1, MOST_LINES) * Math.max(1, engines.getFixedCellSize()) + 2);
    }
}
