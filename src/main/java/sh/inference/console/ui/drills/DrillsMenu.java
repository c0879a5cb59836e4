package sh.inference.console.ui.drills;

import java.util.ArrayList;
import java.util.List;

import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.drills.DrillsViewModel.DrillLine;

/** The header's menu of faults to practise with, grouped by what they hit. Only a window on a sandbox has it. */
public final class DrillsMenu extends MenuButton {
    private static final PseudoClass STAGED = PseudoClass.getPseudoClass("staged");
    private static final List<String> GROUPS = List.of("streams", "answers", "actions", "fleet");
    private final DrillsViewModel model;
    private final Messages words;

    public DrillsMenu(DrillsViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        setId("drills-menu");
        getStyleClass().addAll("quiet", "drills");
        setGraphic(Icons.of(Icons.MAINTENANCE, "small-icon"));
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleHelp(words.of("drills.help"));
        textProperty().bind(model.textProperty());
        model.linesProperty().subscribe(this::rebuild);
        model.remarkProperty().subscribe(remark -> rebuild());
        setOnShowing(event -> model.refresh());
        model.refresh();
    }

    private void rebuild() {
        pseudoClassStateChanged(STAGED, model.isAnyOn());
        List<MenuItem> items = new ArrayList<>();
        for (String group : GROUPS) {
            Menu menu = new Menu(model.groupTitle(group));
            menu.setId("drills-" + group);
            model.linesProperty().get().stream().filter(line -> group.equals(DrillGroups.of(line.name()))).forEach(line -> menu.getItems().add(item(line)));
            if (!menu.getItems().isEmpty()) {
                items.add(menu);
            }
        }
        MenuItem end = new MenuItem(words.of("drills.end-all"));
        end.setId("drills-end-all");
        end.setDisable(!model.isAnyOn());
        end.setOnAction(event -> model.endAll());
        items.add(new SeparatorMenuItem());
        items.add(end);
        if (!model.remarkProperty().get().isEmpty()) {
            items.addFirst(remark(model.remarkProperty().get()));
        }
        getItems().setAll(items);
    }

    private MenuItem item(DrillLine line) {
        MenuItem item;
        if (line.once()) {
            item = new MenuItem(words.of("drills.line", line.title(), line.does()));
        } else {
            CheckMenuItem check = new CheckMenuItem(words.of("drills.line", line.title(), line.does()));
            check.setSelected(line.on());
            item = check;
        }
        item.setId("drills-" + line.name());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.toggle(line));
        return item;
    }

    private static MenuItem remark(String text) {
        CustomMenuItem item = new CustomMenuItem(new Label(text), false);
        item.setId("drills-remark");
        return item;
    }
}
