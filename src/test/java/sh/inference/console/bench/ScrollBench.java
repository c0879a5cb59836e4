package sh.inference.console.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.fx.UiThread;
import sh.inference.console.fx.ViewLoader;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournaledNotes;
import sh.inference.console.profile.Favourites;
import sh.inference.console.profile.SavedFilters;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Notebook;
import sh.inference.console.state.Permissions;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.testing.RememberedSightings;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.apps.AppsView;
import sh.inference.console.ui.apps.AppsViewModel;
import sh.inference.console.ui.apps.ShelfViewModel;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.versions.NoteViewModel;
import sh.inference.console.ui.versions.Undo;
import sh.inference.console.ui.versions.VersionsView;
import sh.inference.console.ui.versions.VersionsViewModel;
import sh.inference.console.ui.versions.WebLink;

/**
 * Scrolling through 500 versions and through 5,000 apps a row a frame, without a display: the median of frames a second, the
 * 95th percentile of the time from frame to frame, and of that the time that the FX thread works until the layout stands.
 */
final class ScrollBench implements Bench.Part {
    private static final int VERSIONS = 500;
    private static final int APPS = 5_000;
    private static final int FRAMES = 400;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MILLI = 1e6;
    private final Clock clock = Clock.fixed(Engines.NOW, ZoneOffset.UTC);
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final TableLayouts layouts = new TableLayouts(Path.of("target"), "bench", Runnable::run);

    @Override
    public Map<String, Number> measure() throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        // The first table closes its window before the second opens one.
        Platform.setImplicitExit(false);
        Platform.startup(() -> { });
        Map<String, Number> metrics = new LinkedHashMap<>();
        measure("versions", this::versions, "#versions-table", VERSIONS, metrics);
        measure("apps", this::apps, "#apps-list", APPS, metrics);
        Platform.exit();
        return metrics;
    }

    private void measure(String name, Supplier<Parent> page, String table, int rows, Map<String, Number> metrics) throws InterruptedException {
        List<Long> frames = new ArrayList<>();
        List<Long> work = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        new UiThread().execute(() -> scroll(page.get(), table, rows, frames, work, done));
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the scrolling of " + name + " did not end");
        }
        long[] gaps = IntStream.range(1, frames.size()).mapToLong(i -> frames.get(i) - frames.get(i - 1)).sorted().toArray();
        long[] worked = work.stream().mapToLong(Long::longValue).sorted().toArray();
        metrics.put(name + "_scroll_fps", NANOS_A_SECOND / gaps[gaps.length / 2]);
        metrics.put(name + "_scroll_p95_ms", gaps[(int) (gaps.length * 0.95)] / NANOS_A_MILLI);
        metrics.put(name + "_scroll_work_p95_ms", worked[(int) (worked.length * 0.95)] / NANOS_A_MILLI);
    }

    private Parent versions() {
        AppsStore store = new AppsStore();
        Apps app = Apps.named("flux").versions(VERSIONS).current(VERSIONS / 2);
        store.put(app.build());
        VersionsViewModel model = new VersionsViewModel(store, new FleetStore(clock), id -> { }, pair -> { }, operation -> Optional.empty(), operation -> { },
                new Undo(FXCollections.observableArrayList(), store, new Ticker(clock), operation -> { }), words, new Ticker(clock));
        model.show("app-flux");
        store.setVersions("app-flux", app.versionList());
        Notebook notebook = new Notebook(new JournaledNotes(new Journal(Path.of("target", "bench-journal"), "bench"), "bench", "bench"), new TaskRunner(Runnable::run, Runnable::run), clock);
        return new ViewLoader(words.bundle()).load(new VersionsView(model, words, pair -> { }, new WebLink(id -> Optional.empty(), shown -> { }),
                new NoteViewModel(notebook, store, words), layouts));
    }

    private Parent apps() {
        FeedRig rig = new FeedRig();
        AppsStore store = new AppsStore();
        Favourites favourites = new Favourites(Path.of("target"), "bench", Runnable::run);
        AppsViewModel model = new AppsViewModel(store, new FleetStore(clock), new AppsFeed(new FakeService(rig), store, new Permissions(), new RememberedSightings(), rig.runtime()),
                favourites, words, new Ticker(clock), rig.scheduler, Runnable::run);
        store.addPage(IntStream.range(0, APPS).mapToObj(i -> Apps.named("app-" + i).namespace("lumen").updatedAt(Engines.NOW.minus(Duration.ofHours(i))).build()).toList());
        return new ViewLoader(words.bundle()).load(new AppsView(model, new ShelfViewModel(model, store, new SavedFilters(Path.of("target"), "bench", Runnable::run), favourites, words),
                layouts, words, new Label()));
    }

    private static void scroll(Parent page, String id, int rows, List<Long> frames, List<Long> work, CountDownLatch done) {
        Scene scene = new Scene(page, 1280, 800);
        new Theme(Optional.of(Look.DARK)).apply(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        page.applyCss();
        page.layout();
        TableView<?> table = (TableView<?>) scene.lookup(id);
        scene.addPostLayoutPulseListener(() -> {
            if (!frames.isEmpty() && work.size() < frames.size()) {
                work.add(System.nanoTime() - frames.getLast());
            }
        });
        new AnimationTimer() {
            private int row;

            @Override
            public void handle(long now) {
                frames.add(System.nanoTime());
                table.scrollTo(row++ % rows);
                if (frames.size() > FRAMES) {
                    stop();
                    stage.hide();
                    done.countDown();
                }
            }
        }.start();
    }
}
