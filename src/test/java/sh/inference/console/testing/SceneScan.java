package sh.inference.console.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.PopupWindow;

import sh.inference.console.ui.common.HoverText;
import sh.inference.console.ui.common.WholeText;

/** What a scan of a scene graph finds that keeps somebody from using the console. Each finding is a line; none is the aim. FX thread. */
public final class SceneScan {
    private static final double LEAST_TARGET = 24;
    private final Parent root;

    public SceneScan(Parent root) {
        this.root = root;
    }

    /** Nodes that take the focus and have no name that a screen reader could say. */
    public List<String> withoutName() {
        List<String> found = new ArrayList<>();
        walk(root, (node, inCell) -> {
            if (node.isFocusTraversable() && !node.isDisabled() && !(node instanceof ScrollPane) && !(node instanceof VirtualFlow<?>) && name(node).isBlank()) {
                found.add("no name: " + path(node));
            }
        });
        return found;
    }

    /** What is clicked on and is smaller than 24 x 24. Links inside a sentence are as high as the sentence. */
    public List<String> tooSmall() {
        List<String> found = new ArrayList<>();
        walk(root, (node, inCell) -> {
            boolean item = node.getStyleClass().contains("menu-item") || node instanceof ListCell<?> cell && !cell.isEmpty() && cell.getListView() != null && isChosenFrom(cell.getListView());
            boolean target = node instanceof ButtonBase && !(node instanceof Hyperlink) || node instanceof TextInputControl field && field.isEditable() || node instanceof ComboBoxBase<?>;
            Bounds box = node.getLayoutBounds();
            if ((item || target && node.isFocusTraversable()) && (box.getWidth() < LEAST_TARGET - 0.5 || box.getHeight() < LEAST_TARGET - 0.5)) {
                found.add("%.0f x %.0f: %s".formatted(box.getWidth(), box.getHeight(), path(node)));
            }
        });
        return found;
    }

    /**
     * Words that cannot be read: outside of cells those that end in an ellipsis, stand outside of what shows them, or have
     * less height than they need; in cells those that end in an ellipsis and are in no tooltip.
     */
    public List<String> clipped() {
        List<String> found = new ArrayList<>();
        walk(root, (node, inCell) -> {
            if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
                if (inCell && isCut(labeled) && !hasTooltip(node)) {
                    found.add("cut, without a tooltip: " + path(node) + said(labeled.getText()));
                } else if (!inCell && isCut(labeled)) {
                    found.add("cut: " + path(node) + said(labeled.getText()));
                } else if (!inCell && isOutside(node)) {
                    found.add("outside: " + path(node) + said(labeled.getText()));
                }
            } else if (node instanceof TextFlow flow && !inCell && (flow.getHeight() < Math.floor(flow.prefHeight(flow.getWidth())) - 1 || isOutside(node))) {
                found.add("cut: " + path(node) + said(String.valueOf(node.getAccessibleText())));
            } else if (node instanceof TextField field && field.getText().isEmpty() && promptWidth(field) > field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight() + 1) {
                found.add("cut: " + path(node) + said(field.getPromptText()));
            }
        });
        return found;
    }

    /** Everything together. */
    public List<String> all() {
        List<String> found = new ArrayList<>(withoutName());
        found.addAll(tooSmall());
        found.addAll(clipped());
        return found;
    }

    private void walk(Node node, BiConsumer<Node, Boolean> visit) {
        walk(node, false, visit);
    }

    private void walk(Node node, boolean inCell, BiConsumer<Node, Boolean> visit) {
        if (!node.isVisible()) {
            return;
        }
        visit.accept(node, inCell || node instanceof Cell<?>);
        if (node instanceof Parent parent) {
            boolean inside = inCell || node instanceof Cell<?> || node.getStyleClass().contains("column-header");
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> walk(child, inside, visit));
        }
    }

    private String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        return root.lookupAll(".label").stream().filter(Label.class::isInstance).map(Label.class::cast)
                .filter(label -> label.getLabelFor() == node).map(Label::getText).findFirst().orElse("");
    }

    /** Whether a list pops up to choose from. */
    private static boolean isChosenFrom(ListView<?> list) {
        return list.getScene() != null && list.getScene().getWindow() instanceof PopupWindow;
    }

    /** Whether something stands outside of the window, or of what scrolls it, in a direction that is not scrolled. */
    private boolean isOutside(Node node) {
        Bounds box = node.localToScene(node.getLayoutBounds());
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            Bounds room = at.localToScene(at.getLayoutBounds());
            boolean list = at instanceof TableView<?> || at instanceof ListView<?>;
            boolean across = list || at instanceof ScrollPane pane && pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
            boolean along = list || at instanceof ScrollPane pane && pane.getVbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
            if (list || at instanceof ScrollPane || at == root) {
                if (!across && (box.getMinX() < room.getMinX() - 1 || box.getMaxX() > room.getMaxX() + 1)
                        || !along && (box.getMinY() < room.getMinY() - 1 || box.getMaxY() > room.getMaxY() + 1)) {
                    return true;
                }
                if (across && along) {
                    return false;
                }
                // What is scrolled along stands nowhere in particular, but not beside what scrolls it.
                box = new BoundingBox(box.getMinX(), room.getMinY(), box.getWidth(), 0);
            }
        }
        return false;
    }

    /** A single letter counts as truncated in the toolkit wherever it wraps: what is on the screen decides. */
    private static boolean isCut(Labeled labeled) {
        return labeled.isTextTruncated() && !(labeled.lookup(".text") instanceof Text shown && shown.getText().equals(labeled.getText()));
    }

    /** A tooltip of its own, or of the cell or the row it is in. */
    private static boolean hasTooltip(Node node) {
        for (Node at = node; at != null && !(at instanceof TableView<?>) && !(at instanceof ListView<?>); at = at.getParent()) {
            boolean told = at instanceof Control control && (control.getTooltip() != null || control.queryAccessibleAttribute(AccessibleAttribute.HELP) != null || HoverText.isSaid(control));
            if (told || at instanceof Labeled labeled && WholeText.isSaid(labeled) || at.getProperties().values().stream().anyMatch(Tooltip.class::isInstance)) {
                return true;
            }
        }
        return false;
    }

    private static double promptWidth(TextField field) {
        if (field.getPromptText() == null || field.getPromptText().isEmpty()) {
            return 0;
        }
        Text words = new Text(field.getPromptText());
        words.setFont(field.getFont());
        return words.getLayoutBounds().getWidth();
    }

    private static String said(String text) {
        return " “" + text + "”";
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node at = node; at != null && path.length() < 160; at = at.getParent()) {
            String id = at.getId() != null ? "#" + at.getId() : at.getStyleClass().isEmpty() ? "" : "." + String.join(".", at.getStyleClass());
            path.insert(0, at.getClass().getSimpleName() + id + (path.isEmpty() ? "" : " > "));
        }
        return path.toString();
    }
}
