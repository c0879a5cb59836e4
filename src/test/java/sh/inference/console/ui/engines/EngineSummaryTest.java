package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.fx.UiThread;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

@ExtendWith(FxExtension.class)
class EngineSummaryTest {
    /** In the picture and for a screen reader. */
    @Test
    void noNumberIsSaidBeforeTheEnginesWereRead(@TempDir Path folder) {
        GridRig rig = Fx.call(() -> new GridRig(new UiThread()));
        Scene scene = Fx.call(() -> new Scene(rig.page(folder), 1120, 700));
        assertThat(Fx.call(() -> said(scene))).containsExactly("\u2014", "All, \u2014");

        Fx.run(() -> rig.live(List.of()));
        Fx.await("none", 5, () -> said(scene).equals(List.of("0", "All, 0")));
    }

    private static List<String> said(Scene scene) {
        ToggleButton all = (ToggleButton) scene.lookup("#engines-chip-all");
        return List.of(((Label) all.getGraphic().lookup(".count")).getText(), all.getAccessibleText());
    }
}
