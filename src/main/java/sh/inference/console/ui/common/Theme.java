package sh.inference.console.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Dresses scenes in a {@link Look}: the system's, followed live, or a chosen one. FX thread only. */
public final class Theme {
    private static final PseudoClass COMFORTABLE = PseudoClass.getPseudoClass("comfortable");
    /** The size of body text in pixels, as in base.css. */
    private static final double BODY = 13;
    private static final Pattern PIXELS = Pattern.compile("(\\d+)px");
    private static final String ICONS = "/sh/inference/console/theme/icons.css";
    /** The scenes that are dressed, with the sheets that their views brought. */
    private final Map<Scene, List<String>> scenes = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper still = new ReadOnlyBooleanWrapper();
    private final InvalidationListener following = changed -> update();
    private Optional<Look> chosen;
    private int percent = 100;
    private boolean comfortable;

    /** @param chosen the look to show; empty follows the system */
    public Theme(Optional<Look> chosen) {
        this.chosen = chosen;
        look.subscribe(now -> dressAll());
        // The system's preferences live as long as the process: they must not keep every scene that was ever dressed.
        Platform.getPreferences().addListener(new WeakInvalidationListener(following));
        update();
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Shows a look from now on; empty follows the system again. */
    public void choose(Optional<Look> now) {
        chosen = now;
        update();
    }

    /** Whether the system asks for no motion. */
    public boolean isStill() {
        return still.get();
    }

    /** Whether the system asks for no motion, followed live. */
    public ReadOnlyBooleanProperty stillProperty() {
        return still.getReadOnlyProperty();
    }

    /** Enlarges all text, 100 to 200, and makes rows higher where that is wished. */
    public void size(int newPercent, boolean roomy) {
        percent = newPercent;
        comfortable = roomy;
        scenes.keySet().forEach(this::dress);
    }

    /**
     * Dresses a scene, now and at every change. The sheets that its views bring along are the scene's from now on: of a
     * parent's sheets JavaFX keeps a list of all nodes below it, which it searches for each of them.
     */
    public void apply(Scene scene) {
        // Not before: all that is made without a scene is made while they are being read.
        Fonts.load();
        scenes.put(scene, new ArrayList<>());
        show(scene, scene.getRoot());
    }

    /** Shows something else in a scene that is dressed. */
    public void show(Scene scene, Parent root) {
        List<String> brought = scenes.get(scene);
        take(root, brought);
        dress(scene);
        if (scene.getRoot() != root) {
            scene.setRoot(root);
            dress(scene);
        }
    }

    private static void take(Parent from, List<String> brought) {
        from.getStylesheets().stream().filter(sheet -> !brought.contains(sheet)).forEach(brought::add);
        from.getStylesheets().clear();
        from.getChildrenUnmodifiable().forEach(child -> {
            if (child instanceof Parent parent) {
                take(parent, brought);
            }
        });
    }

    /** Dresses a scene no more: its window is closed. */
    public void forget(Scene scene) {
        scenes.remove(scene);
    }

    private void update() {
        still.set(Platform.getPreferences().isReducedMotion());
        look.set(chosen.orElseGet(Theme::ofTheSystem));
    }

    private void dressAll() {
        if (look.get() != null) {
            Application.setUserAgentStylesheet(look.get().userAgentStylesheet());
            scenes.keySet().forEach(this::dress);
        }
    }

    /** Everything is measured in em of the root, so one rule enlarges all of it. */
    private void dress(Scene scene) {
        List<String> sheets = new ArrayList<>(look.get().stylesheets());
        if (percent == 100) {
            sheets.add(Theme.class.getResource(ICONS).toExternalForm());
        } else {
            // Icons are glyphs of fonts of their own and know no em of their surroundings: their pixels are enlarged instead.
            sheets.add(sheet(PIXELS.matcher(read(ICONS)).replaceAll(size -> Math.round(Integer.parseInt(size.group(1)) * percent / 100.0) + "px")));
            sheets.add(sheet(".root{-fx-font-size:" + BODY * percent / 100 + "px}"));
        }
        sheets.addAll(scenes.get(scene));
        if (!scene.getStylesheets().equals(sheets)) {
            // Whoever does this styles every node again.
            scene.getStylesheets().setAll(sheets);
        }
        scene.getRoot().pseudoClassStateChanged(COMFORTABLE, comfortable);
    }

    private static String sheet(String rules) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rules.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String file) {
        try (InputStream in = Theme.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    private static Look ofTheSystem() {
        Platform.Preferences system = Platform.getPreferences();
        boolean windows = Boolean.TRUE.equals(system.get("Windows.SPI.HighContrast"));
        boolean gtk = String.valueOf(system.get("GTK.theme_name")).startsWith("HighContrast");
        if (windows || gtk) {
            return Look.HIGH_CONTRAST;
        }
        return system.getColorScheme() == ColorScheme.DARK ? Look.DARK : Look.LIGHT;
    }
}
