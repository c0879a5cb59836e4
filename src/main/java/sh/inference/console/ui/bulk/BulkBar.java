package sh.inference.console.ui.bulk;

import java.util.ArrayList;
import java.util.List;

import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

import sh.inference.console.ops.Verb;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.Icons;

/** The bar over the grid while two engines or more are selected. */
public final class BulkBar extends FlowPane {
    private static final double APART = 18;
    private final BulkBarViewModel model;
    private final Messages words;
    private final Label count = new Label();

    public BulkBar(BulkBarViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        setId("bulk-bar");
        getStyleClass().addAll("bulk-bar", "line-below");
        getStylesheets().add(BulkBar.class.getResource("/sh/inference/console/ui/bulk/bulk.css").toExternalForm());
        setAccessibleText(words.of("bulk.bar.said"));
        count.setId("bulk-count");
        count.getStyleClass().add("medium");
        visibleProperty().bind(model.selectedProperty().greaterThan(1));
        managedProperty().bind(visibleProperty());
        model.selectedProperty().subscribe(n -> count.setText(words.of("bulk.bar", n.intValue())));
        model.offers().addListener((ListChangeListener<BulkBarViewModel.Offer>) change -> show());
        show();
    }

    /** The same as items of a menu, with the same words and reasons. */
    public List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (BulkBarViewModel.Offer offer : model.offers()) {
            if (offer.verb() == Verb.STOP) {
                items.add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(offer.whyNot().orElse(offer.words()), Icons.of(EngineVerbs.icon(offer.verb())));
            item.setId("engines-menu-bulk-" + offer.verb().key());
            item.setMnemonicParsing(false);
            item.setDisable(offer.whyNot().isPresent());
            item.setOnAction(event -> model.request(offer.verb()));
            items.add(item);
        }
        return items;
    }

    private void show() {
        getChildren().setAll(count);
        for (BulkBarViewModel.Offer offer : model.offers()) {
            if (offer.verb() == Verb.STOP) {
                Separator apart = new Separator(Orientation.VERTICAL);
                apart.setPrefHeight(APART);
                getChildren().add(apart);
            }
            Button button = new Button(offer.words(), Icons.of(EngineVerbs.icon(offer.verb())));
            button.setId("bulk-" + offer.verb().key());
            button.setOnAction(event -> model.request(offer.verb()));
            button.setDisable(offer.whyNot().isPresent());
            // A disabled button shows no tooltip of its own: its frame does.
            StackPane frame = new StackPane(button);
            offer.whyNot().ifPresent(why -> {
                Tooltip.install(frame, new Tooltip(why));
                button.setAccessibleHelp(why);
            });
            getChildren().add(frame);
        }
    }
}
