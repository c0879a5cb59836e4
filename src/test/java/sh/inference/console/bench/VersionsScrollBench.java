package sh.inference.console.bench;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.fx.ViewLoader;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournaledNotes;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Notebook;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.versions.Undo;
import sh.inference.console.ui.versions.NoteViewModel;
import sh.inference.console.ui.versions.VersionsView;
import sh.inference.console.ui.versions.VersionsViewModel;
import sh.inference.console.ui.versions.WebLink;

/** Scrolling through 500 versions a row a frame, without a display: the median of frames a second. */
final class VersionsScrollBench implements Bench.Part {
    private static final int VERSIONS = 500;
    private static final int FRAMES = 400;
    private static final double NANOS_A_SECOND = 1e9;

    @Override
    public Map<String, Number> measure() throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        List<Long> frames = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> scroll(frames, done));
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the scrolling did not end");
        }
        Platform.exit();
        long[] gaps = new long[frames.size() - 1];
        for (int i = 1; i < frames.size(); i++) {
            gaps[i - 1] = frames.get(i) - frames.get(i - 1);
        }
        java.util.Arrays.sort(gaps);
        return Map.of("versions_scroll_fps", NANOS_A_SECOND / gaps[gaps.length / 2], "versions_scroll_p95_ms", gaps[(int) (gaps.length * 0.95)] / 1e6);
    }

    private static void scroll(List<Long> frames, CountDownLatch done) {
        Clock clock = Clock.fixed(Engines.NOW, ZoneOffset.UTC);
        Ticker ticker = new Ticker(clock);
        Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
        AppsStore store = new AppsStore();
        Apps app = Apps.named("flux").versions(VERSIONS).current(VERSIONS / 2);
        store.put(app.build());
        VersionsViewModel model = new VersionsViewModel(store, new FleetStore(clock), id -> { }, pair -> { }, operation -> Optional.empty(), operation -> { },
                new Undo(FXCollections.observableArrayList(), store, ticker, operation -> { }), words, ticker);
        model.show("app-flux");
        store.setVersions("app-flux", app.versionList());
        VBox page = new ViewLoader(words.bundle()).load(new VersionsView(model, words, pair -> { }, new WebLink(id -> Optional.empty(), shown -> { }), new NoteViewModel(new Notebook(new JournaledNotes(new Journal(java.nio.file.Path.of("target", "bench-journal"), "bench"), "bench", "bench"), new TaskRunner(Runnable::run, Runnable::run), Clock.systemUTC()), store, words), new TableLayouts(java.nio.file.Path.of("target"), "bench", Runnable::run)));
        Scene scene = new Scene(page, 740, 760);
        new Theme(Optional.of(Look.DARK)).apply(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        TableView<?> table = (TableView<?>) scene.lookup("#versions-table");
        new AnimationTimer() {
            private int row;

            @Override
            public void handle(long now) {
                frames.add(now);
                table.scrollTo(row++ % VERSIONS);
                if (frames.size() > FRAMES) {
                    stop();
                    stage.hide();
                    done.countDown();
                }
            }
        }.start();
    }
}
