package sh.inference.console.ui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.AppNames;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Ticker;

class EngineViewModelTest {
    private final ManualClock clock = new ManualClock(Engines.NOW);
    private final Ticker ticker = new Ticker(clock);
    private final FleetStore fleet = new FleetStore(clock);
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final List<Verb> asked = new ArrayList<>();
    private final EngineVerbs verbs = new EngineVerbs() {
        @Override
        public Optional<Text> whyNot(Verb verb, String engineId) {
            return verb == Verb.EXTEND ? Optional.of(Text.verbatim("self-hosted, has no auto-delete time")) : Optional.empty();
        }

        @Override
        public void request(Verb verb, String engineId) {
            asked.add(verb);
        }
    };
    private final EngineWords engineWords = new EngineWords(words, new AppNames(new AppsStore()));
    private final EngineViewModel model = new EngineViewModel(fleet, engineWords, ticker, verbs);

    @Test
    void nothingIsShownUntilAnEngineIsChosen() {
        assertThat(model.entryProperty().get()).isEmpty();
    }

    @Test
    void theDetailsFollowTheFleet() {
        show(Engines.running("gpu-1").busy(1).idle(1).build());
        assertThat(model.workers()).hasSize(2);
        fleet.apply(List.of(EngineChange.whole(Engines.running("gpu-1").busy(3).updatedAt(Engines.NOW.plusSeconds(1)).build())), Feed.ENGINE);
        assertThat(model.workers()).hasSize(3);
    }

    @Test
    void whatIsOffSaysWhyAndCannotBeAsked() {
        show(Engines.running("gpu-1").busy(1).build());
        assertThat(model.reasonsProperty().get()).contains("self-hosted, has no auto-delete time");
        model.request(Verb.EXTEND);
        model.request(Verb.DRAIN);
        assertThat(asked).containsExactly(Verb.DRAIN);
    }

    @Test
    void aCloudEngineNamesItsPriceAndItsEnd() {
        show(Engines.running("h100").cloud().cents(840).endsIn(Duration.ofHours(4)).build());
        assertThat(model.facts()).anyMatch(fact -> fact.value().contains("$8.40")).anyMatch(fact -> fact.value().contains("4 h 0 m"));
    }

    @Test
    void anOutdatedVersionStandsBesideTheNewestOnceThatIsKnown() {
        show(Engines.running("old").version("v1.9.1").build());
        assertThat(model.facts()).anyMatch(fact -> fact.value().equals("v1.9.1"));
        engineWords.releases().setNewest("v1.10.1556");
        ticker.tick();
        show(Engines.running("old").version("v1.9.1").updatedAt(Engines.NOW.plusSeconds(1)).build());
        assertThat(model.facts()).anyMatch(fact -> fact.value().equals("v1.9.1 · newest v1.10.1556"));
    }

    @Test
    void anEngineThatCannotBeReadSaysNoMoreThanThat() {
        show(Engine.unreadable("id-odd", "id-odd", "", "{}"));
        assertThat(model.sinceProperty().get()).startsWith("Unreadable");
        assertThat(model.facts()).noneMatch(fact -> fact.value().contains("self-hosted"));
    }

    @Test
    void anEngineThatIsGoneDoesNotGoOnRunning() {
        show(Engines.running("gpu-1").busy(1).build());
        fleet.replaceAll(List.of(), Feed.POLL);

        assertThat(model.sinceProperty().get()).isEqualTo("Gone, last seen as Running");
        assertThat(model.statusProperty().get().word()).isEqualTo(Text.of("status.engine.gone"));
        assertThat(model.seenProperty().get()).isEqualTo("seen 0 s ago");
        assertThat(model.workers()).as("its last picture").hasSize(1);
        assertThat(model.isOld(model.connectionProperty().get())).as("dimmed").isTrue();

        show(Engines.running("gpu-1").busy(1).updatedAt(Engines.NOW.plusSeconds(1)).build());
        assertThat(model.sinceProperty().get()).startsWith("Running");
    }

    @Test
    void anEngineWithoutWorkersOrSystemFiguresIsShownWithWhatIsKnown() {
        show(Engines.running("bare").withoutWorkers().withoutSystem().build());
        assertThat(model.entryProperty().get()).isPresent();
        assertThat(model.workers()).isEmpty();
        assertThat(model.gpus()).isEmpty();
    }

    private void show(Engine engine) {
        fleet.replaceAll(List.of(engine), Feed.ENGINE);
        model.show(Optional.of(engine.id()));
    }
}
