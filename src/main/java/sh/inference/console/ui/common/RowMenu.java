package sh.inference.console.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import sh.inference.console.model.Text;
import sh.inference.console.text.Messages;

/**
 * What can be done with the chosen row of a list, where it stands: by the other mouse button, the menu key or Shift+F10. A list has
 * one when it carries a {@link SeenList}; every row can be copied. FX thread only.
 */
public final class RowMenu {
    private static final List<String> COPIES = List.of("copy-text", "copy-json", "copy-curl");
    private static final double INDENT = 40;
    private final Actions actions;
    private final Messages words;
    private final ContextMenu menu = new ContextMenu();

    public RowMenu(Actions actions, Messages words) {
        this.actions = actions;
        this.words = words;
        menu.setId("row-menu");
    }

    /** Opens over every list below a node. */
    public void listenOn(Node root) {
        root.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            Point2D at = new Point2D(event.getScreenX(), event.getScreenY());
            onRequested(event, list -> event.isKeyboardTrigger() ? atChosen(list) : at);
        });
        // Not every desktop makes a request of these keys.
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.CONTEXT_MENU || event.getCode() == KeyCode.F10 && event.isShiftDown()) {
                onRequested(event, RowMenu::atChosen);
            }
        });
    }

    private void onRequested(InputEvent event, Function<Node, Point2D> where) {
        for (Node at = event.getTarget() instanceof Node node ? node : null; at != null; at = at.getParent()) {
            Optional<SeenList> list = SeenList.on(at);
            if (list.isPresent()) {
                show(at, list.get(), where.apply(at));
                event.consume();
                return;
            }
        }
    }

    /** Below the chosen row, where it is in sight. */
    private static Point2D atChosen(Node list) {
        Bounds box = list.lookupAll(".indexed-cell").stream().filter(node -> node instanceof IndexedCell<?> cell && cell.isSelected() && cell.isVisible() && !(cell instanceof TableCell<?, ?>))
                .findFirst().map(cell -> cell.localToScreen(cell.getLayoutBounds())).orElseGet(() -> {
                    Bounds whole = list.localToScreen(list.getLayoutBounds());
                    return new BoundingBox(whole.getMinX(), whole.getMinY(), 0, 0);
                });
        return new Point2D(box.getMinX() + INDENT, box.getMaxY());
    }

    private void show(Node over, SeenList list, Point2D at) {
        if (list.chosen().isPresent()) {
            List<MenuItem> items = new ArrayList<>(list.verbs());
            items.addAll(items(list.actions()));
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.addAll(items(COPIES));
            menu.getItems().setAll(items);
            menu.setOnHidden(hidden -> list.menuOpenProperty().set(false));
            menu.show(over, at.getX(), at.getY());
            list.menuOpenProperty().set(true);
        }
    }

    private List<MenuItem> items(List<String> ids) {
        return ids.stream().map(actions::find).flatMap(Optional::stream).map(this::item).toList();
    }

    private MenuItem item(Action action) {
        Optional<Text> reason = action.whyNot().get();
        String label = words.of(action.label());
        MenuItem item = new MenuItem(reason.map(why -> words.of("engine.verb.off", withoutDots(label), why)).orElse(label), Icons.of(action.icon()));
        item.setId("row-menu-" + action.id());
        item.setMnemonicParsing(false);
        item.setDisable(reason.isPresent());
        item.setOnAction(event -> actions.run(action.id()));
        keys(action).findFirst().map(KeyCombination::valueOf).ifPresent(item::setAccelerator);
        return item;
    }

    /** The dots promise a dialog, which does not come while the action is off. */
    private static String withoutDots(String label) {
        return label.endsWith("…") ? label.substring(0, label.length() - 1) : label;
    }

    /** A bare character is no accelerator in the toolkit. */
    private Stream<String> keys(Action action) {
        return actions.keys(action).stream().filter(key -> !Actions.isBare(key));
    }
}
