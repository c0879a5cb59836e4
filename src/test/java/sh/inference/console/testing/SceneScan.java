package sh.inference.console.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;

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
            boolean target = node instanceof ButtonBase && !(node instanceof Hyperlink) || node instanceof TextInputControl field && field.isEditable() || node instanceof ComboBoxBase<?>;
            Bounds box = node.getLayoutBounds();
            if (target && node.isFocusTraversable() && (box.getWidth() < LEAST_TARGET - 0.5 || box.getHeight() < LEAST_TARGET - 0.5)) {
                found.add("%.0f x %.0f: %s".formatted(box.getWidth(), box.getHeight(), path(node)));
            }
        });
        return found;
    }

    /** Words outside of table and list cells that end in an ellipsis, or lie outside of the window. */
    public List<String> clipped() {
        List<String> found = new ArrayList<>();
        Bounds window = root.localToScene(root.getLayoutBounds());
        walk(root, (node, inCell) -> {
            if (node instanceof Labeled labeled && !inCell && labeled.getText() != null && !labeled.getText().isBlank()) {
                Bounds box = node.localToScene(node.getLayoutBounds());
                boolean outside = !scrolls(node) && (box.getMaxX() > window.getMaxX() + 1 || box.getMaxY() > window.getMaxY() + 1 || box.getMinX() < -1);
                if (labeled.isTextTruncated() || outside) {
                    found.add((outside ? "outside: " : "clipped: ") + path(node) + " “" + labeled.getText() + "”");
                }
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
        visit.accept(node, inCell);
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

    private static boolean scrolls(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane || at instanceof TableView<?> || at instanceof ListView<?>) {
                return true;
            }
        }
        return false;
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
