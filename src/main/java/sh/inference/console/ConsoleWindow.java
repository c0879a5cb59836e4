package sh.inference.console;

import java.net.URI;
import java.util.function.Consumer;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import sh.inference.console.ui.common.Theme;

/** A window of the console on the screen. FX thread. */
final class ConsoleWindow implements Sessions.Place {
    private final Stage stage;
    private final Theme theme;
    private final Consumer<URI> browser;
    private final double width;
    private final double height;

    /**
     * @param browser shows a page of the web
     * @param width   of what is inside, until somebody changes it
     * @param height  likewise
     */
    ConsoleWindow(Stage stage, Theme theme, Consumer<URI> browser, double width, double height) {
        this.stage = stage;
        this.theme = theme;
        this.browser = browser;
        this.width = width;
        this.height = height;
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
    }

    Stage stage() {
        return stage;
    }

    @Override
    public void show(Wiring wiring) {
        if (stage.getScene() == null) {
            // Dressed while it is empty: nodes that come into a scene are styled at once, and again at each change of its sheets.
            Scene scene = new Scene(new Region(), width, height);
            theme.apply(scene);
            stage.setScene(scene);
        }
        theme.show(stage.getScene(), wiring.root());
        wiring.dress(theme);
        wiring.browseWith(browser);
        stage.titleProperty().bind(wiring.shell().titleProperty());
    }
}
