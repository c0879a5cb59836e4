package sh.inference.console.ui.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

import sh.inference.console.model.Feed;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.model.Engine;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.VersionPair;
import sh.inference.console.testing.Situations;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.CurrentSighting;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.LoadState;
import sh.inference.console.state.VersionBadge;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Fact;
import sh.inference.console.ui.common.Ticker;

class VersionsViewModelTest {
    private final ManualClock clock = new ManualClock();
    private final Ticker ticker = new Ticker(clock);
    private final AppsStore store = new AppsStore();
    private final FleetStore fleet = new FleetStore(clock);
    private final List<String> opened = new ArrayList<>();
    private final List<Operation> asked = new ArrayList<>();
    private final Map<Operation, Text> refused = new HashMap<>();
    private final List<VersionPair> compared = new ArrayList<>();
    private final ObservableList<OperationRecord> records = FXCollections.observableArrayList();
    private final VersionsViewModel model = new VersionsViewModel(store, fleet, opened::add, compared::add, operation -> Optional.ofNullable(refused.get(operation)), asked::add,
            new Undo(records, store, ticker, asked::add), new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), ticker);

    {
        // As while its page is looked at.
        model.activeProperty().set(true);
    }

    private void open(Apps app) {
        store.put(app.build());
        model.show(app.build().id());
        store.setVersions(app.build().id(), app.versionList());
    }

    private VersionRow choose(int number) {
        VersionRow row = model.rows().stream().filter(one -> one.id().equals("flux-v" + number)).findFirst().orElseThrow();
        model.selectedProperty().set(row);
        return row;
    }

    @Test
    void anAppIsReadOnceWhenItIsShown() {
        model.show("app-flux");
        model.show("app-flux");
        assertThat(opened).containsExactly("app-flux");
        model.retry();
        assertThat(opened).hasSize(2);
    }

    @Test
    void everyVersionHasItsBadgeNewestFirst() {
        store.setSightings("app-flux", List.of(new CurrentSighting("flux-v2", Engines.NOW, Engines.NOW)));
        open(Apps.named("flux").versions(4).current(3));
        assertThat(model.rows()).extracting(row -> row.line().badge()).containsExactly(VersionBadge.NEWER_NEVER_CURRENT, VersionBadge.CURRENT, VersionBadge.FORMER,
                VersionBadge.FIRST_SEEN_HERE);
        assertThat(model.selectedProperty().get().id()).isEqualTo("flux-v3");
    }

    @Test
    void theCurrentVersionIsNeverOffered() {
        open(Apps.named("flux").versions(3).current(2));
        model.promote();
        model.rollBack();
        assertThat(asked).isEmpty();
        assertThat(model.promoteObstacleProperty().get()).contains("is the current version");
        assertThat(model.rollBackObstacleProperty().get()).contains("no earlier version was seen current");
    }

    @Test
    void aNewerVersionIsPromotedAndAnOlderOneRolledBackTo() {
        open(Apps.named("flux").versions(3).current(2));
        choose(3);
        assertThat(model.rollBackObstacleProperty().get()).contains("choose one");
        model.rollBack();
        model.promote();
        choose(1);
        assertThat(model.promoteObstacleProperty().get()).contains("older");
        model.promote();
        model.rollBack();
        assertThat(asked).containsExactly(new PromoteVersion("app-flux", "flux-v3"), new RollBackVersion("app-flux", "flux-v1"));
    }

    @Test
    void aFormerVersionThatIsNewerMayGoEitherWay() {
        store.setSightings("app-flux", List.of(new CurrentSighting("flux-v3", Engines.NOW, Engines.NOW)));
        open(Apps.named("flux").versions(3).current(2));
        choose(3);
        assertThat(model.promoteObstacleProperty().get()).isEmpty();
        assertThat(model.rollBackObstacleProperty().get()).isEmpty();
    }

    @Test
    void whatTheDeskRefusesIsOffAndSaysWhy() {
        open(Apps.named("flux").versions(3).current(2));
        refused.put(new PromoteVersion("app-flux", "flux-v3"), Text.of("why.scope", "apps:write"));
        choose(3);
        assertThat(model.promoteObstacleProperty().get()).isEqualTo("Off: this key lacks apps:write.");
        model.promote();
        assertThat(asked).isEmpty();
        refused.clear();
        clock.advance(Duration.ofSeconds(1));
        ticker.tick();
        assertThat(model.promoteObstacleProperty().get()).isEmpty();
    }

    @Test
    void theCurrentBadgeMovesInPlaceAndTheChoiceStays() {
        open(Apps.named("flux").versions(3).current(2));
        VersionRow chosen = choose(3);
        store.put(Apps.named("flux").versions(3).current(3).build());
        clock.advance(Duration.ofSeconds(1));
        ticker.tick();
        assertThat(model.selectedProperty().get()).isSameAs(chosen);
        assertThat(chosen.line().badge()).isEqualTo(VersionBadge.CURRENT);
        assertThat(model.promoteObstacleProperty().get()).contains("is the current version");
    }

    @Test
    void aRowSaysWhoRunsItNow() {
        fleet.replaceAll(List.of(Engines.running("gpu-1").holding("app-flux", "flux-v2").busy(2).idle(1).build()), Feed.POLL);
        open(Apps.named("flux").versions(2).current(2));
        assertThat(model.rows().getFirst().line().workers()).isEqualTo("2 busy · 1 warm");
        assertThat(model.rows().getFirst().line().needs()).isEqualTo("1 × 24 GB");
        assertThat(model.rows().getLast().line().workers()).isEqualTo(Formats.UNKNOWN);
    }

    @Test
    void theFactsSayHowManyWorkersFit() {
        fleet.replaceAll(List.of(Engines.running("gpu-1").idle(3).build()), Feed.POLL);
        open(Apps.named("flux").versions(1).current(1).vram(90L << 30));
        assertThat(model.factsProperty().get().orElseThrow().left()).contains(new Fact("Fits", "0 of 3 workers can run it, needs 90 GB"));
    }

    @Test
    void aRollBackOffersTheLastVersionThatLastedUnlessAnEarlierOneIsChosen() {
        store.setSightings("app-flux", List.of(new CurrentSighting("flux-v1", Engines.NOW.minusSeconds(7200), Engines.NOW.minusSeconds(3600)),
                new CurrentSighting("flux-v2", Engines.NOW.minusSeconds(60), Engines.NOW)));
        open(Apps.named("flux").versions(3).current(2));
        model.rollBack();
        assertThat(asked).containsExactly(new RollBackVersion("app-flux", "flux-v1"));
    }

    @Test
    void adoptionCountsDownToNobodyAndNamesWhoHoldsOn() {
        store.setSightings("app-flux", List.of(new CurrentSighting("flux-v1", Engines.NOW.minusSeconds(60), Engines.NOW.minusSeconds(2)), new CurrentSighting("flux-v2", Engines.NOW, Engines.NOW)));
        fleet.replaceAll(List.of(Engines.running("gpu-1").holding("app-flux", "flux-v1").busy(3).build(), Engines.running("gpu-2").holding("app-flux", "flux-v2").busy(2).build()), Feed.POLL);
        open(Apps.named("flux").versions(2).current(2));
        AdoptionLine line = model.adoptionProperty().get().orElseThrow();
        assertThat(line.title()).isEqualTo("busy workers still on flux-v1: 3 → 3");
        assertThat(line.holdingWords()).isEqualTo("3 hold on: gpu-1 ×3");
        fleet.replaceAll(List.of(Engines.running("gpu-1").holding("app-flux", "flux-v1").busy(1).build()), Feed.POLL);
        clock.advance(Duration.ofSeconds(1));
        ticker.tick();
        assertThat(model.adoptionProperty().get().orElseThrow().title()).isEqualTo("busy workers still on flux-v1: 3 → 1");
        fleet.replaceAll(List.of(Engines.running("gpu-1").holding("app-flux", "flux-v2").busy(1).build()), Feed.POLL);
        clock.advance(Duration.ofSeconds(1));
        ticker.tick();
        assertThat(model.adoptionProperty().get()).isEmpty();
    }

    @Test
    void theComparisonOfTheChosenVersionIsWorkedOutBeforeItIsAskedFor() {
        open(Apps.named("flux").versions(3).current(2));
        choose(3);
        assertThat(compared).contains(new VersionPair("app-flux", "flux-v2", "flux-v3"));
        choose(2);
        assertThat(model.pair()).contains(new VersionPair("app-flux", "flux-v1", "flux-v2"));
    }

    @Test
    void historySaysWhoAndInWhichInterval() {
        Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
        List<HistoryLine> lines = HistoryLine.of(List.of(new CurrentSighting("flux-v1", Engines.NOW.minusSeconds(600), Engines.NOW.minusSeconds(300)),
                new CurrentSighting("flux-v2", Engines.NOW.minusSeconds(290), Engines.NOW.minusSeconds(200), Optional.of(new CurrentSighting.Cause("PROMOTE", "ada", "weekly release"))),
                new CurrentSighting("flux-v1", Engines.NOW.minusSeconds(190), Engines.NOW.minusSeconds(150), Optional.of(new CurrentSighting.Cause("ROLL_BACK", "ada", ""))),
                new CurrentSighting("flux-v3", Engines.NOW.minusSeconds(140), Engines.NOW)), words);
        assertThat(lines).extracting(line -> line.kind() + " " + line.step() + " " + line.words()).containsExactly(
                "ELSEWHERE flux-v1 → flux-v3 changed elsewhere, between " + words.formats().time(Engines.NOW.minusSeconds(150)) + " and " + words.formats().time(Engines.NOW.minusSeconds(140)),
                "ROLLED_BACK flux-v2 → flux-v1 rolled back by ada", "PROMOTED flux-v1 → flux-v2 promoted by ada · “weekly release”",
                "FIRST flux-v1 already current when this console first looked");
    }

    @Test
    void aMoveCanBeTakenBackForTenMinutesUnlessSomebodyMovedItOn() {
        open(Apps.named("flux").versions(3).current(2));
        records.add(promoted("flux-v2", "flux-v3"));
        assertThat(model.undoProperty().get()).isEmpty();
        store.put(Apps.named("flux").versions(3).current(3).build());
        clock.advance(Duration.ofSeconds(1));
        ticker.tick();
        assertThat(model.undoProperty().get()).map(Undo.Offer::left).contains(Undo.WINDOW.minusSeconds(1));
        model.undo().request();
        assertThat(asked).containsExactly(new RollBackVersion("app-flux", "flux-v2"));
        clock.advance(Duration.ofMinutes(10));
        ticker.tick();
        assertThat(model.undoProperty().get()).isEmpty();
        model.undo().request();
        assertThat(asked).hasSize(1);
    }

    private OperationRecord promoted(String from, String to) {
        var plan = new PromoteVersion("app-flux", to).plan(Situations.of(new Engine[0]).apps(Apps.snapshot(Apps.named("flux").versions(3).currentId(from))).build());
        return OperationRecord.planned("op", plan, "", new OperationRecord.Asked("ada", Situations.profile(ProfileKind.SANDBOX), 0, 0), Engines.NOW)
                .to(OperationState.CONFIRMED, Engines.NOW, Text.of("x")).to(OperationState.SENT, Engines.NOW, Text.of("x")).to(OperationState.ACCEPTED, Engines.NOW, Text.of("x"))
                .to(OperationState.OBSERVED, Engines.NOW, Text.of("x")).to(OperationState.DONE, Engines.NOW, Text.of("x"));
    }

    @Test
    void aFailureIsShownForTheAppItBelongsTo() {
        model.show("app-flux");
        store.setVersionState("app-flux", new LoadState(false, 0, OptionalInt.empty(), false, Optional.of(Problem.of("server", 500))));
        assertThat(model.problemProperty().get()).isPresent();
        model.show("app-other");
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.placeholderProperty().get()).startsWith("Reading");
    }
}
