package sh.inference.console.ui.compare;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.compare.Weight;
import sh.inference.console.ui.common.Icons;

/** A change with its reason, or the head of a group of changes. */
final class ChangeCell extends ListCell<ChangeLine> {
    private final FontIcon icon = Icons.of(Icons.ERROR);
    private final Label what = new Label();
    private final Label why = new Label();
    private final HBox change;
    private final Label head = new Label();

    ChangeCell() {
        what.setWrapText(true);
        why.setWrapText(true);
        what.getStyleClass().add("plain");
        why.getStyleClass().addAll("hint", "subtle");
        head.getStyleClass().add("change-head");
        VBox text = new VBox(what, why);
        HBox.setHgrow(text, Priority.ALWAYS);
        change = new HBox(8, icon, text);
        change.getStyleClass().add("change-line");
        setPrefWidth(10);
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
