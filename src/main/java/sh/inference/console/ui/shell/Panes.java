package sh.inference.console.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;

import sh.inference.console.ui.common.SeenList;

/** The panes of a window, found as they are: the navigation, then the lists, tables and scrolled details of the page. FX thread only. */
final class Panes {
    private final Parent navigation;
    private final Parent page;

    Panes(Parent navigation, Parent page) {
        this.navigation = navigation;
        this.page = page;
    }

    /** Moves the focus to the pane after the one that has it. */
    void next() {
        List<Node> stops = new ArrayList<>();
        chosen(navigation).ifPresent(stops::add);
        collect(page, stops);
        int at = -1;
        for (int i = 0; i < stops.size(); i++) {
            if (holdsFocus(i == 0 ? navigation : stops.get(i))) {
                at = i;
            }
        }
        for (int step = 1; step <= stops.size(); step++) {
            Optional<Node> stop = focusable(stops.get(Math.floorMod(at + step, stops.size())));
            if (stop.isPresent()) {
                stop.get().requestFocus();
                return;
            }
        }
    }

    /** @return whether there was anything to take it */
    boolean focusPage() {
        List<Node> stops = new ArrayList<>();
        collect(page, stops);
        Optional<Node> first = stops.stream().findFirst().flatMap(Panes::focusable);
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    /** The field that filters the page. */
    Optional<TextField> filter() {
        return find(page);
    }

    /** The table or list of the page whose rows can be copied and saved: the one that has the focus, else the first. */
    Optional<Control> list() {
        List<Node> stops = new ArrayList<>();
        collect(page, stops);
        List<Control> lists = stops.stream().filter(node -> node instanceof TableView<?> || node instanceof ListView<?> && SeenList.on(node).isPresent())
                .map(Control.class::cast).toList();
        return lists.stream().filter(Panes::holdsFocus).findFirst().or(() -> lists.stream().findFirst());
    }

    void focusFilter() {
        filter().ifPresent(field -> {
            field.requestFocus();
            field.selectAll();
        });
    }

    private static Optional<TextField> find(Node node) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (node instanceof TextField field && field.isEditable() && field.getId() != null && field.getId().matches(".*-(filter|search)")) {
            return Optional.of(field);
        }
        return node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().map(Panes::find).flatMap(Optional::stream).findFirst() : Optional.empty();
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof TableView<?> || node instanceof ListView<?> || node instanceof ScrollPane) {
            stops.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }

    private static Optional<Node> chosen(Parent navigation) {
        return navigation.lookupAll(".nav").stream().filter(node -> node instanceof Toggle toggle && toggle.isSelected()).findFirst();
    }

    private static Optional<Node> focusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().map(Panes::focusable).flatMap(Optional::stream).findFirst() : Optional.empty();
    }

    private static boolean holdsFocus(Node pane) {
        Node owner = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == pane) {
                return true;
            }
        }
        return false;
    }
}
