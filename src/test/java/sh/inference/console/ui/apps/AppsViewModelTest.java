package sh.inference.console.ui.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.AppReference;
import sh.inference.console.profile.Favourites;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.RememberedSightings;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

class AppsViewModelTest {
    @TempDir
    private static Path folder;
    private final Favourites favourites = new Favourites(folder, "test", Runnable::run);
    private final FeedRig rig = new FeedRig();
    private final ManualClock clock = rig.clock;
    private final Ticker ticker = new Ticker(clock);
    private final AppsStore store = new AppsStore();
    private final FleetStore fleet = new FleetStore(clock);
    private final FakeService service = new FakeService(rig);
    private final AppsFeed feed = new AppsFeed(service, store, new Permissions(), new RememberedSightings(), rig.runtime());
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final AppsViewModel model = new AppsViewModel(store, fleet, feed, favourites, words, ticker, rig.scheduler, Runnable::run);

    {
        // As while its page is looked at.
        model.activeProperty().set(true);
    }

    @Test
    void theServiceIsAskedOnceTheTypingPauses() {
        serve("flux", "ocr");
        model.termProperty().set("oc");
        rig.scheduler.advance(Duration.ofMillis(200));
        model.termProperty().set("flux ");
        rig.scheduler.advance(Duration.ofMillis(200));
        assertThat(service.count("apps")).isZero();
        rig.scheduler.advance(Duration.ofMillis(60));
        rig.settle();
        assertThat(service.count("apps")).isEqualTo(1);
        assertThat(model.rows()).extracting(AppRow::id).containsExactly("app-flux");
    }

    @Test
    void enterSearchesAtOnceAndOnlyOnce() {
        serve("flux", "ocr");
        model.termProperty().set("flux");
        model.searchNow();
        rig.scheduler.advance(Duration.ofSeconds(2));
        rig.settle();
        assertThat(service.count("apps")).isEqualTo(1);
    }

    @Test
    void aRowSaysWhatIsKnownOfItsApp() {
        fleet.replaceAll(List.of(Engines.running("gpu-1").holding("app-flux", "flux-v2").busy(2).idle(1).build()), Feed.POLL);
        store.addPage(List.of(Apps.named("flux").versions(3).current(2).updatedAt(Engines.NOW.minus(Duration.ofMinutes(6))).build()));
        AppLine line = model.rows().getFirst().line();
        assertThat(words.of(line.status().word())).isEqualTo("Active");
        assertThat(line.current()).isEqualTo("flux-v2");
        assertThat(line.changed()).isEqualTo("6 min");
        assertThat(line.busy()).isEqualTo("2");
        assertThat(line.warm()).isEqualTo("1");
        assertThat(model.headingProperty().get()).isEqualTo("App in acme/");
    }

    @Test
    void aStatusOfTomorrowIsShownInItsOwnWord() {
        App app = Apps.named("flux").build();
        store.addPage(List.of(new App(app.id(), app.shortId(), app.namespace(), app.name(), "", "", "", "", sh.inference.console.model.Wire.read(AppStatus.class, "frozen"),
                "", Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(words.of(model.rows().getFirst().line().status().word())).isEqualTo("“frozen”");
        assertThat(model.rows().getFirst().line().current()).isEqualTo(Formats.UNKNOWN);
        assertThat(model.rows().getFirst().line().changed()).isEqualTo(Formats.UNKNOWN);
    }

    @Test
    void busyWorkersFollowTheFleetWithTheClock() {
        store.addPage(List.of(Apps.named("flux").build()));
        assertThat(model.rows().getFirst().line().busy()).isEqualTo("—");
        fleet.replaceAll(List.of(Engines.running("gpu-1").holding("app-flux", "flux-v1").busy(3).build()), Feed.POLL);
        clock.advance(Duration.ofSeconds(1));
        ticker.tick();
        assertThat(model.rows().getFirst().line().busy()).isEqualTo("3");
    }

    @Test
    void aRowStaysTheSameObjectAndChosenThroughEveryUpdate() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        store.addPage(List.of(app(0), app(1), app(2)));
        AppRow chosen = model.rows().get(1);
        model.selectedProperty().set(chosen);
        for (int i = 0; i < 1000; i++) {
            if (random.nextInt(20) == 0) {
                store.clearList();
            } else {
                store.addPage(List.of(app(random.nextInt(40)), app(random.nextInt(40))));
            }
            assertThat(model.selectedProperty().get()).isSameAs(chosen);
            assertThat(model.rows()).doesNotHaveDuplicates().extracting(AppRow::id).containsOnlyOnceElementsOf(store.apps().stream().map(App::id).distinct().toList());
            model.rows().stream().filter(row -> row.id().equals(chosen.id())).forEach(row -> assertThat(row).isSameAs(chosen));
        }
    }

    @Test
    void theFirstAppIsChosenWhenTheListArrives() {
        store.addPage(List.of(app(4), app(5)));
        assertThat(model.selectedProperty().get()).isSameAs(model.rows().getFirst());
    }

    @Test
    void theNextPageIsAskedForOnlyWhenThereIsOne() {
        for (int i = 0; i < 60; i++) {
            serve("app" + i);
        }
        assertThat(model.loadedProperty().get()).isEmpty();
        feed.start();
        model.loadMore();
        rig.settle();
        assertThat(model.loadedProperty().get()).isEqualTo("50 of 60 loaded");
        model.loadMore();
        model.loadMore();
        rig.settle();
        assertThat(model.loadedProperty().get()).isEqualTo("60 of 60 loaded");
        model.loadMore();
        rig.settle();
        assertThat(service.count("apps")).isEqualTo(2);
        feed.close();
    }

    @Test
    void anEmptyListSaysWhy() {
        assertThat(model.placeholderProperty().get()).startsWith("Reading");
        feed.search("");
        rig.settle();
        assertThat(model.placeholderProperty().get()).isEqualTo("This workspace has no apps yet.");
        service.countsTotal = false;
        model.termProperty().set("zzz");
        model.searchNow();
        rig.settle();
        assertThat(model.placeholderProperty().get()).isEqualTo("No app matches “zzz”.");
    }

    @Test
    void aPageThatFailedIsAskedForAgainOnlyByTheOperator() {
        serve("flux");
        service.failures.put("apps", FakeService.LOST);
        feed.search("");
        rig.settle();
        assertThat(model.problemProperty().get()).isPresent();
        assertThat(model.moreProperty().get()).isFalse();
        service.failures.clear();
        model.retry();
        rig.settle();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.rows()).hasSize(1);
    }

    private void serve(String... names) {
        for (String name : names) {
            service.apps.put("app-" + name, Apps.named(name));
        }
    }

    private static App app(int n) {
        return Apps.named("app" + n).build();
    }

    @Test
    void typingFiltersWhatIsLoadedAtOnceAndTheServiceIsAskedAfterAPause() {
        put("flux", "whisper");
        feed.search("");
        rig.settle();
        long asked = service.count("apps");
        model.termProperty().set("whi");
        assertThat(model.rows()).extracting(AppRow::id).containsExactly("app-whisper");
        assertThat(service.count("apps")).isEqualTo(asked);
        rig.pass(AppsViewModel.TYPING_PAUSE);
        assertThat(service.count("apps")).isEqualTo(asked + 1);
        model.termProperty().set("");
        assertThat(model.rows()).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void aStatusAndACategoryNarrowTheList() {
        service.apps.put("app-flux", Apps.named("flux"));
        service.apps.put("app-old", Apps.named("old").status(AppStatus.RETIRED, "use flux"));
        feed.search("");
        rig.settle();
        model.statusProperty().set(Optional.of(AppStatus.RETIRED));
        rig.settle();
        assertThat(model.rows()).extracting(AppRow::id).containsExactly("app-old");
        model.categoryProperty().set("video");
        rig.settle();
        assertThat(model.rows()).isEmpty();
        assertThat(model.placeholderProperty().get()).isEqualTo("No app matches “video · Retired”.");
    }

    @Test
    void favouritesStandFirst() {
        put("flux", "whisper");
        feed.search("");
        rig.settle();
        model.choose("app-whisper");
        model.toggleFavourite();
        assertThat(model.rows().getFirst().id()).isEqualTo("app-whisper");
        assertThat(model.rows().getFirst().line().favourite()).isTrue();
        model.toggleFavourite();
        assertThat(model.rows().getFirst().id()).isEqualTo("app-flux");
    }

    @Test
    void aReferenceGoesStraightToItsAppAndAMistypedOneSaysSo() {
        put("flux");
        List<AppReference> jumps = new ArrayList<>();
        model.jumpedProperty().subscribe(to -> to.ifPresent(jumps::add));
        model.termProperty().set("acme/flux@flux-v1");
        service.apps.put("acme/flux", Apps.named("flux"));
        model.go();
        rig.settle();
        assertThat(model.selectedProperty().get().id()).isEqualTo("app-flux");
        assertThat(jumps).containsExactly(new AppReference("app-flux", "flux-v1"));
        assertThat(model.jump("acme/flx")).isTrue();
        rig.settle();
        assertThat(model.jumpProblemProperty().get()).startsWith("There is no app “acme/flx” here");
        assertThat(model.jump("just words")).isFalse();
    }

    private void put(String... names) {
        for (String name : names) {
            service.apps.put("app-" + name, Apps.named(name));
        }
    }
}
