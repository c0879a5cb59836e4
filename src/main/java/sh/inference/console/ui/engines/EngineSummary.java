package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Figure;
import sh.inference.console.ui.common.HoverText;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.OverflowLine;
import sh.inference.console.ui.common.StatusMark;

/** The line of counts per status, each a filter, and below it the engines somebody should look at. */
final class EngineSummary {
    private static final int MOST = 20;
    private final EnginesViewModel model;
    private final Messages messages;
    private final FlowPane chips;
    private final HBox attention;
    private final OverflowLine line;
    private final Consumer<String> reveal;

    /** @param reveal shows an engine by its id */
    EngineSummary(EnginesViewModel model, FlowPane chips, HBox attention, Consumer<String> reveal) {
        this.model = model;
        this.messages = model.words().messages();
        this.chips = chips;
        this.attention = attention;
        this.reveal = reveal;
        this.line = new OverflowLine("engines-attention-more", n -> messages.of("engines.attention.more", n + Math.max(0, model.attention().size() - MOST)));
        HBox.setHgrow(line, Priority.ALWAYS);
        attention.getChildren().add(line);
        chips.widthProperty().subscribe(width -> fitChips());
        // Words that became larger wrap into a second line first.
        chips.heightProperty().subscribe(height -> fitChips());
        model.chips().addListener((InvalidationListener) changed -> showChips());
        model.attention().addListener((InvalidationListener) changed -> showAttention());
        showChips();
        showAttention();
    }

    private void showChips() {
        boolean sameKinds = chips.getChildren().size() == model.chips().size();
        for (int i = 0; sameKinds && i < model.chips().size(); i++) {
            sameKinds = chips.getChildren().get(i).getUserData().equals(key(model.chips().get(i)));
        }
        if (!sameKinds) {
            chips.getChildren().setAll(model.chips().stream().map(this::chip).toList());
        }
        boolean longer = !sameKinds;
        for (int i = 0; i < model.chips().size(); i++) {
            longer |= update((ToggleButton) chips.getChildren().get(i), model.chips().get(i));
        }
        if (longer) {
            fitChips();
        }
    }

    /** Where the words of all chips do not fit into one line, some have icon and count alone and their word in the tooltip: what must be noticed keeps it longest. */
    private void fitChips() {
        for (int least = 0; least <= 3; least++) {
            showWords(least);
            chips.applyCss();
            double wanted = chips.getInsets().getLeft() + chips.getInsets().getRight();
            for (Node chip : chips.getChildren()) {
                wanted += chip.prefWidth(-1) + chips.getHgap();
            }
            if (wanted <= chips.getWidth() || chips.getWidth() <= 0) {
                return;
            }
        }
    }

    private void showWords(int least) {
        for (int i = 0; i < chips.getChildren().size(); i++) {
            if (((HBox) ((ToggleButton) chips.getChildren().get(i)).getGraphic()).getChildren().getFirst() instanceof StatusMark mark) {
                mark.setContentDisplay(loudness(model.chips().get(i)) >= least ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
            }
        }
    }

    private static int loudness(SummaryChip chip) {
        return chip.ofWorkers() ? 0 : chip.value().equals("disconnected") || chip.value().equals("unknown") ? 2 : 1;
    }

    private ToggleButton chip(SummaryChip count) {
        Label number = new Figure();
        number.getStyleClass().add("count");
        HBox content = new HBox(mark(count), number);
        content.getStyleClass().add("chip-content");
        ToggleButton chip = new ToggleButton();
        chip.setId("engines-chip-" + (count.value().isEmpty() ? "all" : count.value().equals("unknown") ? "unknown" : count.value()));
        chip.setUserData(key(count));
        chip.setGraphic(content);
        chip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        HoverText.on(chip, chip::getAccessibleText);
        chip.pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"), count.value().equals("disconnected"));
        chip.pseudoClassStateChanged(PseudoClass.getPseudoClass("unknown"), count.value().equals("unknown"));
        chip.setOnAction(event -> {
            model.chooseOnly(count.facet(), count.value());
            showChips();
        });
        return chip;
    }

    private Node mark(SummaryChip count) {
        if (count.look() == null) {
            Label all = new Label(messages.of("engines.all"));
            all.getStyleClass().add("all");
            return all;
        }
        StatusMark mark = new StatusMark(count.look(), messages);
        if (count.ofWorkers()) {
            Region tile = new Region();
            tile.getStyleClass().addAll("worker-mark", count.value());
            mark.setGraphic(tile);
        }
        return mark;
    }

    private static String key(SummaryChip count) {
        return count.facet().key() + " " + count.value();
    }

    /** @return whether the count needs more or less room than before */
    private boolean update(ToggleButton chip, SummaryChip count) {
        Label number = (Label) ((HBox) chip.getGraphic()).getChildren().getLast();
        String text = count.count().isPresent() ? messages.formats().number(count.count().getAsInt()) : Formats.UNKNOWN;
        boolean longer = text.length() != number.getText().length();
        chip.setSelected(count.chosen());
        if (!text.equals(number.getText())) {
            number.setText(text);
            String word = count.look() == null ? messages.of("engines.all") : messages.of(count.look().word());
            chip.setAccessibleText(messages.of(count.ofWorkers() ? "engines.chip.workers" : "engines.chip", word, text));
        }
        return longer;
    }

    private void showAttention() {
        int n = model.attention().size();
        attention.setVisible(n > 0);
        attention.setManaged(n > 0);
        if (n == 0) {
            return;
        }
        Label headline = new Label(n == 1 ? messages.of("engines.attention.one") : messages.of("engines.attention.many", n));
        headline.getStyleClass().add("headline");
        headline.setGraphic(Icons.of(Icons.ERROR, "danger-icon"));
        List<OverflowLine.Part> parts = new ArrayList<>();
        parts.add(new OverflowLine.Part(() -> headline, new MenuItem()));
        model.attention().stream().limit(MOST).forEach(item -> {
            parts.add(part(item));
            if (item.ending()) {
                parts.add(extension(item));
            }
        });
        line.setParts(parts);
    }

    private OverflowLine.Part part(AttentionItem item) {
        MenuItem choice = new MenuItem(item.name() + " " + item.why());
        choice.setMnemonicParsing(false);
        choice.setOnAction(event -> reveal.accept(item.id()));
        return new OverflowLine.Part(() -> button(item), choice);
    }

    /** What an engine that is about to delete itself needs is one step away. */
    private OverflowLine.Part extension(AttentionItem item) {
        String words = messages.of("engines.attention.extend", item.name());
        MenuItem choice = new MenuItem(words);
        choice.setMnemonicParsing(false);
        choice.setOnAction(event -> model.requestExtension(item.id()));
        return new OverflowLine.Part(() -> extensionButton(item, words), choice, false);
    }

    private Button extensionButton(AttentionItem item, String words) {
        Button button = new Button(messages.of("engine.verb.asks", messages.of("verb.extend")), Icons.of(Icons.EXTEND));
        button.setId("engines-attention-extend");
        button.getStyleClass().add("quiet");
        button.setAccessibleText(words);
        button.setOnAction(event -> model.requestExtension(item.id()));
        return button;
    }

    private Button button(AttentionItem item) {
        Label who = new Label(item.name());
        who.getStyleClass().add("who");
        Label why = new Label(item.why());
        why.getStyleClass().add("why");
        HBox words = new HBox(who, why);
        words.getStyleClass().add("attention-item");
        Button button = new Button();
        button.getStyleClass().add("quiet");
        button.setGraphic(words);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(item.name() + " " + item.why());
        button.setOnAction(event -> reveal.accept(item.id()));
        return button;
    }
}
