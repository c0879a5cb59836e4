package sh.inference.console.ui.diagnostics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.CopyButton;

/** The figures of the diagnostics in their groups, each with an id of its own; only values change while it is open. */
public final class DiagnosticsView {
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private final DiagnosticsViewModel model;
    private final Messages words;
    private final Map<String, Label> values = new HashMap<>();
    @FXML private HBox head;
    @FXML private VBox body;

    public DiagnosticsView(DiagnosticsViewModel model, Messages words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        CopyButton copy = new CopyButton(words, words.of("diagnostics.copy"), model::text);
        copy.setId("diagnostics-copy");
        head.getChildren().add(copy);
        model.groupsProperty().get().forEach(this::build);
        model.groupsProperty().subscribe(this::show);
    }

    private void build(FigureGroup group) {
        Label title = new Label(group.title());
        title.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(GridPane.USE_PREF_SIZE);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setMinWidth(0);
        grid.getColumnConstraints().addAll(name, value);
        for (Figure figure : group.figures()) {
            Label said = label("fact-value", "diagnostics-" + figure.id());
            said.setWrapText(true);
            said.setMinHeight(Label.USE_PREF_SIZE);
            Label named = label("fact-name", "diagnostics-" + figure.id() + "-name");
            named.setText(figure.name());
            named.setLabelFor(said);
            values.put(figure.id(), said);
            grid.addRow(grid.getRowCount(), named, said);
        }
        body.getChildren().add(new VBox(4, title, grid));
    }

    private void show(List<FigureGroup> groups) {
        groups.forEach(group -> group.figures().forEach(figure -> {
            Label value = values.get(figure.id());
            value.setText(figure.value());
            value.pseudoClassStateChanged(WARN, figure.alarm());
        }));
    }

    private static Label label(String styleClass, String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
