package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import sh.inference.console.fx.UiThread;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

@ExtendWith(FxExtension.class)
class EntryCellTest {
    private final FxRobot robot = new FxRobot();
    @TempDir
    private Path folder;
    private Scene scene;

    @Test
    void aCellTellsMoreToThePointerAndToAScreenReader() {
        Fx.run(() -> {
            GridRig rig = new GridRig(new UiThread());
            Parent page = rig.page(folder);
            scene = new Scene(page, 1120, 700);
            new Theme(Optional.of(Look.DARK)).apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            rig.live(List.of(Engines.running("a").busy(2).idle(1).build()));
        });
        Fx.await("the row", 5, () -> workers().isPresent());
        TableCell<?, ?> cell = Fx.call(() -> workers().orElseThrow());
        robot.moveTo(cell);
        Fx.await("the tooltip", 5, () -> robot.listWindows().stream().anyMatch(window -> window instanceof Tooltip tip && tip.isShowing() && tip.getText().lines().count() == 3));
        assertThat(Fx.call(() -> cell.queryAccessibleAttribute(AccessibleAttribute.HELP)).toString().lines()).hasSize(3);
    }

    private Optional<TableCell<?, ?>> workers() {
        return scene.getRoot().lookupAll(".table-cell").stream().filter(node -> node instanceof TableCell<?, ?> cell && !cell.isEmpty() && cell.getTableColumn().getId().equals("workers"))
                .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node).findFirst();
    }
}
