package sh.inference.console.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import sh.inference.console.profile.ProfileKind;
import sh.inference.console.settings.Settings;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.ModalLayer;

/** The dialog of settings. It shows what is in force and hands every wish to its view model. */
public final class SettingsView {
    private final SettingsViewModel model;
    private final Messages words;
    private final ModalLayer layer;
    private final List<Runnable> shown = new ArrayList<>();
    @FXML private VBox root;
    @FXML private VBox body;
    @FXML private FlowPane theme;
    @FXML private FlowPane density;
    @FXML private FlowPane size;
    @FXML private CheckBox still;
    @FXML private FlowPane language;
    @FXML private Label soonLabel;
    @FXML private Label urgentLabel;
    @FXML private Label warmLabel;
    @FXML private Label stuckLabel;
    @FXML private Label dollarsLabel;
    @FXML private Label hoursLabel;
    @FXML private TextField stuck;
    @FXML private TextField dollars;
    @FXML private TextField hours;
    @FXML private TextField soon;
    @FXML private TextField urgent;
    @FXML private TextField warm;
    @FXML private VBox strict;
    @FXML private CheckBox bareKeys;
    @FXML private CheckBox releases;
    @FXML private VBox keys;
    @FXML private Label remark;
    @FXML private Button close;

    public SettingsView(SettingsViewModel model, ModalLayer layer) {
        this.model = model;
        this.words = model.words();
        this.layer = layer;
    }

    /** Shows the dialog; does nothing while another is open. */
    public void show() {
        if (!layer.isShowing()) {
            if (keys.getChildren().isEmpty()) {
                model.actions().forEach(action -> keys.getChildren().add(new KeyLine(model, action)));
            }
            refresh();
            layer.show(root, this::close);
            close.requestFocus();
        }
    }

    @FXML
    private void initialize() {
        choices(theme, "theme", List.of(Settings.ThemeChoice.values()), Settings::theme, model::theme, choice -> words.of("settings.theme." + key(choice)));
        choices(density, "density", List.of(Settings.Density.values()), Settings::density, model::density, choice -> words.of("settings.density." + key(choice)));
        choices(size, "size", Settings.SIZES, Settings::textPercent, model::textPercent, percent -> words.of("settings.percent", percent));
        choices(language, "language", model.languages(), Settings::language, model::language, this::languageName);
        check(still, Settings::still, model::still);
        check(bareKeys, Settings::bareKeys, model::bareKeys);
        check(releases, Settings::releases, model::releases);
        for (ProfileKind kind : ProfileKind.values()) {
            CheckBox box = new CheckBox(words.of("settings.ask." + kind.name().toLowerCase(Locale.ROOT)));
            box.setId("settings-ask-" + kind.name().toLowerCase(Locale.ROOT));
            box.setDisable(kind == ProfileKind.PRODUCTION);
            check(box, now -> now.strict().contains(kind), wanted -> model.strict(kind, wanted));
            strict.getChildren().add(box);
        }
        soonLabel.setLabelFor(soon);
        urgentLabel.setLabelFor(urgent);
        warmLabel.setLabelFor(warm);
        stuckLabel.setLabelFor(stuck);
        dollarsLabel.setLabelFor(dollars);
        hoursLabel.setLabelFor(hours);
        take(this::takeThresholds, soon, urgent, warm);
        take(this::takeLimits, stuck, dollars, hours);
        shown.add(() -> {
            soon.setText(String.valueOf(model.now().thresholds().soonMinutes()));
            urgent.setText(String.valueOf(model.now().thresholds().urgentMinutes()));
            warm.setText(String.valueOf(model.now().thresholds().warmCelsius()));
            stuck.setText(String.valueOf(model.now().limits().stuckMinutes()));
            dollars.setText(String.valueOf(model.now().limits().askDollars()));
            hours.setText(String.valueOf(model.now().limits().askHours()));
        });
        lock("theme", theme);
        lock("density", density);
        lock("text_percent", size);
        lock("still", still);
        lock("language", language);
        lock("thresholds", soon, urgent, warm);
        lock("limits", stuck, dollars, hours);
        lock("strict", strict);
        lock("read_releases", releases);
        lock("bare_keys", bareKeys);
        lock("keys", keys);
        remark.textProperty().bind(model.remarkProperty());
        remark.visibleProperty().bind(model.remarkProperty().isNotEmpty());
        remark.managedProperty().bind(remark.visibleProperty());
        model.nowProperty().subscribe(now -> refresh());
    }

    /** A setting that an administrator decided is shown as it is, with the reason below. */
    private void lock(String name, Node... controls) {
        String why = model.whyLocked(name);
        if (!why.isEmpty()) {
            List.of(controls).forEach(control -> control.setDisable(true));
            Label reason = new Label(why, Icons.of(Icons.LOCKED, "small-icon"));
            reason.setId("settings-locked-" + name.replace('_', '-'));
            reason.getStyleClass().addAll("small", "muted");
            reason.setWrapText(true);
            Node last = controls[controls.length - 1];
            while (last.getParent() != body) {
                last = last.getParent();
            }
            body.getChildren().add(body.getChildren().indexOf(last) + 1, reason);
        }
    }

    private <T> void choices(FlowPane pane, String what, List<T> all, Function<Settings, T> now, Consumer<T> choose, Function<T, String> word) {
        for (T one : all) {
            ToggleButton button = new ToggleButton(word.apply(one));
            button.setId("settings-" + what + "-" + (one instanceof Enum<?> constant ? key(constant) : one.toString().isEmpty() ? "system" : one));
            button.setOnAction(event -> {
                choose.accept(one);
                refresh();
            });
            pane.getChildren().add(button);
            shown.add(() -> button.setSelected(now.apply(model.now()).equals(one)));
        }
    }

    private void check(CheckBox box, Function<Settings, Boolean> now, Consumer<Boolean> choose) {
        box.setOnAction(event -> choose.accept(box.isSelected()));
        shown.add(() -> box.setSelected(now.apply(model.now())));
    }

    private void takeThresholds() {
        model.thresholds(soon.getText(), urgent.getText(), warm.getText());
    }

    private void takeLimits() {
        model.limits(stuck.getText(), dollars.getText(), hours.getText());
    }

    /** What was typed counts with Enter, and when the field is left. */
    private static void take(Runnable typed, TextField... fields) {
        for (TextField field : fields) {
            field.setOnAction(event -> typed.run());
            field.focusedProperty().subscribe((before, now) -> {
                if (before && !now) {
                    typed.run();
                }
            });
        }
    }

    private void refresh() {
        shown.forEach(Runnable::run);
        keys.getChildren().forEach(line -> ((KeyLine) line).refresh());
    }

    private String languageName(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.isEmpty() ? words.of("settings.language.system") : locale.getDisplayLanguage(locale);
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @FXML
    private void reset() {
        model.reset();
    }

    @FXML
    private void close() {
        takeThresholds();
        layer.close(root);
    }
}
