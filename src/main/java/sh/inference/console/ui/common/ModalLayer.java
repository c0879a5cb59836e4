package sh.inference.console.ui.common;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.animation.FadeTransition;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * The layer inside the window that dialogs stand in. The focus stays in the topmost dialog, goes round in it with Tab,
 * and returns to where it was, or beside it, when the dialog closes. Esc is handed to the dialog.
 */
public final class ModalLayer extends StackPane {
    private static final double EDGE = 8;
    private boolean still = true;
    private boolean docked;
    private Optional<Supplier<DialogMark>> marks = Optional.empty();
    private final Deque<Shown> stack = new ArrayDeque<>();
    private final ChangeListener<Node> guard = (property, before, now) -> keepFocusInside(now);

    /** A dialog, what Esc does to it, who had the focus before, and where its lower edge stands. */
    private static final class Shown {
        private final Region dialog;
        private final Runnable onEscape;
        /** Who had the focus, and what it stood in, the nearest first: should it be gone or off by then, its neighbour gets the focus. */
        private final List<Node> ways = new ArrayList<>();
        private final Optional<DialogMark> mark;
        private final Region shadow = new Region();
        private double bottom;

        Shown(Region dialog, Runnable onEscape, Node opener, Optional<DialogMark> mark) {
            this.mark = mark;
            this.dialog = dialog;
            this.onEscape = onEscape;
            // Its own node, kept as a picture: below the dialog itself it would be blurred anew with every letter that is typed there.
            shadow.getStyleClass().add("dialog-shadow");
            shadow.setManaged(false);
            shadow.setMouseTransparent(true);
            shadow.setCache(true);
            shadow.opacityProperty().bind(dialog.opacityProperty());
            for (Node at = opener; at != null; at = at.getParent()) {
                ways.add(at);
            }
        }

        /** A third of the spare height above; but the buttons never move away under the pointer when the plan above them grows or shrinks. */
        double top(double available) {
            double height = dialog.prefHeight(dialog.prefWidth(-1));
            double above = mark.map(badge -> Math.max(EDGE, badge.overhang())).orElse(EDGE);
            double top = Math.max(above, dialog.isHover() && bottom > 0 ? Math.min(bottom, available - EDGE) - height : (available - height) / 3);
            bottom = top + height;
            return top;
        }
    }

    public ModalLayer() {
        getStyleClass().add("modal-layer");
        setId("modal-layer");
        setVisible(false);
        setAlignment(Pos.TOP_CENTER);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Shows a dialog above everything, in the upper third. The dialog chooses its own first focus afterwards. */
    public void show(Region dialog, Runnable onEscape) {
        Node opener = getScene() == null ? null : getScene().getFocusOwner();
        if (stack.isEmpty() && getScene() != null) {
            getScene().focusOwnerProperty().addListener(guard);
        }
        boolean says = dialog.lookup(".kind-band") != null || dialog.lookup(".kind-badge") != null;
        Optional<DialogMark> mark = says ? Optional.empty() : marks.map(Supplier::get);
        Shown shown = new Shown(dialog, onEscape, opener, mark);
        stack.push(shown);
        dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(dialog, docked ? Pos.TOP_RIGHT : null);
        getChildren().addAll(shown.shadow, dialog);
        mark.ifPresent(getChildren()::add);
        setVisible(true);
        appear(dialog);
        List<Node> stops = stops();
        if (!stops.isEmpty()) {
            stops.getFirst().requestFocus();
        }
    }

    /** Takes a dialog away and gives the focus back to its opener. */
    public void close(Region dialog) {
        Shown shown = stack.stream().filter(one -> one.dialog == dialog).findFirst().orElse(null);
        if (shown == null) {
            return;
        }
        stack.remove(shown);
        getChildren().removeAll(dialog, shown.shadow);
        shown.mark.ifPresent(getChildren()::remove);
        Scene scene = getScene();
        if (stack.isEmpty()) {
            setVisible(false);
            if (scene != null) {
                scene.focusOwnerProperty().removeListener(guard);
            }
        }
        shown.ways.stream().filter(node -> node.getScene() == scene).map(ModalLayer::stop).flatMap(Optional::stream).findFirst().ifPresent(Node::requestFocus);
    }

    /** The node itself, or the first in it that can take the focus; none in what cannot be seen or used any more. */
    private static Optional<Node> stop(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.isDisabled()) {
                return Optional.empty();
            }
        }
        List<Node> found = new ArrayList<>();
        collect(node, found);
        return found.stream().findFirst();
    }

    /** Does to every dialog what Esc does, the topmost first. One that cannot be left now stays. */
    public void dismiss() {
        int open = stack.size() + 1;
        while (!stack.isEmpty() && stack.size() < open) {
            open = stack.size();
            stack.peek().onEscape.run();
        }
    }

    /** Has every dialog marked from now on that does not say itself where it acts, as a band or a badge. */
    public void mark(Supplier<DialogMark> with) {
        marks = Optional.of(with);
    }

    /** Whether dialogs stand there at once instead of fading in. */
    public void setStill(boolean now) {
        still = now;
    }

    private void appear(Region dialog) {
        dialog.setOpacity(still ? 1 : 0);
        if (!still) {
            FadeTransition fade = new FadeTransition(Duration.millis(120), dialog);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.play();
        }
    }

    /** Lets dialogs stand at the right edge from now on, because what is below must stay readable. */
    public void setDocked(boolean atTheSide) {
        docked = atTheSide;
        pseudoClassStateChanged(PseudoClass.getPseudoClass("docked"), atTheSide);
    }

    public boolean isShowing() {
        return !stack.isEmpty();
    }

    @Override
    protected void layoutChildren() {
        for (Shown shown : stack) {
            setMargin(shown.dialog, new Insets(shown.top(getHeight()), EDGE, EDGE, EDGE));
        }
        super.layoutChildren();
        for (Shown shown : stack) {
            cover(shown.dialog, shown.shadow);
            shown.mark.ifPresent(mark -> cover(shown.dialog, mark));
        }
    }

    private static void cover(Region dialog, Node with) {
        with.resizeRelocate(dialog.getLayoutX(), dialog.getLayoutY(), dialog.getWidth(), dialog.getHeight());
    }

    private void onKey(KeyEvent event) {
        if (stack.isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            stack.peek().onEscape.run();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            step(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private void step(int direction) {
        List<Node> stops = stops();
        if (!stops.isEmpty()) {
            int at = stops.indexOf(getScene().getFocusOwner());
            stops.get(Math.floorMod(at < 0 ? 0 : at + direction, stops.size())).requestFocus();
        }
    }

    private void keepFocusInside(Node owner) {
        if (!stack.isEmpty() && owner != null && !isInside(owner, stack.peek().dialog)) {
            step(1);
        }
    }

    private List<Node> stops() {
        List<Node> found = new ArrayList<>();
        collect(stack.peek().dialog, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isInside(Node node, Node container) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == container) {
                return true;
            }
        }
        return false;
    }
}
