package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.fx.UiThread;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

/** Whoever works by keys sees which row they act on, in rows that are well and in rows in trouble. */
@ExtendWith(FxExtension.class)
class FocusRingTest {
    /** The ring's colour in the light look, and that of the edge of a row in trouble. */
    private static final Color RING = Color.web("#0b5cb5");
    private static final Color DANGER = Color.web("#b8211b");
    @TempDir
    private Path folder;
    private TableView<?> table;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            GridRig rig = new GridRig(new UiThread());
            rig.live(List.of(Engines.running("a").build(), Engines.in("b", EngineStatus.DISCONNECTED).build(), Engines.running("c").build()));
            Parent page = rig.page(folder);
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(page), 1120, 400));
            new Theme(Optional.of(Look.LIGHT)).apply(stage.getScene());
            stage.show();
            table = (TableView<?>) page.lookup("#engines-table");
            rig.model.select("id-a");
        });
        Fx.await("the rows", 5, () -> table.isVisible());
        Fx.run(() -> {
            table.requestFocus();
            table.getScene().getWindow().requestFocus();
        });
        Fx.await("the focus", 5, () -> table.isFocused());
    }

    @Test
    void theRowThatLeadsHasARingAndNoOtherHas() {
        assertThat(colours(0)).contains(RING);
        assertThat(colours(1)).doesNotContain(RING);
        assertThat(colours(2)).doesNotContain(RING);
        assertThat(Fx.call(() -> ((Region) row(0).lookup(".chosen-mark")).getBackground().getFills().getFirst().getInsets())).as("what the mark of a chosen row leaves of it")
                .isEqualTo(new Insets(2, 2, 3, 2));
    }

    @Test
    void theRingGoesWithTheKeysAndLeavesTheEdgeOfARowInTrouble() {
        Keys.push(KeyCode.DOWN);

        assertThat(colours(0)).doesNotContain(RING);
        assertThat(colours(1)).contains(RING, DANGER);
    }

    @Test
    void aTableThatHasNotTheFocusHasNoRing() {
        Fx.run(() -> table.getScene().getRoot().lookup("#engines-filter").requestFocus());

        assertThat(colours(0)).doesNotContain(RING);
    }

    private List<Object> colours(int index) {
        return Fx.call(() -> {
            table.getScene().getRoot().applyCss();
            return row(index).getBackground().getFills().stream().<Object>map(fill -> fill.getFill()).toList();
        });
    }

    private TableRow<?> row(int index) {
        return table.lookupAll(".table-row-cell").stream().map(node -> (TableRow<?>) node).filter(one -> one.getIndex() == index).findFirst().orElseThrow();
    }
}
