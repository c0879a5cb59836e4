package sh.inference.console.ui.operation;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.StatusMark;
import sh.inference.console.ui.common.WholeText;

/** An operation in the list: how it stands, what it is, the last that was said of it, how long and since when. */
final class OperationCell extends ListCell<OperationRow> {
    private static final PseudoClass STUCK = PseudoClass.getPseudoClass("stuck");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private final Messages words;
    private final StatusMark mark = new StatusMark();
    private final Label title = WholeText.onHover(label("medium"));
    private final Label last = WholeText.onHover(label("small", "muted"));
    private final Label elapsed = label("small");
    private final Label startedAt = label("hint", "subtle");
    private final HBox content;

    OperationCell(Messages words) {
        this.words = words;
        mark.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        VBox text = new VBox(title, last);
        text.setMinWidth(0);
        text.setPrefWidth(1);
        HBox.setHgrow(text, Priority.ALWAYS);
        VBox times = new VBox(elapsed, startedAt);
        times.getStyleClass().add("end");
        times.setMinWidth(VBox.USE_PREF_SIZE);
        content = new HBox(mark, text, times);
        content.getStyleClass().add("operation-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        itemProperty().flatMap(OperationRow::lineProperty).subscribe(this::show);
    }

    @Override
    protected void updateItem(OperationRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty ? null : content);
    }

    private void show(OperationLine line) {
        pseudoClassStateChanged(STUCK, line != null && line.outcome() == Outcome.TIMED_OUT);
        pseudoClassStateChanged(FAILED, line != null && line.outcome() == Outcome.FAILED);
        setAccessibleText(line == null ? null : line.sentence(words));
        if (line != null) {
            mark.show(line.status(), words);
            title.setText(line.title());
            last.setText(line.last());
            elapsed.setText(line.elapsed());
            startedAt.setText(line.startedAt());
        }
    }

    private static Label label(String... styleClasses) {
        Label label = new Label();
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
