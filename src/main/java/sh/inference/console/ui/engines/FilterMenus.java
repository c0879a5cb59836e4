package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.OverflowLine;

/** A menu for each facet with the values engines have and how many have them, counted whenever it opens. */
final class FilterMenus {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int MOST = 40;
    private static final List<Facet> ORDER = List.of(Facet.GPU, Facet.APP, Facet.VERSION, Facet.PROVIDER, Facet.REGION, Facet.DEADLINE, Facet.KIND, Facet.OUTDATED,
            Facet.VRAM, Facet.PRICE);
    private final EnginesViewModel model;
    private final Messages messages;
    private final Map<Facet, MenuButton> buttons = new LinkedHashMap<>();

    /** @param changed told whenever the filter is another */
    FilterMenus(EnginesViewModel model, HBox bar, Runnable changed) {
        this.model = model;
        this.messages = model.words().messages();
        OverflowLine line = new OverflowLine("engines-filter-more", n -> messages.of("engines.facet.more")).orNone();
        HBox.setHgrow(line, Priority.ALWAYS);
        bar.getChildren().add(line);
        List<OverflowLine.Part> parts = new ArrayList<>();
        for (Facet facet : ORDER) {
            Menu menu = new Menu(messages.of("engines.facet." + facet.key()));
            menu.getItems().add(new MenuItem());
            menu.setOnShowing(event -> menu.getItems().setAll(items(facet)));
            parts.add(new OverflowLine.Part(() -> button(facet), menu));
        }
        line.setParts(parts);
        model.filterProperty().subscribe(now -> {
            buttons.forEach((facet, button) -> show(facet, button, now));
            changed.run();
        });
    }

    private MenuButton button(Facet facet) {
        MenuButton button = new MenuButton();
        button.setId("engines-filter-" + facet.key());
        button.getItems().add(new MenuItem());
        button.setOnShowing(event -> button.getItems().setAll(items(facet)));
        buttons.put(facet, button);
        show(facet, button, model.filterProperty().get());
        return button;
    }

    private List<MenuItem> items(Facet facet) {
        List<MenuItem> items = new ArrayList<>();
        MenuItem any = new MenuItem(messages.of("engines.facet.all"));
        any.setOnAction(event -> model.setFilter(model.filterProperty().get().with(facet, Set.of())));
        items.add(any);
        items.add(new SeparatorMenuItem());
        Set<String> chosen = model.filterProperty().get().of(facet);
        Map<String, Integer> values = new LinkedHashMap<>();
        chosen.forEach(value -> values.put(value, 0));
        model.values(facet).entrySet().stream().limit(MOST).forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        values.forEach((value, count) -> {
            CheckMenuItem item = new CheckMenuItem(messages.of("engines.facet.value", model.facets().word(facet, value), messages.formats().number(count)));
            item.setMnemonicParsing(false);
            item.setSelected(chosen.contains(value));
            item.setOnAction(event -> model.toggle(facet, value));
            items.add(item);
        });
        return items;
    }

    private void show(Facet facet, MenuButton button, EngineFilter now) {
        Set<String> chosen = now.of(facet);
        String name = messages.of("engines.facet." + facet.key());
        String values = chosen.stream().map(value -> model.facets().word(facet, value)).sorted().collect(Collectors.joining(", "));
        button.setText(chosen.isEmpty() ? name : messages.of("engines.facet.some", name, chosen.size() == 1 ? values : chosen.size()));
        button.setAccessibleText(chosen.isEmpty() ? name : messages.of("engines.facet.some", name, values));
        button.pseudoClassStateChanged(CHOSEN, !chosen.isEmpty());
    }
}
