package sh.inference.console.ui.operation;

import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.OneAtATime;
import sh.inference.console.ui.common.Placeholder;
import sh.inference.console.ui.common.StatusMark;

/** The list of operations beside the card of one of them. */
public final class OperationsView {
    /** What the list and the details need beside each other, in sizes of body text. */
    private static final double BOTH_EM = 57;
    private final OperationsViewModel model;
    private final Messages words;
    private final CardParts parts;
    private final StepChart chart;
    @FXML private SplitPane root;
    @FXML private ToggleButton running;
    @FXML private ToggleButton all;
    @FXML private ListView<OperationRow> list;
    @FXML private StackPane nothing;
    @FXML private ScrollPane scroll;
    @FXML private Label title;
    @FXML private StatusMark status;
    @FXML private FlowPane idLine;
    @FXML private Label targetId;
    @FXML private Label asked;
    @FXML private GridPane steps;
    @FXML private GridPane figures;
    @FXML private VBox trouble;
    @FXML private VBox observed;
    @FXML private Button showEngine;
    @FXML private VBox chartPart;
    @FXML private VBox taskLogPart;
    @FXML private Label taskLogTitle;
    @FXML private TextArea taskLog;

    public OperationsView(OperationsViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.parts = new CardParts(words);
        this.chart = new StepChart(words);
    }

    @FXML
    private void initialize() {
        SplitPane.setResizableWithParent(root.getItems().getFirst(), false);
        new OneAtATime(root, asked, BOTH_EM, words);
        ToggleGroup filter = new ToggleGroup();
        filter.getToggles().setAll(running, all);
        filter.selectToggle(model.onlyRunningProperty().get() ? running : all);
        filter.selectedToggleProperty().subscribe(this::filter);
        running.textProperty().bind(Bindings.createStringBinding(() -> words.of("operations.running", model.runningProperty().get()), model.runningProperty()));
        all.textProperty().bind(Bindings.createStringBinding(() -> words.of("operations.all", model.totalProperty().get()), model.totalProperty()));
        list.setItems(model.rows());
        list.setCellFactory(made -> new OperationCell(words));
        list.setPlaceholder(new Label());
        model.seen().offeredBy(list);
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.selectedProperty().subscribe(this::showChosen);
        nothing.getChildren().setAll(Placeholder.sentence(words.of("operations.empty")));
        idLine.getChildren().add(1, new CopyButton(words, words.of("operations.copy"), targetId::getText));
        showEngine.setGraphic(Icons.of(Icons.ENGINES));
        showEngine.setOnAction(event -> model.showEngine());
        chartPart.getChildren().add(chart);
        model.taskLogProperty().subscribe(this::showTaskLog);
        model.cardProperty().subscribe(this::show);
    }

    /** Puts the focus where work starts: on the list. */
    public void focus() {
        list.requestFocus();
    }

    private void filter(Toggle before, Toggle now) {
        if (now == null) {
            before.setSelected(true);
        } else {
            model.onlyRunningProperty().set(now == running);
        }
    }

    private void choose(OperationRow row) {
        if (row != null) {
            model.selectedProperty().set(row);
        }
    }

    private void showChosen(OperationRow row) {
        if (row == null) {
            list.getSelectionModel().clearSelection();
        } else if (row != list.getSelectionModel().getSelectedItem()) {
            list.getSelectionModel().select(row);
        }
    }

    private void showTaskLog(Optional<OperationsViewModel.TaskLines> lines) {
        taskLogPart.setVisible(lines.isPresent());
        taskLogPart.setManaged(lines.isPresent());
        lines.ifPresent(log -> {
            taskLogTitle.setText(words.of("operations.task-log", log.taskId()));
            taskLog.setText(String.join("\n", log.lines()));
        });
    }

    private void show(Optional<OperationCard> shown) {
        nothing.setVisible(shown.isEmpty());
        scroll.setVisible(shown.isPresent());
        shown.ifPresent(card -> {
            title.setText(card.title());
            status.show(card.status(), words);
            targetId.setText(card.targetId());
            asked.setText(card.asked());
            CardParts.inARow(steps, card.steps().stream().map(step -> parts.step(step, step == card.steps().getLast())).toList());
            CardParts.inARow(figures, card.figures().stream().map(parts::figure).toList());
            figures.setVisible(!card.figures().isEmpty());
            figures.setManaged(!card.figures().isEmpty());
            parts.trouble(card, trouble, model::choose);
            showEngine.setVisible(model.canShowEngine());
            card.chart().ifPresent(chart::show);
            chartPart.setVisible(card.chart().isPresent());
            chartPart.setManaged(card.chart().isPresent());
            observed.getChildren().setAll(card.observed().stream().map(parts::seen).toList());
        });
    }
}
