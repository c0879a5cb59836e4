package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.fx.UiThread;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

/** The mark of the chosen rows, which the table's own states have no part in. */
@ExtendWith(FxExtension.class)
class ChosenMarkTest {
    @TempDir
    private Path folder;
    private GridRig rig;
    private Scene scene;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            rig = new GridRig(new UiThread());
            Parent page = rig.page(folder);
            scene = new Scene(page, 1120, 500);
            new Theme(Optional.of(Look.DARK)).apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            rig.live(IntStream.range(0, 200).mapToObj(n -> Engines.running("gpu-%03d".formatted(n)).busy(1).build()).toList());
        });
        Fx.await("the rows", 5, () -> table().isVisible() && flow().getFirstVisibleCell() != null);
    }

    @Test
    void theChosenRowsAreMarkedAndNoOthers() {
        assertThat(marked()).isEmpty();
        Fx.run(() -> rig.model.select("id-gpu-002"));
        assertThat(marked()).containsExactly("id-gpu-002");
        Fx.run(() -> rig.model.selectThrough("id-gpu-004", false));
        assertThat(marked()).containsExactly("id-gpu-002", "id-gpu-003", "id-gpu-004");
        Fx.run(() -> rig.model.selection().toggle("id-gpu-003"));
        assertThat(marked()).containsExactly("id-gpu-002", "id-gpu-004");
        Fx.run(() -> rig.model.select("id-gpu-001"));
        assertThat(marked()).containsExactly("id-gpu-001");
    }

    @Test
    void aRowThatShowsAnotherEngineTakesItsMark() {
        Fx.run(() -> {
            rig.model.select("id-gpu-002");
            rig.model.selection().toggle("id-gpu-105");
        });
        assertThat(marked()).containsExactly("id-gpu-002");
        scroll(50);
        assertThat(marked()).as("where none is chosen").isEmpty();
        scroll(100);
        assertThat(marked()).as("chosen while it was out of sight").containsExactly("id-gpu-105");
        Fx.run(() -> rig.model.selection().toggle("id-gpu-002"));
        scroll(0);
        assertThat(marked()).as("let go while it was out of sight").isEmpty();
    }

    @Test
    void theMarkFollowsItsEngineWhenTheRowsChangePlaces() {
        Fx.run(() -> {
            rig.model.select("id-gpu-110");
            rig.model.setFilterText("gpu-11");
        });
        assertThat(marked()).containsExactly("id-gpu-110");
        Fx.run(() -> rig.model.setFilterText("gpu-12"));
        assertThat(marked()).isEmpty();
        Fx.run(() -> rig.model.setFilterText("gpu-1"));
        assertThat(marked()).containsExactly("id-gpu-110");
    }

    @Test
    void theMarkStaysWhenTheColumnsAreMadeAnew() {
        Fx.run(() -> {
            rig.model.select("id-gpu-002");
            table().getColumns().getLast().setVisible(false);
        });
        assertThat(marked()).containsExactly("id-gpu-002");
    }

    private void scroll(int row) {
        Fx.run(() -> table().scrollTo(row));
        Fx.settle();
    }

    /** The engines in sight whose row can be seen to be chosen: behind its cells lies a mark that has a colour and is as large as the row. */
    private List<String> marked() {
        return Fx.call(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            List<String> marked = new ArrayList<>();
            for (int at = flow().getFirstVisibleCell().getIndex(); at <= Math.min(flow().getLastVisibleCell().getIndex(), table().getItems().size() - 1); at++) {
                TableRow<?> row = (TableRow<?>) flow().getCell(at);
                if (row.getChildrenUnmodifiable().getFirst() instanceof Region mark && mark.getStyleClass().contains("chosen-mark") && mark.isVisible()
                        && !Background.EMPTY.equals(mark.getBackground()) && mark.getBackground() != null && mark.getWidth() == row.getWidth() && mark.getHeight() == row.getHeight()) {
                    marked.add(((EngineRow) row.getItem()).id());
                }
            }
            return marked;
        });
    }

    @SuppressWarnings("unchecked")
    private TableView<EngineRow> table() {
        return (TableView<EngineRow>) scene.lookup("#engines-table");
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table().lookup(".virtual-flow");
    }
}
