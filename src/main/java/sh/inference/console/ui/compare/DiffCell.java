package sh.inference.console.ui.compare;

import java.util.Optional;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.compare.TextLine;
import sh.inference.console.compare.Weight;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.WholeText;

/** A line of the texts. Its nodes are made once and only change what they show. */
final class DiffCell extends ListCell<DiffRow> {
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final PseudoClass COME = PseudoClass.getPseudoClass("come");
    private static final PseudoClass VOID = PseudoClass.getPseudoClass("void");
    private final Messages words;
    private final FontIcon mark = Icons.of(Icons.ERROR, "small-icon");
    private final Label gutter = new Label("", mark);
    private final Label leftNumber = label("diff-number");
    private final Label left = label("diff-text");
    private final Label rightNumber = label("diff-number");
    private final Label right = label("diff-text");
    private final HBox line = new HBox(gutter, leftNumber, left, rightNumber, right);
    private final Label head = label("diff-head");

    DiffCell(Messages words) {
        this.words = words;
        gutter.getStyleClass().add("diff-gutter");
        line.getStyleClass().add("diff-line");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        // Both halves of the same width, however long the lines are.
        left.setPrefWidth(10);
        right.setPrefWidth(10);
        left.setMinWidth(0);
        right.setMinWidth(0);
        left.setMaxWidth(Double.MAX_VALUE);
        right.setMaxWidth(Double.MAX_VALUE);
        head.setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(10);
    }

    private static Label label(String styleClass) {
        Label label = WholeText.onHover(new Label());
        label.getStyleClass().add(styleClass);
        return label;
    }

    @Override
    protected void updateItem(DiffRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case DiffRow.Head part -> title(part.remark().isEmpty() ? part.part() : words.of("compare.part", part.part(), part.remark()), true);
            case DiffRow.Fold fold -> title(words.of("compare.fold", fold.lines()), false);
            case DiffRow.Pair pair -> pair(pair.line(), pair.weight());
            case DiffRow.Single single -> single(single);
        }
    }

    private void title(String text, boolean part) {
        head.setText(text);
        head.pseudoClassStateChanged(PseudoClass.getPseudoClass("part"), part);
        setGraphic(head);
    }

    private void pair(TextLine text, Optional<Weight> weight) {
        boolean same = text.kind() == TextLine.Kind.SAME;
        show(leftNumber, left, text.leftNumber(), text.left(), same ? "  " : "- ");
        show(rightNumber, right, text.rightNumber(), text.right(), same ? "  " : "+ ");
        tone(left, !same && text.leftNumber() > 0, false, text.leftNumber() == 0);
        tone(right, false, !same && text.rightNumber() > 0, text.rightNumber() == 0);
        both(true);
        mark(weight);
        setGraphic(line);
    }

    private void single(DiffRow.Single text) {
        leftNumber.setText(text.leftNumber() == 0 ? "" : String.valueOf(text.leftNumber()));
        rightNumber.setText(text.rightNumber() == 0 ? "" : String.valueOf(text.rightNumber()));
        left.setText(text.sign() + " " + text.text());
        tone(left, text.sign() == '-', text.sign() == '+', false);
        both(false);
        mark(text.weight());
        setGraphic(line);
    }

    /** As one text both numbers stand before the line. */
    private void both(boolean panes) {
        right.setVisible(panes);
        right.setManaged(panes);
        var order = panes ? java.util.List.of(gutter, leftNumber, left, rightNumber, right) : java.util.List.of(gutter, leftNumber, rightNumber, left, right);
        if (!line.getChildren().equals(order)) {
            line.getChildren().setAll(order);
        }
    }

    private void mark(Optional<Weight> weight) {
        mark.setVisible(weight.isPresent());
        weight.ifPresent(known -> WeightMark.show(mark, known));
    }

    private static void show(Label number, Label text, int n, String words, String sign) {
        number.setText(n == 0 ? "" : String.valueOf(n));
        text.setText(n == 0 ? "" : sign + words);
    }

    private static void tone(Label text, boolean gone, boolean come, boolean nothing) {
        text.pseudoClassStateChanged(GONE, gone);
        text.pseudoClassStateChanged(COME, come);
        text.pseudoClassStateChanged(VOID, nothing);
    }
}
