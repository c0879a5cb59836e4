package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineStatus;
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

class EnginesViewModelTest {
    private final ManualClock clock = new ManualClock(Engines.NOW);
    private final FleetStore fleet = new FleetStore(clock);
    private final EngineVerbs verbs = new EngineVerbs() {
        @Override
        public Optional<Text> whyNot(Verb verb, String engineId) {
            return Optional.empty();
        }

        @Override
        public void request(Verb verb, String engineId) {
            throw new AssertionError("nothing is asked by looking");
        }
    };
    private final EnginesViewModel model = new EnginesViewModel(fleet,
            new EngineWords(new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), new AppNames(new AppsStore())),
            new Ticker(clock), Runnable::run, verbs, "http://127.0.0.1");

    @Test
    void everyEngineIsARowAndEveryStatusAChip() {
        fleet.replaceAll(List.of(Engines.running("b").build(), Engines.in("a", EngineStatus.DRAINING).build(), Engines.inWord("c", "suspended").build()), Feed.POLL);
        assertThat(model.rows()).hasSize(3);
        assertThat(model.chips()).anyMatch(chip -> chip.status().equals(Optional.of(EngineStatus.DRAINING)) && chip.count() == 1)
                .anyMatch(chip -> chip.status().equals(Optional.of(EngineStatus.UNKNOWN)) && chip.count() == 1);
    }

    @Test
    void theFilterHidesRowsAndTheChoiceStays() {
        String chosen = Engines.running("gpu-lon-1").build().id();
        fleet.replaceAll(List.of(Engines.running("gpu-lon-1").build(), Engines.running("h100-west").build()), Feed.POLL);
        model.select(chosen);
        model.setFilterText("h100-west");
        assertThat(model.rows()).hasSize(1);
        assertThat(model.selectedProperty().get()).contains(chosen);
        model.setFilterText("");
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void aRowIsTheSameObjectThroughUpdates() {
        fleet.replaceAll(List.of(Engines.running("gpu-1").busy(1).build()), Feed.POLL);
        EngineRow before = model.rows().getFirst();
        fleet.apply(List.of(EngineChange.whole(Engines.running("gpu-1").busy(3).updatedAt(Engines.NOW.plusSeconds(5)).build())), Feed.ENGINE);
        assertThat(model.rows().getFirst()).isSameAs(before);
    }
}
