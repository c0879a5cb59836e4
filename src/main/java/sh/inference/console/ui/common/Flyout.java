package sh.inference.console.ui.common;

import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A pane that opens over the window from one of its edges, beside the button that asked for it. A click elsewhere or Esc
 * closes it, and the focus goes back to that button. It takes no room and stops nobody: it is not a dialog.
 */
public final class Flyout extends StackPane {
    private final Supplier<? extends Region> maker;
    private final Pos place;
    private final Insets margin;
    private final Runnable closed;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private Node opener;
    private Region content;

    /**
     * @param content makes what is shown when it is first opened
     * @param place  the corner it opens in
     * @param margin what it keeps away from the window's edges
     * @param closed told when it was closed
     */
    public Flyout(Supplier<? extends Region> content, Pos place, Insets margin, Runnable closed) {
        this.maker = content;
        this.place = place;
        this.margin = margin;
        this.closed = closed;
        setPickOnBounds(true);
        setVisible(false);
        setManaged(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
                event.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Opens it for a button, or closes it when it is open. */
    public void toggle(Node button) {
        if (open.get()) {
            close();
            return;
        }
        opener = button;
        if (content == null) {
            make();
        }
        setManaged(true);
        setVisible(true);
        open.set(true);
        first(content).requestFocus();
    }

    private void make() {
        content = maker.get();
        content.getStyleClass().add("flyout");
        setAlignment(content, place);
        setMargin(content, margin);
        getChildren().add(content);
    }

    public void close() {
        if (open.get()) {
            setVisible(false);
            setManaged(false);
            open.set(false);
            opener.requestFocus();
            closed.run();
        }
    }

    private static Node first(Node node) {
        if (node.isFocusTraversable() || !(node instanceof javafx.scene.Parent parent)) {
            return node;
        }
        return parent.getChildrenUnmodifiable().stream().filter(child -> child.isVisible() && !child.isDisabled()).map(Flyout::first)
                .filter(Node::isFocusTraversable).findFirst().orElse(node);
    }
}
