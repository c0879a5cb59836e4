package sh.inference.console.ui.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.AppStatus;
import sh.inference.console.profile.Favourites;
import sh.inference.console.profile.SavedFilters;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.testing.RememberedSightings;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

class ShelfViewModelTest {
    @TempDir
    private Path folder;
    private final FeedRig rig = new FeedRig();
    private final Ticker ticker = new Ticker(rig.clock);
    private final AppsStore store = new AppsStore();
    private final FakeService service = new FakeService(rig);
    private final AppsFeed feed = new AppsFeed(service, store, new Permissions(), new RememberedSightings(), rig.runtime());
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private Favourites favourites;
    private AppsViewModel list;
    private ShelfViewModel shelf;

    @BeforeEach
    void open() {
        favourites = new Favourites(folder, "test", Runnable::run);
        list = new AppsViewModel(store, new FleetStore(rig.clock), feed, favourites, words, ticker, rig.scheduler, Runnable::run);
        list.activeProperty().set(true);
        shelf = new ShelfViewModel(list, store, new SavedFilters(folder, "test", Runnable::run), favourites, words);
        for (String name : new String[] {"flux", "ocr", "whisper"}) {
            service.apps.put("app-" + name, Apps.named(name));
        }
        feed.start();
        rig.settle();
    }

    @Test
    void aKeptFilterListsTheSameAgain() {
        assertThat(shelf.canKeep()).as("nothing is left out").isFalse();
        list.termProperty().set("flux");
        list.statusProperty().set(Optional.of(AppStatus.ACTIVE));
        shelf.keep();
        assertThat(shelf.canKeep()).as("kept already").isFalse();
        assertThat(shelf.kept()).extracting(ShelfViewModel.Kept::name).containsExactly("flux · Active");

        list.termProperty().set("");
        list.statusProperty().set(Optional.empty());
        rig.settle();
        shelf.apply(shelf.kept().getFirst().filter());
        rig.settle();

        assertThat(list.termProperty().get()).isEqualTo("flux");
        assertThat(list.statusProperty().get()).contains(AppStatus.ACTIVE);
        assertThat(list.rows()).extracting(AppRow::id).containsExactly("app-flux");
        assertThat(shelf.json()).contains("flux");
        shelf.remove(shelf.kept().getFirst().filter());
        assertThat(shelf.kept()).isEmpty();
    }

    @Test
    void anAppThatIsLookedAtCountsAsOpenedAndOneThatIsPassedOverDoesNot() {
        pass();
        pass();
        assertThat(shelf.recent()).as("nobody chose the first one").isEmpty();
        list.choose("app-ocr");
        pass();
        list.choose("app-whisper");
        pass();
        pass();
        assertThat(shelf.recent()).extracting(ShelfViewModel.Opened::appId).containsExactly("app-whisper");

        list.choose("app-ocr");
        pass();
        pass();
        assertThat(shelf.recent()).extracting(ShelfViewModel.Opened::appId).containsExactly("app-ocr", "app-whisper");
        shelf.open("app-whisper");
        assertThat(list.selectedProperty().get().id()).isEqualTo("app-whisper");
    }

    private void pass() {
        rig.clock.advance(Duration.ofSeconds(1));
        ticker.tick();
    }
}
