package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
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
class EngineColumnsTest {
    /** What an operator decides by, in words and numbers that say something else when their end is missing. */
    private static final Set<String> WHOLE = Set.of("status", "name", "temperature", "price", "ends", "seen");
    @TempDir
    private Path folder;

    @Test
    void whichEngineItIsHowItIsAndWhenItWasSeenAreReadableInEveryWidth() {
        Stage stage = Fx.call(() -> {
            GridRig rig = new GridRig(new UiThread());
            rig.live(List.of(Engines.in("h100-west-2", EngineStatus.DISCONNECTED).cloud().endsIn(Duration.ofMinutes(8)).busy(1).build(),
                    Engines.in("h100-west-3", EngineStatus.RESTARTING).cloud().endsIn(Duration.ofHours(24)).build(), Engines.running("gpu-lon-01").busy(3).idle(1).build()));
            rig.pass(Duration.ofMinutes(14));
            Parent page = rig.page(folder);
            Stage made = new Stage();
            made.setScene(new Scene(page, 1120, 400));
            new Theme(Optional.of(Look.LIGHT)).apply(made.getScene());
            made.show();
            return made;
        });
        List<String> cut = new ArrayList<>();
        for (int width = 740; width <= 1000; width += 4) {
            int wide = width;
            cut.addAll(Fx.call(() -> cut(stage, wide)));
        }

        assertThat(cut).isEmpty();
    }

    private static List<String> cut(Stage stage, double width) {
        stage.setWidth(width);
        Parent root = stage.getScene().getRoot();
        root.applyCss();
        root.layout();
        TableView<?> table = (TableView<?>) root.lookup("#engines-table");
        List<String> cut = new ArrayList<>();
        for (TableCell<?, ?> cell : table.lookupAll(".table-cell").stream().filter(TableCell.class::isInstance).map(node -> (TableCell<?, ?>) node).toList()) {
            if (cell.getTableColumn() != null && WHOLE.contains(cell.getTableColumn().getId())) {
                cell.lookupAll(".label").stream().map(Labeled.class::cast).filter(label -> !label.getStyleClass().contains("engine-id")).filter(Labeled::isTextTruncated).forEach(label -> cut.add(table.getWidth() + ": " + label.getText()));
                if (cell.isTextTruncated()) {
                    cut.add(table.getWidth() + ": " + cell.getText());
                }
            }
        }
        return cut;
    }
}
