package sh.inference.console.ui.operation;

import java.util.Optional;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.model.Problem;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Placeholder;

/** What was asked on the left, the steps of the chosen one on the right. */
public final class OperationsView {
    private final OperationsViewModel model;
    private final Messages words;
    @FXML private ListView<OperationRecord> list;
    @FXML private VBox card;
    @FXML private Label title;
    @FXML private Label facts;
    @FXML private HBox steps;
    @FXML private VBox problem;
    @FXML private VBox observed;

    public OperationsView(OperationsViewModel model) {
        this.model = model;
        this.words = model.words();
    }

    @FXML
    private void initialize() {
        list.setAccessibleText(words.of("page.operations"));
        list.setPlaceholder(Placeholder.sentence(words.of("operation.empty")));
        list.setItems(model.records());
        list.setCellFactory(view -> new Line());
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.records().addListener((ListChangeListener<OperationRecord>) change -> reselect());
        model.cardProperty().subscribe(this::show);
    }

    private void choose(OperationRecord record) {
        if (record != null) {
            model.choose(record);
        }
    }

    /** A record is replaced at each step; the choice stays on its operation. */
    private void reselect() {
        for (int i = 0; i < model.records().size(); i++) {
            if (model.records().get(i).id().equals(model.chosen())) {
                list.getSelectionModel().select(i);
                return;
            }
        }
    }

    private void show(Optional<OperationsViewModel.Card> shown) {
        card.setVisible(shown.isPresent());
        shown.ifPresent(now -> {
            title.setText(now.title());
            facts.setText(now.facts());
            steps.getChildren().setAll(now.steps().stream().map(this::step).toList());
            observed.getChildren().setAll(now.observed().stream().map(line -> text(line, "small")).toList());
            problem.setVisible(now.problem().isPresent());
            problem.setManaged(now.problem().isPresent());
            now.problem().ifPresent(this::showProblem);
        });
    }

    private void showProblem(Problem why) {
        problem.getChildren().setAll(text(words.of(why.title()), "semibold"), text(words.of(why.what()), "small"), text(words.of(why.next()), "small"));
        if (!why.detail().isBlank()) {
            problem.getChildren().add(2, text(words.of("problem.detail", why.detail()), "small"));
        }
    }

    private Node step(OperationsViewModel.Step step) {
        Label name = text(step.name(), "medium");
        name.setGraphic(step.time().isPresent() ? Icons.of(Icons.DONE, "ok-icon") : Icons.of(Icons.STEP));
        return new VBox(4, name, text(step.time().orElse(words.of("operation.waiting")), "small", "muted"));
    }

    private static Label text(String words, String... classes) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** An operation in the list. */
    private final class Line extends ListCell<OperationRecord> {
        private final Label title = new Label();
        private final Label remark = new Label();
        private final Label elapsed = new Label();
        private final Label time = new Label();
        private final HBox graphic = new HBox();

        Line() {
            title.getStyleClass().add("medium");
            remark.getStyleClass().addAll("hint", "muted");
            elapsed.getStyleClass().add("small");
            time.getStyleClass().addAll("hint", "muted");
            VBox left = new VBox(title, remark);
            left.setMinWidth(0);
            HBox.setHgrow(left, Priority.ALWAYS);
            VBox right = new VBox(elapsed, time);
            right.setMinWidth(Region.USE_PREF_SIZE);
            graphic.getStyleClass().add("operation-line");
            graphic.getChildren().addAll(new Region(), left, right);
        }

        @Override
        protected void updateItem(OperationRecord record, boolean empty) {
            super.updateItem(record, empty);
            setGraphic(empty || record == null ? null : graphic);
            setAccessibleText(empty || record == null ? null : model.spoken(record));
            if (!empty && record != null) {
                title.setText(words.of(record.plan().title()));
                remark.setText(model.sentence(record));
                elapsed.setText(model.elapsed(record));
                time.setText(model.time(record));
                graphic.getChildren().set(0, verdict(record.state()));
            }
        }

        private Node verdict(OperationState state) {
            return switch (state) {
                case DONE -> Icons.of(Icons.DONE, "ok-icon");
                case FAILED, TIMED_OUT -> Icons.of(Icons.FAILED, "danger-icon");
                case CANCELLED, SUPERSEDED -> Icons.of(Icons.BLOCKED);
                case PLANNED, CONFIRMED, ARMED, SENT, ACCEPTED, OBSERVED -> Icons.of(Icons.DRAINING, "warn-icon");
            };
        }
    }
}
