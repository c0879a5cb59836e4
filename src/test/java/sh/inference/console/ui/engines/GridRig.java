package sh.inference.console.ui.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

import javafx.scene.Parent;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.fx.ViewLoader;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;
import sh.inference.console.profile.SavedViews;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Connection;
import sh.inference.console.state.FeedRuntime;
import sh.inference.console.state.FleetHistory;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.ManualScheduler;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.AppNames;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.RowMenu;
import sh.inference.console.ui.common.Ticker;

/** The grid's view model on a fleet that a test fills by hand. */
final class GridRig {
    final ManualClock clock = new ManualClock();
    final FleetStore fleet = new FleetStore(clock);
    final AppsStore apps = new AppsStore();
    final Ticker ticker = new Ticker(clock);
    final Messages messages = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    final List<String> requests = new ArrayList<>();
    final EngineVerbs verbs = new EngineVerbs() {
        @Override
        public Optional<Text> whyNot(Verb verb, String engineId) {
            return Optional.empty();
        }

        @Override
        public void request(Verb verb, String engineId) {
            requests.add(verb + " " + engineId);
        }
    };
    final EnginesViewModel model;

    GridRig(Executor ui) {
        model = new EnginesViewModel(fleet, new FleetHistory(fleet, new FeedRuntime(new TaskRunner(ui, ui), new ManualScheduler(clock), clock, new SplittableRandom(1))), new EngineWords(messages, new AppNames(apps)), ticker, ui, verbs);
    }

    /** A fleet of these, live. */
    void live(List<Engine> engines) {
        fleet.replaceAll(engines, Feed.POLL);
        fleet.setConnection(Connection.CONNECTING.with(new Freshness.Live()));
    }

    /** The page of engines, which keeps its layout and its views in a folder. */
    Parent page(Path folder) {
        return new ViewLoader(messages.bundle()).load(new EnginesView(model, new GridViews(model, new SavedViews(folder, "test", Runnable::run)),
                new TableLayouts(folder, "test", Runnable::run), () -> { }, () -> { }));
    }

    /** A page with the menus of its rows, as a window has them. */
    Parent withMenus(Parent page) {
        new RowMenu(new Actions(), messages).listenOn(page);
        return page;
    }

    /** Lets time pass; the view model hears of it as from the second hand. */
    void pass(Duration time) {
        clock.advance(time);
        ticker.tick();
    }

    List<String> shown() {
        return model.rows().stream().map(EngineRow::id).toList();
    }
}
