package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.profile.SavedView;
import sh.inference.console.state.Connection;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.Engines;

class EnginesViewModelTest {
    private final GridRig rig = new GridRig(Runnable::run);

    @Test
    void everyEngineIsARowAndEveryStatusAChip() {
        rig.live(List.of(Engines.running("b").busy(3).idle(1).build(), Engines.in("a", EngineStatus.DRAINING).build(), Engines.inWord("c", "suspended").build()));
        assertThat(rig.model.rows()).hasSize(3);
        assertThat(rig.model.chips()).extracting(SummaryChip::value).containsExactly("", "running", "draining", "unknown", "busy", "idle");
        assertThat(chip("running")).isEqualTo(1);
        assertThat(chip("busy")).isEqualTo(3);
        rig.fleet.apply(List.of(EngineChange.whole(Engines.in("b", EngineStatus.DRAINING).busy(2).updatedAt(Engines.NOW.plusSeconds(1)).build())), Feed.EVENTS);
        assertThat(chip("draining")).isEqualTo(2);
        assertThat(chip("busy")).isEqualTo(2);
    }

    /** What follows is added once a second, so that rows do not move all the while. */
    @Test
    void theFirstPageOfALongListIsShownAtOnce() {
        Connection loading = new Connection(new Freshness.CatchingUp(Optional.empty()), Feed.POLL, 0, OptionalInt.of(300));
        rig.fleet.setConnection(loading);
        rig.fleet.read(Engines.running("a").build(), Feed.POLL);
        assertThat(rig.shown()).containsExactly("id-a");
        rig.fleet.read(Engines.running("b").build(), Feed.POLL);
        assertThat(rig.shown()).containsExactly("id-a");
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.shown()).containsExactly("id-a", "id-b");
    }

    /** A zero would say that the service has none. */
    @Test
    void enginesThatWereNeverReadAreNotCountedAsNone() {
        assertThat(rig.model.chips()).extracting(SummaryChip::count).containsExactly(OptionalInt.empty());
        rig.live(List.of());
        assertThat(rig.model.chips()).extracting(SummaryChip::count).containsExactly(OptionalInt.of(0));
    }

    @Test
    void aChipFiltersAndTheSameChipShowsAllAgain() {
        rig.live(List.of(Engines.running("b").build(), Engines.in("a", EngineStatus.DRAINING).build()));
        rig.model.chooseOnly(Facet.STATUS, "draining");
        assertThat(rig.shown()).containsExactly("id-a");
        assertThat(rig.model.filterProperty().get().inWords(rig.model.facets())).isEqualTo("Status Draining");
        rig.model.chooseOnly(Facet.STATUS, "draining");
        assertThat(rig.shown()).containsExactly("id-a", "id-b");
    }

    @Test
    void theFilterHidesRowsAndTheChoiceStays() {
        rig.live(List.of(Engines.running("gpu-lon-1").build(), Engines.running("h100-west").build()));
        rig.model.select("id-gpu-lon-1");
        rig.model.setFilterText("h100-west");
        assertThat(rig.shown()).containsExactly("id-h100-west");
        assertThat(rig.model.selectedProperty().get()).contains("id-gpu-lon-1");
        assertThat(rig.model.selectionTextProperty().get()).isEqualTo("1 selected, 1 filtered out");
        rig.model.selectAll();
        assertThat(rig.model.selectionTextProperty().get()).isEqualTo("2 selected, 1 filtered out");
        rig.model.setFilterText("");
        assertThat(rig.model.rows()).hasSize(2);
    }

    /** Large letters and small ones stand together, and where all is equal the name decides: the one that the engine has now. */
    @Test
    void rowsAreInTheOrderOfTheirNamesAsTheyAreNow() {
        rig.live(List.of(Engines.running("beta").build(), Engines.running("Alpha").build(), Engines.running("Gamma").build()));
        rig.model.arrangement().sortBy(List.of(new SavedView.Level("name", false)));
        assertThat(rig.shown()).containsExactly("id-Alpha", "id-beta", "id-Gamma");
        rig.model.arrangement().sortBy(List.of(new SavedView.Level("status", false)));
        assertThat(rig.shown()).containsExactly("id-Alpha", "id-beta", "id-Gamma");

        rig.fleet.read(Engines.running("zeta").id("id-Alpha").build(), Feed.POLL);
        rig.model.arrangement().sortBy(List.of(new SavedView.Level("version", false)));
        assertThat(rig.shown()).containsExactly("id-beta", "id-Gamma", "id-Alpha");
        rig.model.arrangement().sortBy(List.of(new SavedView.Level("name", true)));
        assertThat(rig.shown()).containsExactly("id-Alpha", "id-Gamma", "id-beta");
    }

    @Test
    void wordsAreFoundInNameIdHostAppAndRegion() {
        rig.live(List.of(Engines.running("a").cloud().holding("app-ocr", "v1").idle(1).build(), Engines.running("b").build()));
        for (String text : List.of("A.LOCAL", "app-ocr", "canada", "id-a hyper")) {
            rig.model.setFilterText(text);
            assertThat(rig.shown()).as(text).containsExactly("id-a");
        }
    }

    @Test
    void freeTextFindsWhatAnEngineIsByNowAndNotWhatItWas() {
        rig.live(List.of(Engines.running("a").holding("app-ocr", "v1").idle(1).build(), Engines.running("b").withoutSystem().withoutWorkers().build()));
        rig.model.setFilterText("app-ocr");
        assertThat(rig.shown()).containsExactly("id-a");
        rig.model.setFilterText("h100");
        assertThat(rig.shown()).containsExactly("id-a");

        rig.fleet.read(Engines.running("a").withoutSystem().withoutWorkers().build(), Feed.POLL);
        rig.fleet.read(Engines.running("b").holding("app-ocr", "v1").idle(1).build(), Feed.POLL);
        assertThat(rig.shown()).containsExactly("id-b");
        rig.model.setFilterText("app-ocr");
        assertThat(rig.shown()).containsExactly("id-b");
    }

    @Test
    void valuesOfOneFacetAddUpAndFacetsNarrowEachOther() {
        rig.live(List.of(Engines.running("a").cloud().cents(50).endsIn(Duration.ofMinutes(10)).build(), Engines.running("b").cloud().cents(250).build(),
                Engines.running("c").version("v1.9.1").build()));
        rig.model.toggle(Facet.KIND, "cloud");
        assertThat(rig.shown()).containsExactly("id-a", "id-b");
        rig.model.toggle(Facet.DEADLINE, "15");
        assertThat(rig.shown()).containsExactly("id-a");
        rig.model.toggle(Facet.DEADLINE, "240");
        rig.model.toggle(Facet.PRICE, "200");
        assertThat(rig.shown()).containsExactly();
        assertThat(rig.model.values(Facet.VERSION)).containsEntry("v1.9.1", 1).containsEntry("v1.10.1556", 2);
    }

    @Test
    void nobodyGuessesWhichVersionIsOutdated() {
        Engine old = Engines.running("old").version("v1.9.1").build();
        rig.live(List.of(old, Engines.running("new").build()));
        assertThat(rig.model.facets().of(Facet.OUTDATED, old)).containsExactly("unknown");
        rig.model.releases().setNewest("v1.10.1556");
        rig.model.toggle(Facet.OUTDATED, "outdated");
        assertThat(rig.shown()).containsExactly("id-old");
    }

    @Test
    void rowsStandStillUntilTheOrderIsToBeKept() {
        rig.live(List.of(Engines.running("a").busy(2).build(), Engines.running("b").busy(1).build()));
        rig.model.sort(new RowOrder(List.of(new RowOrder.Level(new RowKeys(rig.model.words()).of("workers"), true))));
        assertThat(rig.shown()).containsExactly("id-a", "id-b");
        busy("b", 5, 1);
        assertThat(rig.shown()).containsExactly("id-a", "id-b");
        rig.model.keepSortedProperty().set(true);
        rig.model.setHandsOn(true);
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.shown()).containsExactly("id-a", "id-b");
        rig.model.setHandsOn(false);
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.shown()).containsExactly("id-b", "id-a");
        busy("a", 8, 2);
        assertThat(rig.shown()).as("twice a second at most").containsExactly("id-b", "id-a");
    }

    @Test
    void theSelectionSurvivesAListThatWasReadAgain() {
        rig.live(List.of(Engines.running("a").build(), Engines.running("b").build()));
        rig.model.selectAll();
        rig.fleet.replaceAll(List.of(Engines.running("a").build(), Engines.running("b").build()), Feed.POLL);
        assertThat(rig.model.selectedIdsProperty().get()).isEqualTo(Set.of("id-a", "id-b"));
        rig.fleet.remove("id-b");
        assertThat(rig.model.selectedIdsProperty().get()).isEqualTo(Set.of("id-a"));
    }

    @Test
    void aRowIsTheSameObjectThroughUpdates() {
        rig.live(List.of(Engines.running("gpu-1").busy(1).build()));
        EngineRow before = rig.model.rows().getFirst();
        busy("gpu-1", 3, 5);
        assertThat(rig.model.rows().getFirst()).isSameAs(before);
    }

    private void busy(String name, int workers, int second) {
        rig.fleet.apply(List.of(EngineChange.whole(Engines.running(name).busy(workers).updatedAt(Engines.NOW.plusSeconds(second)).build())), Feed.ENGINE);
    }

    private int chip(String value) {
        return rig.model.chips().stream().filter(chip -> chip.value().equals(value)).findFirst().orElseThrow().count().orElseThrow();
    }
}
