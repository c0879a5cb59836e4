package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.fx.UiThread;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

@ExtendWith(FxExtension.class)
class GroupCellTest {
    @Test
    void nothingIsLeftOfAGroupBelowTheLastRow(@TempDir Path folder) {
        GridRig rig = Fx.call(() -> new GridRig(new UiThread()));
        Scene scene = Fx.call(() -> {
            Scene made = new Scene(rig.page(folder), 1120, 700);
            new Theme(Optional.of(Look.DARK)).apply(made);
            Stage stage = new Stage();
            stage.setScene(made);
            stage.show();
            rig.live(List.of(Engines.running("a").build(), Engines.in("b", EngineStatus.DRAINING).build(), Engines.in("c", EngineStatus.STOPPED).build()));
            rig.model.arrangement().groupBy(Optional.of(Facet.STATUS));
            return made;
        });
        Fx.await("three groups", 5, () -> marked(scene).size() == 3);

        Fx.run(() -> ((TextField) scene.lookup("#engines-filter")).setText("b"));
        Fx.await("one of them", 5, () -> rig.model.rows().size() == 1);
        Fx.run(() -> scene.getRoot().layout());
        assertThat(Fx.call(() -> marked(scene).stream().map(TableCell::getText).toList())).containsExactly("Draining · 1");
    }

    /** The cells that have a line above. */
    private static List<TableCell<?, ?>> marked(Scene scene) {
        return scene.getRoot().lookupAll(".group-cell").stream().<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getBorder() != null && cell.getBorder().getStrokes().stream().anyMatch(stroke -> !stroke.getTopStroke().equals(Color.TRANSPARENT))).toList();
    }
}
