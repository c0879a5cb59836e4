package sh.inference.console.ui.compare;

import java.util.List;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.compare.Weight;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.WrappedCell;

/** A change with its reason on as many lines as they take, or the head of a group of changes. */
final class ChangeCell extends WrappedCell<ChangeLine> {
    private final FontIcon icon = Icons.of(Icons.ERROR);
    private final Label what = new Label();
    private final Label why = new Label();
    private final HBox change;
    private final Label head = new Label();

    ChangeCell() {
        for (Label words : List.of(what, why, head)) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
        }
        what.getStyleClass().add("plain");
        why.getStyleClass().addAll("hint", "subtle");
        head.getStyleClass().add("change-head");
        VBox text = new VBox(what, why);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        change = new HBox(8, icon, text);
        change.getStyleClass().add("change-line");
    }

    @Override
    protected void updateItem(ChangeLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setAccessibleText(line.isHead() ? line.what() : line.what() + ": " + line.why());
        if (line.isHead()) {
            head.setText(line.what());
            for (Weight weight : Weight.values()) {
                head.pseudoClassStateChanged(PseudoClass.getPseudoClass(weight.key()), weight == line.weight());
            }
            setGraphic(head);
        } else {
            WeightMark.show(icon, line.weight());
            what.setText(line.what());
            why.setText(line.why());
            setGraphic(change);
        }
    }
}
