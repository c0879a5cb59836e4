package sh.inference.console.ui.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.OptionalInt;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.profile.Favourites;
import sh.inference.console.profile.SavedFilters;
import sh.inference.console.profile.TableLayout;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.LoadState;
import sh.inference.console.state.Permissions;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.RememberedSightings;
import sh.inference.console.testing.Screens;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.common.Ticker;

@ExtendWith(FxExtension.class)
class AppsViewTest {
    private final FxRobot robot = new FxRobot();
    @TempDir
    private static Path folder;
    private final Favourites favourites = new Favourites(folder, "test", Runnable::run);
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final TableLayouts layouts = new TableLayouts(folder, UUID.randomUUID().toString(), Runnable::run);
    private AppsStore store;
    private AppsFeed feed;
    private AppsViewModel model;
    private Theme theme;
    private Scene scene;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            store = new AppsStore();
            FleetStore fleet = new FleetStore(rig.clock);
            fleet.replaceAll(List.of(Engines.running("gpu-1").holding("app-flux-portrait", "v").busy(3).idle(1).holding("app-ocr-pages", "w").busy(1).build()), Feed.POLL);
            feed = new AppsFeed(service, store, new Permissions(), new RememberedSightings(), rig.runtime());
            model = new AppsViewModel(store, fleet, feed, favourites, words, new Ticker(rig.clock), rig.scheduler, Runnable::run);
            SplitPane page = new ViewLoader(words.bundle()).load(new AppsView(model, new ShelfViewModel(model, store, new SavedFilters(folder, "test", Runnable::run), favourites, words), layouts, words, new Label("versions")));
            scene = new Scene(page, 1280, 800);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @Test
    void theListShowsWhatTheStoreHolds() {
        Fx.run(() -> {
            fill(18);
            store.setListState(new LoadState(false, 18, OptionalInt.of(18), false, Optional.empty()));
        });
        assertThat(table().getItems()).hasSize(18);
        assertThat(robot.lookup("#apps-loaded").queryAs(Label.class).getText()).isEqualTo("18 of 18 loaded");
        keep("list");
    }

    @Test
    void aWorkspaceWithoutAppsSaysSo() {
        Fx.run(() -> store.setListState(new LoadState(false, 0, OptionalInt.of(0), false, Optional.empty())));
        assertThat(robot.lookup(".placeholder-pane .what").queryAs(Label.class).getText()).isEqualTo(words.of("apps.empty"));
        keep("empty");
    }

    @Test
    void columnsAreChosenAndKeptUntilTheyAreResetInOneStep() {
        Fx.run(() -> fill(3));
        assertThat(shownColumns()).containsExactly("name", "status", "current", "changed", "busy", "warm");
        robot.clickOn("#apps-shelf").clickOn("#apps-columns").clickOn("#apps-columns-message");
        assertThat(shownColumns()).contains("message");
        keep("columns");
        assertThat(layouts.find("apps").orElseThrow().columns()).anyMatch(column -> column.id().equals("message") && column.showing() == TableLayout.Showing.ALWAYS);
        robot.clickOn("#apps-shelf").clickOn("#apps-columns").clickOn("#apps-columns-reset");
        assertThat(shownColumns()).doesNotContain("message");
        assertThat(layouts.find("apps")).isEmpty();
    }

    private List<String> shownColumns() {
        return table().getColumns().stream().filter(column -> column.isVisible() && !"category".equals(column.getId())).map(column -> column.getId()).toList();
    }

    @Test
    void arrowsChooseAnAppAndTheSearchReturnsWhatTheServiceFinds() {
        service.apps.put("app-flux", Apps.named("flux"));
        Fx.run(() -> {
            fill(5);
            table().requestFocus();
        });
        Keys.push(KeyCode.DOWN);
        Keys.push(KeyCode.DOWN);
        assertThat(model.selectedProperty().get().id()).isEqualTo(store.apps().get(2).id());
        robot.clickOn("#apps-search");
        Keys.write("flu");
        Keys.push(KeyCode.ENTER);
        Fx.run(rig::settle);
        assertThat(table().getItems()).extracting(AppRow::id).containsExactly("app-flux");
        Keys.push(KeyCode.ESCAPE);
        assertThat(model.termProperty().get()).isEmpty();
    }

    @Test
    void theNextPageIsAskedForBeforeTheEndIsReached() {
        for (int i = 0; i < 120; i++) {
            service.apps.put("app-" + i, Apps.named("app" + i));
        }
        Fx.run(() -> {
            feed.search("");
            rig.settle();
        });
        Fx.settle();
        assertThat(table().getItems()).hasSize(50);
        Fx.run(() -> table().scrollTo(45));
        Fx.await("the next page", 5, () -> {
            rig.settle();
            return table().getItems().size() == 100;
        });
    }

    @Test
    void anErrorSaysWhatToDoAndTriesAgain() {
        service.apps.put("app-flux", Apps.named("flux"));
        service.failures.put("apps", FakeService.LOST);
        Fx.run(() -> {
            feed.search("");
            rig.settle();
        });
        Fx.settle();
        keep("error");
        service.failures.clear();
        robot.clickOn("Try again");
        Fx.run(rig::settle);
        assertThat(table().getItems()).hasSize(1);
    }

    @Test
    void aPageThatFailedLeavesTheRowsAndTriesAgainBelowThem() {
        for (int i = 0; i < 60; i++) {
            service.apps.put("app-" + i, Apps.named("app" + i));
        }
        Fx.run(() -> {
            feed.search("");
            rig.settle();
            service.failures.put("apps", FakeService.LOST);
            model.loadMore();
            rig.settle();
        });
        Fx.settle();
        keep("page-failed");
        assertThat(table().getItems()).hasSize(50);
        service.failures.clear();
        robot.clickOn("#apps-retry");
        Fx.run(rig::settle);
        assertThat(table().getItems()).hasSize(60);
    }

    @Test
    void aRowReadsAsOneSentence() {
        Fx.run(() -> fill(1));
        Fx.settle();
        assertThat(robot.lookup(".table-row-cell").queryAll().stream().map(node -> String.valueOf(node.getAccessibleText())))
                .anyMatch(text -> text.startsWith("flux-portrait in lumen, Active, current version"));
    }

    private void keep(String state) {
        Screens.saveAll(scene, theme, "apps-page", state);
    }

    @SuppressWarnings("unchecked")
    private TableView<AppRow> table() {
        return robot.lookup("#apps-list").queryAs(TableView.class);
    }

    private void fill(int n) {
        List<String> names = List.of("flux-portrait", "draft-70b", "upscale-4k", "ocr-pages", "voice-clone");
        List<AppStatus> states = List.of(AppStatus.ACTIVE, AppStatus.ACTIVE, AppStatus.DEPRECATED, AppStatus.RETIRED, AppStatus.MAINTENANCE);
        List<App> apps = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String name = names.get(i % 5) + (i < 5 ? "" : "-" + i);
            apps.add(Apps.named(name).namespace("lumen").currentId("7k3m9x2q0zczrf2zfmdkagw6a" + i).status(states.get(i % 5), "")
                    .updatedAt(Engines.NOW.minus(Duration.ofHours(3L * i))).build());
        }
        store.addPage(apps);
    }
}
