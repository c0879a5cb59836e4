package sh.inference.console.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Dresses scenes in a {@link Look}: the system's, followed live, or a chosen one. FX thread only. */
public final class Theme {
    private static final PseudoClass COMFORTABLE = PseudoClass.getPseudoClass("comfortable");
    /** The size of body text in pixels, as in base.css. */
    private static final double BODY = 13;
    private static final Pattern PIXELS = Pattern.compile("(\\d+)px");
    private static final String ICONS = read("icons.css");
    private final List<Scene> scenes = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>();
    private Optional<Look> chosen;
    private int percent = 100;
    private boolean comfortable;

    /** @param chosen the look to show; empty follows the system */
    public Theme(Optional<Look> chosen) {
        this.chosen = chosen;
        Fonts.load();
        look.subscribe(now -> dressAll());
        Platform.getPreferences().addListener((javafx.beans.InvalidationListener) changed -> update());
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
        return Platform.getPreferences().isReducedMotion();
    }

    /** Enlarges all text, 100 to 200, and makes rows higher where that is wished. */
    public void size(int newPercent, boolean roomy) {
        percent = newPercent;
        comfortable = roomy;
        scenes.forEach(this::dress);
    }

    /** Dresses a scene, now and at every change. */
    public void apply(Scene scene) {
        scenes.add(scene);
        dress(scene);
    }

    /** Dresses a scene no more: its window is closed. */
    public void forget(Scene scene) {
        scenes.remove(scene);
    }

    private void update() {
        look.set(chosen.orElseGet(Theme::ofTheSystem));
    }

    private void dressAll() {
        if (look.get() != null) {
            Application.setUserAgentStylesheet(look.get().userAgentStylesheet());
            scenes.forEach(this::dress);
        }
    }

    /** Everything is measured in em of the root, so one rule enlarges all of it. */
    private void dress(Scene scene) {
        List<String> sheets = new ArrayList<>(look.get().stylesheets());
        // Icons are glyphs of fonts of their own and know no em of their surroundings: their pixels are enlarged instead.
        sheets.add(sheet(PIXELS.matcher(ICONS).replaceAll(size -> Math.round(Integer.parseInt(size.group(1)) * percent / 100.0) + "px")));
        if (percent != 100) {
            sheets.add(sheet(".root{-fx-font-size:" + BODY * percent / 100 + "px}"));
        }
        scene.getStylesheets().setAll(sheets);
        scene.getRoot().pseudoClassStateChanged(COMFORTABLE, comfortable);
    }

    private static String sheet(String rules) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rules.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String file) {
        try (InputStream in = Theme.class.getResourceAsStream("/sh/inference/console/theme/" + file)) {
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
