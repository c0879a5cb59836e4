package sh.inference.console.ui.engines;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.StatusMark;

/** The line of counts per status, each a filter, and below it the engines somebody should look at. */
final class EngineSummary {
    private static final int MOST = 4;
    private final EnginesViewModel model;
    private final Messages messages;
    private final HBox chips;
    private final HBox attention;
    private final Consumer<String> reveal;

    /** @param reveal shows an engine by its id */
    EngineSummary(EnginesViewModel model, HBox chips, HBox attention, Consumer<String> reveal) {
        this.model = model;
        this.messages = model.words().messages();
        this.chips = chips;
        this.attention = attention;
        this.reveal = reveal;
        model.chips().addListener((InvalidationListener) changed -> showChips());
        model.attention().addListener((InvalidationListener) changed -> showAttention());
        showChips();
        showAttention();
    }

    private void showChips() {
        boolean sameKinds = chips.getChildren().size() == model.chips().size();
        for (int i = 0; sameKinds && i < model.chips().size(); i++) {
            sameKinds = chips.getChildren().get(i).getUserData().equals(model.chips().get(i).status());
        }
        if (!sameKinds) {
            chips.getChildren().setAll(model.chips().stream().map(this::chip).toList());
        }
        for (int i = 0; i < model.chips().size(); i++) {
            update((ToggleButton) chips.getChildren().get(i), model.chips().get(i));
        }
    }

    private ToggleButton chip(StatusCount count) {
        Label number = new Label();
        number.getStyleClass().add("count");
        Label word = new Label(messages.of("engines.all"));
        word.getStyleClass().add("all");
        HBox content = new HBox(count.look() == null ? word : new StatusMark(count.look(), messages), number);
        content.getStyleClass().add("chip-content");
        ToggleButton chip = new ToggleButton();
        chip.setId("engines-chip-" + count.status().map(status -> status.name().toLowerCase(Locale.ROOT)).orElse("all"));
        chip.setUserData(count.status());
        chip.setGraphic(content);
        chip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        chip.pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"), count.status().filter(status -> status == EngineStatus.DISCONNECTED).isPresent());
        chip.pseudoClassStateChanged(PseudoClass.getPseudoClass("unknown"), count.status().filter(status -> status == EngineStatus.UNKNOWN).isPresent());
        chip.setOnAction(event -> {
            Optional<EngineStatus> status = count.status();
            // Pressing the chosen one again shows all.
            model.setFilterStatus(status.equals(model.filterStatus()) ? Optional.empty() : status);
            showChips();
        });
        return chip;
    }

    private void update(ToggleButton chip, StatusCount count) {
        Label number = (Label) ((HBox) chip.getGraphic()).getChildren().getLast();
        number.setText(messages.formats().number(count.count()));
        chip.setSelected(count.status().equals(model.filterStatus()));
        String word = count.look() == null ? messages.of("engines.all") : messages.of(count.look().word());
        chip.setAccessibleText(messages.of("engines.chip", word, count.count()));
    }

    private void showAttention() {
        int n = model.attention().size();
        attention.setVisible(n > 0);
        attention.setManaged(n > 0);
        attention.getChildren().clear();
        if (n == 0) {
            return;
        }
        Label headline = new Label(n == 1 ? messages.of("engines.attention.one") : messages.of("engines.attention.many", n));
        headline.getStyleClass().add("headline");
        headline.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        headline.setGraphic(Icons.of(Icons.ERROR, "danger-icon"));
        attention.getChildren().add(headline);
        model.attention().stream().limit(MOST).map(this::item).forEach(attention.getChildren()::add);
        if (n > MOST) {
            Label more = new Label(messages.of("engines.attention.more", n - MOST));
            more.getStyleClass().add("why");
            attention.getChildren().add(more);
        }
    }

    private Button item(AttentionItem item) {
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
