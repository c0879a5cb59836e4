package sh.inference.console.ui.common;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import sh.inference.console.text.Messages;

/**
 * A list beside the details of what is chosen in it. Where the window is too narrow for both, or text too large, one of
 * them is shown at a time: the list, and once something in it is opened its details, with a way back. FX thread.
 */
public final class OneAtATime {
    /** Hints are this much of the size of body text. */
    private static final double HINT = 0.846;
    private final SplitPane split;
    private final Node list;
    private final Node rows;
    private final BorderPane details;
    private final Labeled hint;
    private final double leastEm;
    private final HBox wayBack;
    private double divider;
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
    private boolean opened;

    /**
     * @param split   holds the list and the details, in this order
     * @param hint    any hint on the page: the room that is needed grows with its font
     * @param leastEm the room that both need, in sizes of body text
     */
    public OneAtATime(SplitPane split, Labeled hint, double leastEm, Messages words) {
        this.split = split;
        this.hint = hint;
        this.leastEm = leastEm;
        divider = split.getDividerPositions()[0];
        list = split.getItems().getFirst();
        Node beside = split.getItems().removeLast();
        details = new BorderPane(beside);
        SplitPane.setResizableWithParent(details, SplitPane.isResizableWithParent(beside));
        split.getItems().add(details);
        split.setDividerPositions(divider);
        Button back = new Button(words.of("list.back"), Icons.of(Icons.BACK));
        back.setId(split.getId() + "-back");
        back.getStyleClass().add("quiet");
        back.setOnAction(event -> close());
        wayBack = new HBox(back);
        wayBack.getStyleClass().addAll("way-back", "line-below");
        split.widthProperty().subscribe(width -> fit());
        hint.fontProperty().subscribe(font -> fit());
        rows = list.lookup(".table-view") != null ? list.lookup(".table-view") : list.lookup(".list-view");
        // On the rows themselves: they let no click and no Enter through.
        rows.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && isInRow(event.getPickResult().getIntersectedNode())) {
                open();
            }
        });
        rows.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() == rows && narrow.get()) {
                open();
                event.consume();
            }
        });
        details.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && narrow.get() && opened) {
                close();
                event.consume();
            }
        });
    }

    /** Whether only one of the two is shown. */
    public ReadOnlyBooleanProperty narrowProperty() {
        return narrow.getReadOnlyProperty();
    }

    /** Shows the details, also where they hide the list. */
    public void open() {
        opened = true;
        show();
        if (narrow.get()) {
            wayBack.getChildren().getFirst().requestFocus();
        }
    }

    private void close() {
        opened = false;
        show();
        rows.requestFocus();
    }

    private void fit() {
        boolean now = split.getWidth() > 0 && split.getWidth() < leastEm * hint.getFont().getSize() / HINT;
        if (now != narrow.get()) {
            narrow.set(now);
            show();
        }
    }

    private void show() {
        boolean one = narrow.get();
        details.setTop(one ? wayBack : null);
        if (one) {
            divider = split.getItems().size() > 1 ? split.getDividerPositions()[0] : divider;
            split.getItems().setAll(opened ? details : list);
        } else if (split.getItems().size() == 1) {
            split.getItems().setAll(list, details);
            split.setDividerPositions(divider);
        }
    }

    private boolean isInRow(Node clicked) {
        for (Node at = clicked; at != null && at != list; at = at.getParent()) {
            if (at instanceof IndexedCell<?> cell) {
                return !cell.isEmpty();
            }
        }
        return false;
    }
}
