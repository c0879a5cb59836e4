package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import sh.inference.console.fx.UiThread;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.profile.SavedView;
import sh.inference.console.state.Connection;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.Screens;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

@ExtendWith(FxExtension.class)
class EnginesViewTest {
    private static final int ENGINES = 500;
    /** What is old has the colour of text that matters less, in the dark look. */
    private static final Paint SUBTLE = Color.web("#8d98a6");
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
            Parent page = rig.page(folder);
            scene = new Scene(rig.withMenus(page), 1120, 700);
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
    void theChoiceHoldsThroughUpdatesWhileRowsAreSortedFilteredGroupedAndReadAgain() {
        Fx.run(() -> rig.live(fleet(ENGINES)));
        Fx.await("the rows", 5, () -> table().isVisible());
        Fx.run(() -> {
            table().requestFocus();
            rig.model.select("id-gpu-0210");
            rig.model.selectThrough("id-gpu-0212", false);
            rig.model.selection().toggle("id-gpu-0007");
        });
        Set<String> chosen = Set.of("id-gpu-0210", "id-gpu-0211", "id-gpu-0212", "id-gpu-0007");
        List<Runnable> meanwhile = List.of(() -> rig.model.arrangement().sortBy(List.of(new SavedView.Level("workers", true))),
                () -> rig.model.setFilterText("gpu-02"), () -> rig.model.setFilterText(""), () -> rig.model.arrangement().groupBy(Optional.of(Facet.STATUS)),
                () -> rig.fleet.replaceAll(fleet(ENGINES), Feed.POLL), () -> rig.model.toggle(Facet.STATUS, "draining"), rig.model::clearFilter,
                () -> rig.model.arrangement().sortBy(List.of(new SavedView.Level("status", false))), () -> rig.model.arrangement().groupBy(Optional.empty()));
        for (int burst = 0; burst < 90; burst++) {
            int n = burst;
            Fx.run(() -> {
                rig.fleet.apply(changes(100, n), Feed.EVENTS);
                meanwhile.get(n % meanwhile.size()).run();
            });
            Fx.settle();
            Fx.run(() -> {
                assertThat(RowsInSight.wrong(table())).as("rows that hold what is not theirs after step %d", n).isEmpty();
                assertThat(rig.model.selectedIdsProperty().get()).as("after step %d", n).isEqualTo(chosen);
                assertThat(rig.model.selectedProperty().get()).contains("id-gpu-0007");
                EngineRow marked = table().getSelectionModel().getSelectedItem();
                assertThat(marked == null || marked.id().equals("id-gpu-0007")).as("the table follows: %s", marked == null ? "none" : marked.id()).isTrue();
            });
        }
        Fx.run(() -> rig.model.arrangement().sortBy(List.of(new SavedView.Level("name", true))));
        assertThat(Fx.call(() -> RowsInSight.wrong(table()))).as("rows that hold what is not theirs when nothing but the order changed").isEmpty();
        assertThat(Fx.call(() -> table().isFocused())).isTrue();
        Fx.run(() -> rig.model.setFilterText("gpu-02"));
        assertThat(Fx.call(() -> label("engines-selected"))).isEqualTo("4 selected, 1 filtered out");
    }

    @Test
    void whatIsOldLooksOldInEveryMarkAndLiveAgainAfterwards() {
        Fx.run(() -> rig.live(List.of(Engines.in("a", EngineStatus.DRAINING).busy(2).build(), Engines.in("b", EngineStatus.DRAINING).busy(2).build())));
        Fx.await("the rows", 5, () -> table().isVisible() && flow().getLastVisibleCell() != null);
        assertThat(paints(0)).hasSizeGreaterThan(3).doesNotContain(SUBTLE);

        Fx.run(() -> rig.fleet.setConnection(Connection.CONNECTING.with(new Freshness.Stale(Engines.NOW, Optional.empty(), 1, Optional.empty()))));
        Fx.settle();
        assertThat(paints(0)).as("all of it is old").containsOnly(SUBTLE);
        Fx.run(() -> rig.fleet.setConnection(Connection.CONNECTING.with(new Freshness.Live())));
        Fx.settle();
        assertThat(paints(0)).doesNotContain(SUBTLE);

        Fx.run(() -> rig.fleet.setStale("id-a", true));
        Fx.settle();
        assertThat(paints(0)).as("one row is old").containsOnly(SUBTLE);
        assertThat(paints(1)).as("the other is not").doesNotContain(SUBTLE);

        Fx.run(() -> {
            rig.fleet.setStale("id-a", false);
            rig.fleet.setConnection(Connection.CONNECTING.with(new Freshness.CatchingUp(Optional.of(rig.clock.instant().plusSeconds(1)))));
        });
        Fx.settle();
        assertThat(paints(1)).as("not heard of since the loss").containsOnly(SUBTLE);
        Fx.run(() -> {
            rig.pass(Duration.ofSeconds(2));
            rig.fleet.touch(List.of("id-b"), rig.clock.instant());
        });
        Fx.settle();
        assertThat(paints(0)).as("still not").containsOnly(SUBTLE);
        assertThat(paints(1)).as("heard of").doesNotContain(SUBTLE);
    }

    /** The colours of what a row says of now: the word of its status, its busy workers, its bars. */
    private List<Paint> paints(int row) {
        return Fx.call(() -> {
            scene.getRoot().applyCss();
            Node cells = flow().getCell(row);
            List<Paint> all = new ArrayList<>();
            cells.lookupAll(".status-mark").forEach(mark -> all.add(((Labeled) mark).getTextFill()));
            cells.lookupAll(".tile").stream().filter(tile -> tile.isVisible() && tile.getPseudoClassStates().contains(PseudoClass.getPseudoClass("busy")))
                    .forEach(tile -> all.add(((Shape) tile).getFill()));
            cells.lookupAll(".ic-bar > .fill").forEach(fill -> all.add(((Region) fill).getBackground().getFills().getFirst().getFill()));
            return all;
        });
    }

    @Test
    void theHeadSaysFromTheStartByWhatRowsAreSorted() {
        Fx.run(() -> rig.live(fleet(4)));
        assertThat(Fx.call(() -> table().getSortOrder().stream().map(TableColumn::getId).toList())).containsExactly("name");
        assertThat(Fx.call(() -> table().lookupAll(".column-header .arrow").stream().filter(Node::isVisible).count())).isEqualTo(1);
    }

    @Test
    void rowsAreGroupedByKeysAndTheFirstRowOfAGroupSaysWhichAndHowMany() {
        Fx.run(() -> {
            List<Engine> engines = new ArrayList<>(fleet(8));
            engines.add(Engines.in("gpu-a", EngineStatus.DRAINING).busy(1).build());
            engines.add(Engines.in("gpu-b", EngineStatus.DISCONNECTED).build());
            rig.live(engines);
        });
        Fx.await("the rows", 5, () -> table().isVisible() && flow().getFirstVisibleCell() != null);
        Fx.run(() -> scene.lookup("#engines-group").requestFocus());
        // A menu may open with its first line chosen, or with none.
        for (int downs = 1; downs <= 2 && Fx.call(() -> rig.model.arrangement().groupProperty().get().isEmpty()); downs++) {
            Keys.push(KeyCode.SPACE);
            for (int n = 0; n < downs; n++) {
                Keys.push(KeyCode.DOWN);
            }
            Keys.push(KeyCode.ENTER);
        }
        Fx.await("groups", 5, () -> rig.model.arrangement().groupProperty().get().isPresent());
        assertThat(Fx.call(() -> rig.model.arrangement().groupProperty().get())).contains(Facet.values()[0]);
        Fx.await("their names", 5, () -> groupWords().equals(List.of("Disconnected · 1", "Draining · 1", "Running · 8", "", "")));
        assertThat(Fx.call(() -> flow().getCell(1).queryAccessibleAttribute(AccessibleAttribute.TEXT))).asString().startsWith("Draining · 1. gpu-a");
        assertThat(Fx.call(() -> flow().getCell(3).queryAccessibleAttribute(AccessibleAttribute.TEXT))).asString().startsWith("gpu-0001");
        Screens.saveAll(scene, theme, "engines-page", "grouped");
    }

    /** What the group's cells of the first rows say. */
    private List<String> groupWords() {
        return List.of(0, 1, 2, 3, 4).stream().map(row -> flow().getCell(row).lookupAll(".group-cell").stream().map(cell -> ((Labeled) cell).getText()).findFirst().orElse("none")).toList();
    }

    @Test
    void theOrderIsKeptOnlyWhileNoHandIsOnTheRows() {
        Fx.run(() -> {
            rig.live(fleet(40));
            rig.model.arrangement().sortBy(List.of(new SavedView.Level("workers", true)));
            rig.model.keepSortedProperty().set(true);
        });
        Fx.await("the rows", 5, () -> table().isVisible() && flow().getFirstVisibleCell() != null);
        robot.moveTo(scene.lookup("#engines-filter"));
        assertThat(firstAfter("gpu-0030", 9, 2)).isEqualTo("id-gpu-0030");

        robot.moveTo(flow().getCell(3));
        assertThat(firstAfter("gpu-0020", 10, 5)).as("below the pointer").isEqualTo("id-gpu-0030");
        robot.moveTo(scene.lookup("#engines-filter"));
        assertThat(firstAfter("gpu-0020", 11, 2)).isEqualTo("id-gpu-0020");

        Fx.run(() -> table().requestFocus());
        Keys.push(KeyCode.DOWN);
        assertThat(firstAfter("gpu-0010", 12, 2)).as("while keys are in use").isEqualTo("id-gpu-0020");
        assertThat(firstAfter("gpu-0010", 13, 4)).isEqualTo("id-gpu-0010");

        robot.rightClickOn(flow().getCell(3)).moveTo(scene.lookup("#engines-filter"));
        assertThat(firstAfter("gpu-0005", 14, 5)).as("while a menu is open").isEqualTo("id-gpu-0010");
        Keys.push(KeyCode.ESCAPE);
        assertThat(firstAfter("gpu-0005", 15, 5)).isEqualTo("id-gpu-0005");
    }

    /** Which engine is the first one some seconds after another became the busiest. */
    private String firstAfter(String name, int busy, int seconds) {
        Fx.run(() -> rig.fleet.apply(List.of(EngineChange.whole(Engines.running(name).busy(busy).updatedAt(Engines.NOW.plusSeconds(busy)).build())), Feed.EVENTS));
        for (int second = 0; second < seconds; second++) {
            Fx.run(() -> rig.pass(Duration.ofSeconds(1)));
            Fx.settle();
        }
        return Fx.call(() -> rig.shown().getFirst());
    }

    @Test
    void keysChooseSeveralRowsByTheirIds() {
        Fx.run(() -> rig.live(fleet(40)));
        Fx.await("the rows", 5, () -> table().isVisible());
        Fx.run(() -> {
            table().requestFocus();
            rig.model.select("id-gpu-0003");
        });
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(Fx.call(() -> rig.model.selectedIdsProperty().get())).containsExactly("id-gpu-0003", "id-gpu-0004", "id-gpu-0005");
        Keys.push(KeyCode.DOWN);
        assertThat(Fx.call(() -> rig.model.selectedIdsProperty().get())).containsExactly("id-gpu-0006");
        Fx.run(() -> flow().getCell(1).fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, true, false, false, true, false, false, true, false, true, null)));
        assertThat(Fx.call(() -> rig.model.selectedIdsProperty().get())).containsExactly("id-gpu-0006", rig.shown().get(1));
        robot.press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(Fx.call(() -> label("engines-selected"))).isEqualTo("40 selected");
        Fx.run(() -> rig.model.setFilterText("gpu-000"));
        Fx.settle();
        assertThat(Fx.call(() -> label("engines-selected"))).isEqualTo("40 selected, 30 filtered out");
        Keys.push(KeyCode.ESCAPE);
        Fx.run(() -> rig.model.setFilterText(""));
        Keys.write("gpu-002");
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
