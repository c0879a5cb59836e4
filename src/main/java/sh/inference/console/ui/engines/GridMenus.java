package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import sh.inference.console.profile.SavedView;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ColumnLayout;
import sh.inference.console.ui.common.HoverText;
import sh.inference.console.ui.common.Icons;

/** The menus at the end of the filter bar: grouping, saved views, columns; and the line where a view gets its name. */
final class GridMenus {
    private final EnginesViewModel model;
    private final GridViews views;
    private final Messages messages;
    private final MenuButton group = new MenuButton();
    private final MenuButton saved = new MenuButton();
    private final MenuButton columns = new MenuButton();
    private final HBox nameLine;
    private final TextField name = new TextField();
    private Runnable focusBack = () -> { };

    /**
     * @param nameLine    where a view gets its name, hidden until it is needed
     * @param problemLine says why a view cannot be used
     */
    GridMenus(EnginesViewModel model, GridViews views, ColumnLayout<EngineRow> layout, HBox nameLine, HBox problemLine) {
        this.model = model;
        this.views = views;
        this.messages = model.words().messages();
        this.nameLine = nameLine;
        button(group, "engines-group", "engines.group");
        button(saved, "engines-views", "engines.views");
        button(columns, "engines-columns", "engines.columns");
        saved.setGraphic(Icons.of(Icons.VIEWS));
        columns.setGraphic(Icons.of(Icons.COLUMNS));
        columns.setText("");
        group.setOnShowing(event -> group.getItems().setAll(groups()));
        saved.setOnShowing(event -> saved.getItems().setAll(views()));
        columns.setOnShowing(event -> columns.getItems().setAll(layout.menu()));
        model.arrangement().groupProperty().subscribe(now -> group.setText(messages.of("engines.group.by", now.map(this::word).orElse(messages.of("engines.group.none")))));
        show(nameLine, false);
        show(problemLine, false);
        views.problemProperty().subscribe(text -> showProblem(problemLine, text));
    }

    List<MenuButton> buttons() {
        return List.of(group, saved, columns);
    }

    /** Opens the line that asks for the name of what is shown. */
    void askForName() {
        focusBack = saved::requestFocus;
        if (nameLine.getChildren().isEmpty()) {
            buildNameLine();
        }
        show(nameLine, true);
        name.clear();
        name.requestFocus();
    }

    private void button(MenuButton button, String id, String key) {
        button.setId(id);
        button.setText(messages.of(key));
        button.setAccessibleText(messages.of(key));
        HoverText.on(button, button::getAccessibleText);
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        button.getItems().add(new MenuItem());
    }

    private List<MenuItem> groups() {
        List<MenuItem> items = new ArrayList<>();
        items.add(group(Optional.empty(), messages.of("engines.group.none")));
        Arrays.stream(Facet.values()).forEach(facet -> items.add(group(Optional.of(facet), word(facet))));
        return items;
    }

    private MenuItem group(Optional<Facet> facet, String word) {
        RadioMenuItem item = new RadioMenuItem(word);
        item.setSelected(model.arrangement().groupProperty().get().equals(facet));
        item.setOnAction(event -> model.arrangement().groupBy(facet));
        return item;
    }

    private String word(Facet facet) {
        return messages.of("engines.facet." + facet.key());
    }

    private List<MenuItem> views() {
        List<MenuItem> items = new ArrayList<>();
        Menu remove = new Menu(messages.of("engines.views.remove"));
        for (SavedView view : views.all()) {
            items.add(item(view.name(), () -> views.apply(view)));
            remove.getItems().add(item(view.name(), () -> views.remove(view)));
        }
        if (items.isEmpty()) {
            MenuItem none = item(messages.of("engines.views.none"), () -> { });
            none.setDisable(true);
            items.add(none);
        }
        items.add(new SeparatorMenuItem());
        MenuItem save = item(messages.of("engines.views.save"), this::askForName);
        save.setId("engines-views-save");
        items.add(save);
        if (!remove.getItems().isEmpty()) {
            items.add(remove);
        }
        return items;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void buildNameLine() {
        Label label = new Label(messages.of("engines.views.name"));
        name.setId("engines-view-name");
        name.setPrefColumnCount(24);
        label.setLabelFor(name);
        Button keep = new Button(messages.of("engines.views.keep"));
        keep.setId("engines-view-keep");
        keep.disableProperty().bind(name.textProperty().map(String::isBlank));
        keep.setOnAction(event -> keep());
        Button cancel = new Button(messages.of("engines.views.cancel"));
        cancel.setOnAction(event -> close());
        name.setOnAction(event -> keep());
        nameLine.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        nameLine.getChildren().setAll(label, name, keep, cancel);
    }

    private void keep() {
        if (!name.getText().isBlank()) {
            views.save(name.getText());
            close();
        }
    }

    private void close() {
        show(nameLine, false);
        focusBack.run();
    }

    private void buildProblemLine(HBox line) {
        Label why = new Label();
        why.setId("engines-views-problem");
        why.setWrapText(true);
        why.setMinWidth(0);
        why.setGraphic(Icons.of(Icons.WARNING, "warn-icon"));
        why.textProperty().bind(views.problemProperty());
        HBox.setHgrow(why, javafx.scene.layout.Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        Button dismiss = new Button(messages.of("shell.dismiss"));
        dismiss.setOnAction(event -> views.dismissProblem());
        line.getChildren().setAll(why, dismiss);
    }

    private void showProblem(HBox line, String text) {
        if (!text.isEmpty() && line.getChildren().isEmpty()) {
            buildProblemLine(line);
        }
        show(line, !text.isEmpty());
    }

    private static void show(HBox line, boolean shown) {
        line.setVisible(shown);
        line.setManaged(shown);
    }
}
