package sh.inference.console.ui.settings;

import java.util.List;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import sh.inference.console.ui.common.Action;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Shortcuts;

/** An action and its keys. Pressing the button listens for the next key; Esc leaves everything as it was. */
final class KeyLine extends HBox {
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");
    private final SettingsViewModel model;
    private final Action action;
    private final Button key = new Button();
    private final Button back = new Button();
    private boolean recording;

    KeyLine(SettingsViewModel model, Action action) {
        this.model = model;
        this.action = action;
        Label what = new Label(model.words().of(action.label()));
        what.setWrapText(true);
        what.setMaxWidth(Double.MAX_VALUE);
        setHgrow(what, Priority.ALWAYS);
        key.setId("settings-key-" + action.id());
        key.setMinWidth(USE_PREF_SIZE);
        key.setOnAction(event -> record(true));
        key.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        key.focusedProperty().subscribe((before, now) -> record(recording && now));
        String undo = model.words().of("settings.keys.back");
        back.setGraphic(Icons.of(Icons.RESTART, "small-icon"));
        back.setTooltip(new Tooltip(undo));
        back.setAccessibleText(undo);
        back.getStyleClass().add("quiet");
        back.setOnAction(event -> model.resetKey(action));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("settings-line");
        getChildren().addAll(what, key, back);
    }

    void refresh() {
        List<String> keys = model.keys(action);
        String shown = String.join(", ", keys.stream().map(Shortcuts::shown).toList());
        key.setText(recording ? model.words().of("settings.keys.press") : shown.isEmpty() ? model.words().of("settings.keys.none") : shown);
        key.setAccessibleText(model.words().of("settings.keys.of", action.label(), shown));
        back.setDisable(keys.equals(action.keys()));
    }

    private void record(boolean now) {
        recording = now;
        key.pseudoClassStateChanged(RECORDING, now);
        refresh();
    }

    private void onKey(KeyEvent event) {
        if (!recording || event.getCode() == KeyCode.TAB) {
            return;
        }
        event.consume();
        if (event.getCode() == KeyCode.ESCAPE) {
            record(false);
        } else {
            Shortcuts.read(event).ifPresent(pressed -> {
                record(false);
                model.key(action, pressed);
                refresh();
            });
        }
    }
}
