package sh.inference.console.ui.apps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.Icons;

/** The menu of kept filters and of apps that were opened last; made anew whenever it opens. */
final class ShelfMenu {
    private static final String BOOKMARK = "mdomz-star_border";
    private final ShelfViewModel model;
    private final Supplier<List<MenuItem>> columns;
    private final Messages words;

    /** @param columns what there is to choose of the list's columns */
    ShelfMenu(ShelfViewModel model, Supplier<List<MenuItem>> columns, Messages words) {
        this.model = model;
        this.columns = columns;
        this.words = words;
    }

    void fill(MenuButton button) {
        button.setGraphic(Icons.of(BOOKMARK));
        button.setTooltip(new Tooltip(words.of("apps.shelf")));
        button.setAccessibleText(words.of("apps.shelf"));
        // A menu without any item would not open.
        button.getItems().setAll(items());
        button.setOnShowing(event -> button.getItems().setAll(items()));
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        MenuItem keep = item("apps-shelf-keep", words.of("apps.shelf.keep"), model::keep);
        keep.setDisable(!model.canKeep());
        items.add(keep);
        List<ShelfViewModel.Kept> kept = model.kept();
        if (!kept.isEmpty()) {
            items.add(new SeparatorMenuItem());
            kept.forEach(one -> items.add(item("apps-shelf-filter", one.name(), () -> model.apply(one.filter()))));
            Menu drop = new Menu(words.of("apps.shelf.drop"));
            drop.setId("apps-shelf-drop");
            kept.forEach(one -> drop.getItems().add(item("apps-shelf-drop-filter", one.name(), () -> model.remove(one.filter()))));
            items.add(drop);
            items.add(item("apps-shelf-copy", words.of("apps.shelf.copy"), () -> CopyButton.toClipboard(model.json())));
        }
        List<ShelfViewModel.Opened> recent = model.recent();
        if (!recent.isEmpty()) {
            items.add(new SeparatorMenuItem());
            recent.forEach(one -> items.add(item("apps-shelf-recent", words.of("apps.shelf.recent", one.reference()), () -> model.open(one.appId()))));
        }
        Menu choice = new Menu(words.of("columns"));
        choice.setId("apps-columns");
        choice.getItems().setAll(columns.get());
        items.add(new SeparatorMenuItem());
        items.add(choice);
        return items;
    }

    private static MenuItem item(String id, String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
