package sh.inference.console;

import java.util.List;

import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The mark of the application on its windows, in every size a desktop may ask for. FX thread. */
final class WindowIcons {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private WindowIcons() {
    }

    /** Reads in the background: no window waits for its icon. */
    static void put(Stage stage) {
        for (int size : SIZES) {
            String address = WindowIcons.class.getResource("icons/inference-console-" + size + ".png").toExternalForm();
            stage.getIcons().add(new Image(address, true));
        }
    }
}
