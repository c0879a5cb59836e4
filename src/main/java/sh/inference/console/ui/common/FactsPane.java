package sh.inference.console.ui.common;

import java.util.ArrayList;
import java.util.List;

import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Facts in two columns. Its labels stay when the facts change, so that nothing flickers. */
public final class FactsPane extends GridPane {
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private final List<Label> names = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();

    public FactsPane() {
        getStyleClass().add("facts");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setMinWidth(0);
        getColumnConstraints().addAll(name, value);
    }

    public void setFacts(List<Fact> facts) {
        while (names.size() > facts.size()) {
            getChildren().removeAll(names.removeLast(), values.removeLast());
        }
        while (names.size() < facts.size()) {
            names.add(label("fact-name"));
            names.getLast().setMinWidth(USE_PREF_SIZE);
            setValignment(names.getLast(), VPos.TOP);
            values.add(label("fact-value"));
            values.getLast().setWrapText(true);
            names.getLast().setLabelFor(values.getLast());
            addRow(names.size() - 1, names.getLast(), values.getLast());
        }
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            names.get(i).setText(fact.name());
            values.get(i).setText(fact.value());
            values.get(i).pseudoClassStateChanged(WARN, fact.tone() == Fact.Tone.WARN);
            values.get(i).pseudoClassStateChanged(DANGER, fact.tone() == Fact.Tone.DANGER);
        }
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
