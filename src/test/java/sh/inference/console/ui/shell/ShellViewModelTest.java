package sh.inference.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.Feed;
import sh.inference.console.model.Problem;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Connection;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Freshness;
import sh.inference.console.state.Permissions;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.RememberedSightings;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

class ShellViewModelTest {
    private final ManualClock clock = new ManualClock(Engines.NOW);
    private final Ticker ticker = new Ticker(clock);
    private final FleetStore fleet = new FleetStore(clock);
    private final Diagnostics diagnostics = new Diagnostics();
    private final AtomicInteger reads = new AtomicInteger();
    private final AppsStore apps = new AppsStore();
    private final ShellViewModel model = modelOf(new OperationLog());

    private ShellViewModel modelOf(OperationLog log) {
        return new ShellViewModel(fleet, apps, log, new ConnectionProfile("prod-eu", URI.create("https://api.inference.sh"), ProfileKind.PRODUCTION),
                new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), ticker, diagnostics, reads::incrementAndGet);
    }

    @Test
    void theTitleNamesProfileHostAndPage() {
        assertThat(model.titleProperty().get()).isEqualTo("prod-eu · api.inference.sh — Engines — Inference Console");
        model.go(ShellViewModel.Page.APPS);
        assertThat(model.titleProperty().get()).contains("Apps");
    }

    @Test
    void aLiveLineNeedsNoBannerAndSaysWhichFeedCarriesIt() {
        fleet.setConnection(new Connection(new Freshness.Live(), Feed.ENGINE, 24, OptionalInt.of(24)));
        assertThat(model.markProperty().get()).isEqualTo(ShellViewModel.Mark.LIVE);
        assertThat(model.bannerProperty().get()).isEmpty();
        assertThat(model.lineProperty().get()).contains("one stream per engine");
        assertThat(model.loadedProperty().get()).isEqualTo("24 of 24 engines loaded");
    }

    @Test
    void rowsOfAnEarlierSessionAreCountedAsSeenLast() {
        fleet.replaceAll(List.of(Engines.running("a").build(), Engines.running("b").build()), Feed.POLL);
        clock.advance(Duration.ofSeconds(1));
        ticker.tick();
        assertThat(model.loadedProperty().get()).isEqualTo("2 engines as seen last");
        fleet.setConnection(new Connection(new Freshness.Live(), Feed.POLL, 2, OptionalInt.empty()));
        assertThat(model.loadedProperty().get()).isEqualTo("2 engines loaded");
    }

    @Test
    void howManyAreLoadedIsSaidOnceSomethingWasRead() {
        assertThat(model.loadedProperty().get()).isEmpty();
        fleet.setConnection(new Connection(new Freshness.Live(), Feed.POLL, 0, OptionalInt.of(0)));
        assertThat(model.loadedProperty().get()).isEqualTo("No engines");
        fleet.setConnection(new Connection(new Freshness.Live(), Feed.POLL, 1, OptionalInt.of(1)));
        assertThat(model.loadedProperty().get()).isEqualTo("1 of 1 engine loaded");
    }

    @Test
    void aFleetThatIsHalfStreamedAndHalfPolledIsCalledThat() {
        fleet.replaceAll(List.of(Engines.running("a").build()), Feed.ENGINE);
        fleet.replaceAll(List.of(Engines.running("a").build(), Engines.running("b").build()), Feed.POLL);
        fleet.read(Engines.running("a").build(), Feed.ENGINE);
        fleet.setConnection(new Connection(new Freshness.Live(), Feed.POLL, 2, OptionalInt.of(2)));
        assertThat(model.lineProperty().get()).isEqualTo("Connected · streams for what is on screen, the rest polled");
    }

    @Test
    void aLostLineSaysSinceWhenAndTheAgeGrows() {
        fleet.setConnection(new Connection(new Freshness.Stale(Engines.NOW, Optional.empty(), 3, Optional.empty()), Feed.ENGINE, 24, OptionalInt.of(24)));
        clock.advance(Duration.ofSeconds(41));
        ticker.tick();
        assertThat(model.freshnessProperty().get()).isEqualTo("As of 13:02:10");
        assertThat(model.bannerProperty().get().orElseThrow().title()).isEqualTo("Stream lost. Everything here is as of 13:02:10, 41 s ago.");
    }

    @Test
    void whatAnEarlierSessionSawIsNamedAsThatWithTheDay() {
        fleet.setConnection(new Connection(new Freshness.Stale(Engines.NOW.minus(Duration.ofDays(2)), Optional.of(Problem.of("unreachable.dns")), 0, Optional.empty()), Feed.POLL, 24,
                OptionalInt.empty()));
        assertThat(model.freshnessProperty().get()).isEqualTo("As of Sun 11 Oct 13:02");
        assertThat(model.bannerProperty().get().orElseThrow().title()).isEqualTo("The service is not reached. Everything here is as it was seen last, Sun 11 Oct 13:02, 2 d 0 h ago.");
        assertThat(model.bannerProperty().get().orElseThrow().remark()).contains("could not find the address").contains("Actions wait");
    }

    @Test
    void aLiveLineSaysHowOldItsLastSignIs() {
        fleet.heard(clock.instant());
        fleet.setConnection(new Connection(new Freshness.Live(), Feed.ENGINE, 24, OptionalInt.of(24)));
        clock.advance(Duration.ofMillis(340));
        ticker.tick();
        assertThat(model.freshnessProperty().get()).isEqualTo("Live \u00b7 0.3 s");
        clock.advance(Duration.ofSeconds(14));
        ticker.tick();
        assertThat(model.freshnessProperty().get()).isEqualTo("Live \u00b7 14 s");
    }

    @Test
    void writesAreSaidToBeOffWhileTheLineIsLost() {
        fleet.setConnection(new Connection(new Freshness.Stale(Engines.NOW, Optional.empty(), 3, Optional.of(Engines.NOW.plusSeconds(6))), Feed.ENGINE, 24, OptionalInt.of(24)));
        assertThat(model.bannerProperty().get().orElseThrow().remark()).isEqualTo("Attempt 4 in 6 s. Actions wait for a fresh read.");
    }

    @Test
    void aRefusedKeySaysWhatToDoNext() {
        fleet.setConnection(new Connection(new Freshness.Offline(Problem.of("unauthorized"), Optional.empty(), 0, Optional.empty()), Feed.POLL, 0, OptionalInt.empty()));
        assertThat(model.markProperty().get()).isEqualTo(ShellViewModel.Mark.OFFLINE);
        assertThat(model.bannerProperty().get().orElseThrow().title()).doesNotContain("problem.").isNotBlank();
        assertThat(model.bannerProperty().get().orElseThrow().remark()).doesNotContain("problem.").isNotBlank();
    }

    @Test
    void theSpendIsTheSumOfWhatBills() {
        fleet.replaceAll(List.of(Engines.running("a").cloud().cents(210).build(), Engines.running("b").cloud().cents(149).build()), Feed.POLL);
        clock.advance(Duration.ofSeconds(1));
        ticker.tick();
        assertThat(model.spendProperty().get()).isEqualTo("$3.59/h now (estimate)");
        assertThat(model.countsProperty().get().get(ShellViewModel.Page.ENGINES)).isEqualTo("2");
    }

    @Test
    void aWindowThatOpensWhileAnOperationRunsSaysSo(@TempDir Path folder) {
        DeskRig rig = new DeskRig(folder).with(Engines.running("gpu").busy(1));
        rig.operator.thenSend("");
        rig.desk.request(new DrainEngine("id-gpu"));
        assertThat(rig.last().state().isUnderway()).isTrue();

        assertThat(modelOf(rig.log).runningProperty().get()).isEqualTo("1 running");
    }

    @Test
    void aSearchThatFindsNothingLeavesTheNumberBesideApps() {
        FeedRig rig = new FeedRig();
        FakeService service = new FakeService(rig);
        List.of("flux", "whisper").forEach(name -> service.apps.put("app-" + name, Apps.named(name)));
        try (AppsFeed feed = new AppsFeed(service, apps, new Permissions(), new RememberedSightings(), rig.runtime())) {
            feed.start();
            rig.settle();
            assertThat(model.countsProperty().get().get(ShellViewModel.Page.APPS)).isEqualTo("2");
            feed.search("nothing is called so");
            rig.settle();
            assertThat(apps.apps()).isEmpty();
            assertThat(model.countsProperty().get().get(ShellViewModel.Page.APPS)).isEqualTo("2");
        }
    }

    @Test
    void readNowReadsAtOnce() {
        model.readNow();
        assertThat(reads).hasValue(1);
    }
}
