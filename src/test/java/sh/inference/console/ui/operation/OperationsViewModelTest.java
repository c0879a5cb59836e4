package sh.inference.console.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static sh.inference.console.testing.Engines.NOW;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

import sh.inference.console.model.Feed;
import sh.inference.console.ops.Stuck;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.state.FleetStore;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.operation.OperationCard.Mark;

class OperationsViewModelTest {
    private final ManualClock clock = new ManualClock(NOW.plusSeconds(300));
    private final Ticker ticker = new Ticker(clock);
    private final FleetStore fleet = new FleetStore(clock);
    private final ObservableList<OperationRecord> log = FXCollections.observableArrayList();
    private final NotedChoices choices = new NotedChoices();
    private final OperationsViewModel model = new OperationsViewModel(log, fleet, new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), ticker, choices, app -> app, () -> Stuck.STANDARD);

    private OperationCard card() {
        return model.cardProperty().get().orElseThrow();
    }

    private List<Mark> marks() {
        return card().steps().stream().map(OperationCard.Step::mark).toList();
    }

    @Test
    void withoutOperationsThereIsNoCard() {
        assertThat(model.rows()).isEmpty();
        assertThat(model.cardProperty().get()).isEmpty();
    }

    @Test
    void acceptedIsNotSeen() {
        log.add(Records.accepted("a", NOW));
        assertThat(marks()).containsExactly(Mark.REACHED, Mark.REACHED, Mark.WAITING, Mark.WAITING);
        assertThat(model.rows().getFirst().line().outcome()).isEqualTo(Outcome.RUNNING);
    }

    @Test
    void whatTheFleetShowsMakesTheStepsSeen() {
        log.add(Records.observed("a", NOW));
        assertThat(marks()).containsExactly(Mark.SEEN, Mark.SEEN, Mark.SEEN, Mark.WAITING);
        log.set(0, Records.done("a", NOW));
        assertThat(marks()).containsOnly(Mark.SEEN);
        assertThat(card().figures()).isEmpty();
        assertThat(model.rows().getFirst().line().elapsed()).isEqualTo("15:00");
    }

    @Test
    void whatIsStuckSaysWhoHoldsItAndWhatEachChoiceMeans() {
        fleet.setConnection(sh.inference.console.testing.Situations.connection(new sh.inference.console.state.Freshness.Live()));
        clock.advance(Duration.ofMinutes(20));
        fleet.replaceAll(List.of(Records.DRAINING), Feed.ENGINE);
        ticker.tick();
        log.add(Records.still("a", NOW));
        Verdict verdict = card().stuck().orElseThrow();
        assertThat(verdict.title()).isEqualTo("No progress for 18 min. One task keeps the engine busy.");
        assertThat(verdict.evidence()).first().asString().startsWith("Worker 0 has run an unknown app, task task-gpu-lon-03-0, since");
        assertThat(verdict.evidence()).last().asString().contains("Draining, seen 0 s ago");
        assertThat(verdict.choices()).extracting(choice -> choice.words() + ": " + choice.consequence()).containsExactly(
                "Ask again in 10 min: Keeps waiting. Nothing is sent.", "Open task log: Read only.",
                "Cancel task task-gpu…: The caller gets an error; the operation then ends by itself.",
                "Stop gpu-lon-03…: Would not be faster: while connected, stop waits for the same tasks.",
                "Wait no longer: Nothing is sent. It can be asked for again, and its end is still noted if it comes.");
        assertThat(model.rows().getFirst().line().last()).startsWith("Stuck · No progress for 18 min");
        verdict.choices().forEach(model::choose);
        assertThat(choices.noted).containsExactly("look again a", "log task-gpu-lon-03-0", "cancel task-gpu-lon-03-0 on " + Records.BUSY.id(), "stop " + Records.BUSY.id(), "give up a");
        assertThat(model.taskLogProperty().get()).map(OperationsViewModel.TaskLines::lines).contains(List.of("loading", "running"));
        assertThat(card().chart().orElseThrow().points()).hasSize(5);
    }

    @Test
    void aDrainUnderWaySaysHowFarItIs() {
        fleet.replaceAll(List.of(Records.DRAINING), Feed.POLL);
        log.add(Records.observed("a", NOW));
        assertThat(card().figures()).extracting(figure -> figure.value() + " " + figure.of() + " " + figure.name())
                .containsExactly("1 of 4 workers left", "1 of 3 tasks left", "5:00  elapsed", "0:00  oldest task", "1:00  since the last step");
        clock.advance(Duration.ofSeconds(7));
        ticker.tick();
        assertThat(card().figures().get(2).value()).isEqualTo("5:07");
    }

    @Test
    void aRefusedOneNamesTheProblemAtTheStepItDidNotReach() {
        log.add(Records.refused("a", NOW));
        assertThat(marks()).containsExactly(Mark.REACHED, Mark.FAILED, Mark.WAITING, Mark.WAITING);
        assertThat(card().problem()).isPresent();
        assertThat(card().verdict()).isEmpty();
    }

    @Test
    void aLateOneSaysSoAndIsStillOpen() {
        log.add(Records.timedOut("a", NOW));
        assertThat(marks()).containsExactly(Mark.REACHED, Mark.REACHED, Mark.STUCK, Mark.WAITING);
        assertThat(card().verdict()).startsWith("Not ended after 15 min");
        assertThat(model.runningProperty().get()).isEqualTo(1);
    }

    @Test
    void aNewOperationIsLookedAtAtOnceAndOthersStayWhereTheyAre() {
        log.add(Records.done("a", NOW));
        OperationRow first = model.rows().getFirst();
        log.addFirst(Records.accepted("b", NOW.plusSeconds(60)));
        assertThat(model.selectedProperty().get().id()).isEqualTo("b");
        model.selectedProperty().set(first);
        log.set(0, Records.observed("b", NOW.plusSeconds(60)));
        assertThat(model.selectedProperty().get()).isSameAs(first);
        assertThat(model.rows().get(1)).isSameAs(first);
    }

    @Test
    void onlyThoseThatRunCanBeListed() {
        log.addAll(List.of(Records.accepted("b", NOW), Records.done("a", NOW)));
        model.onlyRunningProperty().set(true);
        assertThat(model.rows()).extracting(OperationRow::id).containsExactly("b");
        assertThat(model.totalProperty().get()).isEqualTo(2);
        log.set(0, Records.done("b", NOW));
        assertThat(model.rows()).isEmpty();
        assertThat(model.cardProperty().get()).isEmpty();
    }

    @Test
    void theCardTellsWhatHappenedNewestFirst() {
        log.add(Records.observed("a", NOW));
        assertThat(card().observed()).extracting(OperationCard.Seen::text).containsExactly("Draining, 1 task left, 1 worker serving",
                "Draining, 3 tasks left, 4 workers serving", "Accepted, HTTP 200", "Written to the journal, then sent");
        assertThat(card().asked()).contains("anna@desk-4", "test-eu", "fan swap");
    }
}
