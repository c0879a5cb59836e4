package sh.inference.console.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import sh.inference.console.ui.common.SeenList;

/** Opens one after the other whatever pops up over a scene: menus with all that is below them, the menus of rows and of heads, and lists to choose from. */
public final class Popups {
    private final Scene scene;
    private final Set<String> known;
    private final BiConsumer<String, Scene> visitor;

    /**
     * @param known   the names of those that were opened before and are not opened again; added to
     * @param visitor shown each that is open, with a name for it; called on the FX thread
     */
    public Popups(Scene scene, Set<String> known, BiConsumer<String, Scene> visitor) {
        this.scene = scene;
        this.known = known;
        this.visitor = visitor;
    }

    /** Opens all that belong to what is shown now. */
    public void all() {
        for (Node node : Fx.call(() -> shown(scene.getRoot(), new ArrayList<>()))) {
            switch (node) {
                case MenuButton button when !button.isDisabled() && known.add(button.getId()) -> button(button);
                case ComboBoxBase<?> choice when !choice.isDisabled() && known.add(choice.getId()) -> visit(choice.getId(), choice::show, choice::hide);
                case TableView<?> table when known.add(table.getId() + "-head") -> head(table);
                default -> { }
            }
            if (SeenList.on(node).isPresent() && known.add(node.getId() + "-row")) {
                row(node);
            }
        }
    }

    private void button(MenuButton button) {
        visit(button.getId(), button::show, () -> { });
        below(button.getId(), Fx.call(() -> List.copyOf(button.getItems())));
        Fx.run(button::hide);
    }

    /** Menus of a menu, each beside the one it belongs to. */
    private void below(String name, List<MenuItem> items) {
        for (MenuItem item : items) {
            if (item instanceof Menu menu && !menu.isDisable()) {
                visit(name + "-" + menu.getText(), () -> point(menu), () -> { });
                // Deeper down there is one like the other for each column.
                below(name + "-first", Fx.call(() -> menu.getItems().stream().filter(Menu.class::isInstance).limit(1).toList()));
                Fx.run(menu::hide);
            }
        }
    }

    /** A menu below another opens when it is pointed at. */
    private static void point(Menu menu) {
        Node line = open().flatMap(window -> window.getScene().getRoot().lookupAll(".menu").stream())
                .filter(node -> node.lookup(".label") instanceof Labeled label && label.getText().equals(menu.getText())).findFirst().orElseThrow();
        line.fireEvent(new MouseEvent(MouseEvent.MOUSE_ENTERED, 5, 5, 0, 0, MouseButton.NONE, 0, false, false, false, false, false, false, false, true, false, true, null));
    }

    private void head(TableView<?> table) {
        Fx.call(() -> table.getColumns().stream().map(TableColumn::getContextMenu).filter(menu -> menu != null).findFirst()).ifPresent(menu -> {
            visit(table.getId() + "-head", () -> menu.show(table, Side.TOP, 0, 0), () -> { });
            below(table.getId() + "-head", Fx.call(() -> List.copyOf(menu.getItems())));
            Fx.run(menu::hide);
        });
    }

    /** As the menu key asks for it. */
    private void row(Node list) {
        Bounds box = Fx.call(() -> list.localToScreen(list.getLayoutBounds()));
        double x = box.getMinX() + 60;
        double y = box.getMinY() + 60;
        if (Fx.call(() -> SeenList.on(list).orElseThrow().chosen().isPresent())) {
            visit(list.getId() + "-row", () -> list.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, x, y, x, y, true, null)),
                    () -> open().filter(ContextMenu.class::isInstance).toList().forEach(Window::hide));
        }
    }

    private void visit(String name, Runnable show, Runnable hide) {
        List<Window> before = Fx.call(() -> open().toList());
        Fx.run(show);
        Fx.await(name + " opens", 5, () -> open().anyMatch(window -> !before.contains(window)));
        Fx.run(() -> open().filter(window -> !before.contains(window)).forEach(window -> visitor.accept(name.replaceAll("[^A-Za-z0-9]+", "-"), window.getScene())));
        Fx.run(hide);
    }

    private static Stream<Window> open() {
        return List.copyOf(Window.getWindows()).stream().filter(window -> window instanceof PopupWindow && window.isShowing());
    }

    private static List<Node> shown(Node node, List<Node> found) {
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> shown(child, found));
            }
        }
        return found;
    }
}
