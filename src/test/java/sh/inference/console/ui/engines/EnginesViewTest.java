package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import sh.inference.console.fx.UiThread;
import sh.inference.console.fx.ViewLoader;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.profile.SavedViews;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

@ExtendWith(FxExtension.class)
class EnginesViewTest {
    private static final int ENGINES = 500;
    private final FxRobot robot = new FxRobot();
    private final Random random = new Random(7);
    @TempDir
    private Path folder;
    private GridRig rig;
    private Scene scene;
    private Theme theme;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            rig = new GridRig(new UiThread());
            Parent page = new ViewLoader(rig.messages.bundle()).load(new EnginesView(rig.model,
                    new GridViews(rig.model, new SavedViews(folder, "test", Runnable::run)), new TableLayouts(folder, "test", Runnable::run), () -> { }, () -> { }));
            scene = new Scene(page, 1120, 700);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @Test
    void anEngineWithFiveHundredWorkersOrAnEndlessNameStaysOneRow() {
        Fx.run(() -> rig.live(List.of(Engines.running("a").build(), Engines.running("b").busy(300).idle(200).build(),
                Engines.running("c" + "x".repeat(10_000)).id("id-c").build(), Engines.running("d").build())));
        Fx.await("the rows", 5, () -> table().isVisible() && flow().getLastVisibleCell() != null);
        List<Double> heights = Fx.call(() -> {
            scene.getRoot().layout();
            return List.of(0, 1, 2, 3).stream().map(i -> flow().getCell(i).getHeight()).distinct().toList();
        });

        assertThat(heights).hasSize(1);
        assertThat(heights.getFirst()).isBetween(20.0, 40.0);
        assertThat(Fx.call(() -> flow().getCell(2).getBoundsInParent().getWidth())).isLessThan(3000);
    }

    @Test
    void selectionFocusAndScrollHoldThroughTenThousandRandomUpdates() {
        Fx.run(() -> {
            rig.live(fleet(ENGINES));
            table().scrollTo(200);
        });
        Fx.await("the rows", 5, () -> table().isVisible());
        Fx.run(() -> {
            table().requestFocus();
            rig.model.select("id-gpu-0210");
            rig.model.selectThrough("id-gpu-0214", false);
        });
        int top = Fx.call(() -> flow().getFirstVisibleCell().getIndex());
        List<String> order = Fx.call(rig::shown);
        for (int burst = 0; burst < 100; burst++) {
            int n = burst;
            Fx.run(() -> rig.fleet.apply(changes(100, n), Feed.EVENTS));
            Fx.settle();
        }
        Fx.run(() -> {
            assertThat(rig.model.selectedIdsProperty().get()).containsExactly("id-gpu-0210", "id-gpu-0211", "id-gpu-0212", "id-gpu-0213", "id-gpu-0214");
            assertThat(rig.model.selectedProperty().get()).contains("id-gpu-0214");
            assertThat(table().getSelectionModel().getSelectedItem().id()).isEqualTo("id-gpu-0214");
            assertThat(table().isFocused()).isTrue();
            assertThat(flow().getFirstVisibleCell().getIndex()).isEqualTo(top);
            assertThat(rig.shown()).isEqualTo(order);
        });
    }

    @Test
    void keysChooseSeveralRowsByTheirIds() {
        Fx.run(() -> {
            rig.live(fleet(40));
        });
        Fx.await("the rows", 5, () -> table().isVisible());
        Fx.run(() -> {
            table().requestFocus();
            rig.model.select("id-gpu-0003");
        });
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(Fx.call(() -> rig.model.selectedIdsProperty().get())).containsExactly("id-gpu-0003", "id-gpu-0004", "id-gpu-0005");
        robot.push(KeyCode.DOWN);
        assertThat(Fx.call(() -> rig.model.selectedIdsProperty().get())).containsExactly("id-gpu-0006");
        robot.press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(Fx.call(() -> label("engines-selected"))).isEqualTo("40 selected");
        Fx.run(() -> rig.model.setFilterText("gpu-000"));
        Fx.settle();
        assertThat(Fx.call(() -> label("engines-selected"))).isEqualTo("40 selected, 30 filtered out");
        robot.push(KeyCode.ESCAPE);
        Fx.run(() -> rig.model.setFilterText(""));
        robot.write("gpu-002");
        assertThat(Fx.call(() -> rig.model.selectedProperty().get())).contains("id-gpu-0020");
        assertThat(Fx.call(() -> rig.model.selectedIdsProperty().get())).hasSize(1);
    }

    private List<EngineChange> changes(int n, int burst) {
        List<EngineChange> changes = new ArrayList<>();
        EngineStatus[] statuses = EngineStatus.values();
        for (int i = 0; i < n; i++) {
            int engine = random.nextInt(ENGINES);
            changes.add(EngineChange.whole(Engines.in(name(engine), statuses[random.nextInt(statuses.length - 1)]).busy(random.nextInt(4)).idle(random.nextInt(4))
                    .updatedAt(Engines.NOW.plus(Duration.ofMillis(burst * 1000L + i))).build()));
        }
        return changes;
    }

    private static List<Engine> fleet(int n) {
        List<Engine> engines = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            engines.add(Engines.running(name(i)).busy(2).idle(2).build());
        }
        return engines;
    }

    private static String name(int i) {
        return "gpu-%04d".formatted(i);
    }

    private String label(String id) {
        return ((Label) scene.lookup("#" + id)).getText();
    }

    @SuppressWarnings("unchecked")
    private TableView<EngineRow> table() {
        return (TableView<EngineRow>) scene.lookup("#engines-table");
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table().lookup(".virtual-flow");
    }
}
