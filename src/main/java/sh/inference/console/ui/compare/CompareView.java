package sh.inference.console.ui.compare;

import java.util.List;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

import sh.inference.console.model.Problem;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.FillBar;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Placeholder;
import sh.inference.console.ui.common.WholeText;

/** Two versions side by side. */
public final class CompareView {
    private final CompareViewModel model;
    private final Messages words;
    @FXML private BorderPane root;
    @FXML private Button back;
    @FXML private Label title;
    @FXML private ComboBox<VersionChoice> from;
    @FXML private ComboBox<VersionChoice> to;
    @FXML private Button swap;
    @FXML private ToggleButton panes;
    @FXML private ToggleButton unified;
    @FXML private Button promote;
    @FXML private ListView<ChangeLine> changes;
    @FXML private Label state;
    @FXML private Label fit;
    @FXML private FillBar fitBar;
    @FXML private Label fitToday;
    @FXML private Label obstacle;
    @FXML private ListView<DiffRow> diff;

    public CompareView(CompareViewModel model, Messages words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        back.setGraphic(Icons.of(Icons.BACK));
        swap.setGraphic(Icons.of("mdmz-swap_horiz"));
        promote.setGraphic(Icons.of(Icons.PROMOTE));
        title.textProperty().bind(model.titleProperty());
        from.setItems(model.choiceList());
        to.setItems(model.choiceList());
        side(from, model.fromProperty());
        side(to, model.toProperty());
        panes.setSelected(true);
        panes.setOnAction(event -> model.unifiedProperty().set(false));
        unified.setOnAction(event -> model.unifiedProperty().set(true));
        model.unifiedProperty().subscribe(one -> {
            panes.setSelected(!one);
            unified.setSelected(one);
        });
        changes.setItems(model.changes());
        changes.setCellFactory(list -> new ChangeCell());
        changes.getSelectionModel().selectedItemProperty().subscribe(this::jump);
        diff.setItems(model.rows());
        diff.setCellFactory(list -> new DiffCell(words));
        diff.placeholderProperty().bind(Bindings.createObjectBinding(this::placeholder, model.stateProperty(), model.problemProperty()));
        state.textProperty().bind(model.stateProperty());
        shown(state, model.stateProperty().isNotEmpty());
        fit.textProperty().bind(model.fitProperty());
        fitToday.textProperty().bind(model.fitTodayProperty());
        shown(fitToday, model.fitTodayProperty().isNotEmpty());
        model.fitShareProperty().subscribe(share -> {
            fitBar.setVisible(share >= 0);
            fitBar.setManaged(share >= 0);
            fitBar.setFraction(Math.max(0, share));
        });
        obstacle.textProperty().bind(model.obstacleProperty());
        shown(obstacle, model.obstacleProperty().isNotEmpty());
        promote.disableProperty().bind(model.obstacleProperty().isNotEmpty());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        // A list keeps Esc for itself, as the end of an edit, and nothing is edited here.
        List.of(changes, diff).forEach(list -> list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey));
    }

    /** Puts the focus on what is read first. */
    public void focus() {
        changes.requestFocus();
    }

    @FXML
    private void close() {
        model.close();
    }

    @FXML
    private void swap() {
        model.swap();
    }

    @FXML
    private void promote() {
        model.makeCurrent();
    }

    private static void side(ComboBox<VersionChoice> box, javafx.beans.property.Property<VersionChoice> chosen) {
        box.valueProperty().bindBidirectional(chosen);
        box.setButtonCell(WholeText.onHover(new ListCell<>() {
            @Override
            protected void updateItem(VersionChoice choice, boolean empty) {
                super.updateItem(choice, empty);
                setText(empty || choice == null ? "" : choice.toString());
            }
        }));
    }

    private void jump(ChangeLine line) {
        if (line != null && !line.isHead()) {
            model.rowOf(line.change()).ifPresent(row -> diff.scrollTo(Math.max(0, row - 2)));
        }
    }

    private Node placeholder() {
        Optional<Problem> problem = model.problemProperty().get();
        return problem.isPresent() ? Placeholder.problem(problem.get(), words, model::retry) : Placeholder.sentence(model.stateProperty().get());
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
        }
    }

    private static void shown(Node node, javafx.beans.value.ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }
}
