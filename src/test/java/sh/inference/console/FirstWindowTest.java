package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.state.EngineEntry;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.ui.engines.EngineRow;

/** The window the console started with is a window like the others. */
@ExtendWith(FxExtension.class)
class FirstWindowTest {
    @TempDir
    private Path folder;

    @Test
    void itMayCloseAndRestWhileAnotherOneGoesOn() {
        try (StartedConsole console = new StartedConsole(folder, "--sandbox")) {
            console.awaitEngines(24);
            List<Window> before = Fx.call(() -> List.copyOf(Window.getWindows()));
            Fx.run(() -> console.node("engines-table").requestFocus());
            Keys.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            Fx.await("a second window", 15, () -> further(before).stream().anyMatch(stage -> !entries(stage.getScene()).isEmpty()));
            Stage second = Fx.call(() -> further(before).getFirst());
            Scene first = Fx.call(console::scene);
            Fx.run(() -> first.getWindow().hide());
            List<EngineEntry> left = Fx.call(() -> entries(first));
            List<EngineEntry> shown = Fx.call(() -> entries(second.getScene()));
            Fx.await("news in the window that is open", 20, () -> !entries(second.getScene()).equals(shown));
            assertThat(Fx.call(() -> entries(first))).isEqualTo(left);
            Fx.run(second::hide);
        }
    }

    private static List<Stage> further(List<Window> before) {
        return Window.getWindows().stream().filter(window -> window instanceof Stage && !before.contains(window)).map(Stage.class::cast).toList();
    }

    private static List<EngineEntry> entries(Scene scene) {
        return scene != null && scene.lookup("#engines-table") instanceof TableView<?> table ? table.getItems().stream().map(row -> ((EngineRow) row).entry()).toList() : List.of();
    }
}
