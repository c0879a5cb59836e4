package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalEntry.Kind;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Text;
import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ObjectGraph;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class OperationDeskTest {
    private static final DrainEngine DRAIN = new DrainEngine("id-e");
    @TempDir
    private Path folder;
    private DeskRig rig;

    @BeforeEach
    void anEngineWithWork() {
        rig = new DeskRig(folder.resolve("journal")).with(Engines.running("e").busy(2).idle(1)).with(Engines.running("other").idle(1));
    }

    @AfterEach
    void everyAnswerWasAskedFor() {
        rig.operator.mustBeExhausted();
    }

    @Test
    void aDrainIsAcceptedThenObservedThenDone() {
        rig.operator.thenSend("fan swap");
        rig.desk.request(DRAIN);
        assertThat(rig.operator.result()).isEqualTo(new Result(Sent.ACCEPTED, null, "op-1"));
        assertThat(rig.service.writes).containsExactly("drain id-e");
        assertThat(rig.states()).endsWith(OperationState.ACCEPTED, OperationState.OBSERVED);
        rig.becomes("id-e", EngineStatus.STOPPED);
        assertThat(rig.states()).containsExactly(OperationState.PLANNED, OperationState.CONFIRMED, OperationState.SENT, OperationState.ACCEPTED,
                OperationState.OBSERVED, OperationState.OBSERVED, OperationState.DONE);
        assertThat(rig.last().reason()).isEqualTo("fan swap");
        assertThat(rig.last().asked()).isEqualTo(new OperationRecord.Asked("ada", Situations.profile(ProfileKind.DEVELOPMENT), 3, 2));
    }

    @Test
    void whatAPlanWasMadeOfIsLetGoOnceTheFleetIsAnother() {
        rig.fleet.apply(List.of(EngineChange.whole(Engines.running("other").version("v-as-it-was").idle(1).build())), Feed.ENGINE);
        rig.desk.plan(DRAIN);
        rig.fleet.apply(List.of(EngineChange.whole(Engines.running("other").version("v-as-it-is").idle(1).build())), Feed.ENGINE);
        assertThat(ObjectGraph.strings(rig.desk)).contains("v-as-it-is").doesNotContain("v-as-it-was");
    }

    @Test
    void everyStepIsWrittenAndTheIntentBeforeTheRequestLeaves() {
        List<Kind> whenSent = new ArrayList<>();
        rig.service.onWrite = () -> rig.written().forEach(entry -> whenSent.add(entry.kind()));
        rig.operator.thenSend("why");
        rig.desk.request(DRAIN);
        rig.becomes("id-e", EngineStatus.STOPPED);
        assertThat(whenSent).containsExactly(Kind.INTENT);
        assertThat(rig.written()).extracting(JournalEntry::kind).containsExactly(Kind.INTENT, Kind.ACCEPTED, Kind.OBSERVED, Kind.OBSERVED, Kind.OUTCOME);
        JournalEntry intent = rig.written().getFirst();
        assertThat(intent.call()).map(call -> call.method() + " " + call.path()).contains("POST /engines/id-e/drain");
        assertThat(List.of(intent.actor(), intent.profile(), intent.host(), intent.verb(), intent.name(), intent.reason()))
                .containsExactly("ada", "test-eu", "api.example.test", "DRAIN", "e", "why");
        assertThat(rig.written().getLast().state()).isEqualTo("DONE");
    }

    @Test
    void nothingIsSentWhenTheJournalCannotBeWritten() throws IOException {
        Files.delete(folder.resolve("journal/journal.jsonl"));
        Files.createDirectory(folder.resolve("journal/journal.jsonl"));
        rig.operator.thenSend("");
        rig.desk.request(DRAIN);
        assertThat(rig.operator.result().sent()).isEqualTo(Sent.BLOCKED);
        assertThat(rig.operator.result().problem().code()).isEqualTo("journal");
        assertThat(rig.service.writes).isEmpty();
        assertThat(rig.log.records()).isEmpty();
        assertThat(rig.desk.whyNot(new DrainEngine("id-other"))).map(Text::key).contains("journal.trouble");
        Files.delete(folder.resolve("journal/journal.jsonl"));
        rig.tick(Duration.ofSeconds(1));
        assertThat(rig.desk.whyNot(new DrainEngine("id-other"))).isEmpty();
    }

    @Test
    void aSecondSendDoesNothing() {
        rig.operator.then(request -> {
            request.send(request.planProperty().get(), "", result -> { });
            request.send(request.planProperty().get(), "", result -> {
                throw new AssertionError("answered twice");
            });
        });
        rig.desk.request(DRAIN);
        assertThat(rig.service.writes).hasSize(1);
    }

    @Test
    void aCancelledQuestionSendsNothingEvenIfSentAfterwards() {
        rig.operator.then(request -> {
            request.cancel();
            request.send(request.planProperty().get(), "", result -> {
                throw new AssertionError("settled already");
            });
        });
        rig.desk.request(DRAIN);
        assertThat(rig.service.writes).isEmpty();
        assertThat(rig.log.records()).isEmpty();
    }

    @Test
    void thePlanFollowsTheFleetWhileTheQuestionIsOpen() {
        List<ConfirmationRequest> open = new ArrayList<>();
        rig.operator.then(open::add);
        rig.desk.request(DRAIN);
        rig.with(Engines.running("e").busy(1).idle(2));
        assertThat(Plans.words(open.getFirst().planProperty().get().consequence())).startsWith("Finishes 1 task,");
        rig.becomes("id-e", EngineStatus.DISCONNECTED);
        assertThat(open.getFirst().planProperty().get().blockedBy()).map(Text::key).contains("why.disconnected");
        rig.service.engines.remove("id-e");
        rig.see("id-e");
        assertThat(open.getFirst().planProperty().get().blockedBy()).map(Text::key).contains("why.gone");
        rig.fleet.setConnection(Situations.connection(new Freshness.CatchingUp()));
        assertThat(open.getFirst().planProperty().get().blockedBy()).map(Text::key).contains("why.catching-up");
    }

    @Test
    void aPlanThatIsBlockedWhenSentIsNotSent() {
        rig.operator.then(request -> {
            OperationPlan shown = request.planProperty().get();
            rig.becomes("id-e", EngineStatus.DISCONNECTED);
            request.send(shown, "", result -> assertThat(result.sent()).isEqualTo(Sent.BLOCKED));
        });
        rig.desk.request(DRAIN);
        assertThat(rig.service.writes).isEmpty();
    }

    @Test
    void whatHappenedBehindTheStreamIsFoundByReadingBeforeSending() {
        rig.operator.then(request -> {
            rig.service.status("id-e", EngineStatus.DISCONNECTED);
            request.send(request.planProperty().get(), "", result -> assertThat(result.sent()).isEqualTo(Sent.BLOCKED));
            assertThat(request.planProperty().get().blockedBy()).isPresent();
        });
        rig.desk.request(DRAIN);
        assertThat(rig.service.writes).isEmpty();
    }

    @Test
    void aStopOfAnEngineThatWentOfflineIsAskedAgainWithTheStrongerText() {
        rig.operator.then(request -> {
            rig.service.status("id-e", EngineStatus.DISCONNECTED);
            request.send(request.planProperty().get(), "", result -> assertThat(result.sent()).isEqualTo(Sent.CHANGED));
            assertThat(Plans.words(request.planProperty().get().consequence())).contains("ends it at once");
            request.send(request.planProperty().get(), "", result -> assertThat(result.sent()).isEqualTo(Sent.ACCEPTED));
        });
        rig.desk.request(new StopEngine("id-e"));
        assertThat(rig.service.writes).containsExactly("stop id-e");
    }

    @Test
    void aReasonIsNeededInProduction() {
        rig = new DeskRig(folder, ProfileKind.PRODUCTION, Runnable::run, Runnable::run).with(Engines.running("e").idle(1));
        rig.operator.thenSend("  ").thenSend("x".repeat(5000));
        rig.desk.request(DRAIN);
        assertThat(rig.operator.result().problem().code()).isEqualTo("reason");
        rig.desk.request(DRAIN);
        assertThat(rig.last().reason()).hasSize(Reason.LONGEST);
    }

    @Test
    void aKeyInTheReasonReachesNeitherTheRecordNorTheJournal() throws IOException {
        rig.operator.thenSend("works with inf_4a9c1d2e3f only");
        rig.desk.request(DRAIN);
        assertThat(rig.last().reason()).isEqualTo("works with [key] only");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("inf_4a9c");
            }
        }
    }

    @Test
    void aRefusalIsKeptWithItsReasonAndMayBeTriedAgain() {
        rig.service.refuseNext(new ApiFailure.Conflict("conflict", "engine id-e is not connected"));
        rig.operator.thenSend("").thenSend("");
        rig.desk.request(DRAIN);
        assertThat(rig.operator.result().sent()).isEqualTo(Sent.REFUSED);
        assertThat(rig.last().state()).isEqualTo(OperationState.FAILED);
        assertThat(rig.last().problem()).map(problem -> problem.detail()).contains("engine id-e is not connected");
        assertThat(rig.written().getLast().kind()).isEqualTo(Kind.OUTCOME);
        rig.desk.request(DRAIN);
        assertThat(rig.log.records()).hasSize(2);
        assertThat(rig.last().state()).isEqualTo(OperationState.OBSERVED);
    }

    @Test
    void aMissingScopeIsLearnedFromTheRefusal() {
        rig.service.refuseNext(new ApiFailure.Forbidden(Optional.of("engines:write"), "forbidden", "missing required scope: engines:write"));
        rig.operator.thenSend("");
        rig.desk.request(DRAIN);
        assertThat(rig.operator.result().problem().code()).isEqualTo("forbidden.scope");
        assertThat(rig.desk.whyNot(new UpdateEngine("id-other")).map(Plans::words)).contains("Off: this key lacks engines:write.");
    }

    @Test
    void whileAnOperationIsUnderWayWhatMakesNoSenseOnTopIsBlocked() {
        rig.operator.thenSend("").thenSend("");
        rig.desk.request(new UpdateEngine("id-e"));
        rig.becomes("id-e", EngineStatus.RUNNING);
        assertThat(rig.desk.whyNot(new StopEngine("id-e"))).isEmpty();
        assertThat(rig.desk.whyNot(new DrainEngine("id-other"))).isEmpty();
        rig.desk.request(new StopEngine("id-e"));
        assertThat(rig.log.records()).hasSize(2);
    }

    @Test
    void aStopTakesOverFromADrain() {
        rig.operator.thenSend("").thenSend("");
        rig.desk.request(DRAIN);
        rig.desk.request(new StopEngine("id-e"));
        assertThat(rig.log.records().getLast().state()).isEqualTo(OperationState.SUPERSEDED);
        rig.becomes("id-e", EngineStatus.STOPPED);
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
        assertThat(rig.log.records().getLast().state()).isEqualTo(OperationState.SUPERSEDED);
    }

    @Test
    void anExtensionIsDoneWhenTheNewDeadlineIsSeen() {
        rig.with(Engines.running("c").cents(210).endsIn(Duration.ofHours(4)));
        rig.operator.thenSend("");
        rig.desk.request(new ExtendEngine("id-c", new BigDecimal("3")));
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
        assertThat(rig.states()).contains(OperationState.OBSERVED);
        assertThat(Plans.words(rig.last().last().text())).contains("20:02");
    }

    @Test
    void otherHoursMakeAnotherPlan() {
        rig.with(Engines.running("c").cents(210).endsIn(Duration.ofHours(4)));
        rig.operator.then(request -> {
            OperationPlan three = request.planProperty().get();
            request.change(new ExtendEngine("id-c", new BigDecimal("8")));
            assertThat(Plans.words(request.planProperty().get().confirm())).isEqualTo("Extend by 8 h for $16.80");
            request.send(three, "", result -> assertThat(result.sent()).isEqualTo(Sent.CHANGED));
        });
        rig.desk.request(new ExtendEngine("id-c", new BigDecimal("3")));
        assertThat(rig.service.writes).isEmpty();
    }

    @Test
    void aPromotionIsDoneWhenReadBackAndRollsBack() {
        rig.with(Apps.named("flux").versions(3).current(2));
        rig.operator.thenSend("").thenSend("");
        rig.desk.request(new PromoteVersion("app-flux", "flux-v3"));
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
        rig.desk.request(new sh.inference.console.ops.promote.RollBackVersion("app-flux", "flux-v2"));
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
        assertThat(rig.service.writes).containsExactly("current flux-v3 app-flux", "current flux-v2 app-flux");
    }

    @Test
    void aPromotionIsNotSentWhenCurrentMovedSinceTheDialogOpened() {
        rig.with(Apps.named("flux").versions(3).current(2));
        rig.operator.then(request -> {
            rig.service.apps.get("app-flux").current(1);
            request.send(request.planProperty().get(), "", result -> assertThat(result.sent()).isEqualTo(Sent.CHANGED));
            assertThat(Plans.rows(request.planProperty().get(), "current.from-to").getFirst()).contains("flux-v1");
        });
        rig.desk.request(new PromoteVersion("app-flux", "flux-v3"));
        assertThat(rig.service.writes).isEmpty();
    }

    @Test
    void withoutAnAnswerToTheReadBeforehandNothingIsSent() {
        rig.service.failReads(new ApiFailure.Unreachable(ApiFailure.Cause.TIMEOUT, true, ""));
        rig.operator.thenSend("");
        rig.desk.request(DRAIN);
        assertThat(rig.operator.result().sent()).isEqualTo(Sent.REFUSED);
        assertThat(rig.service.writes).isEmpty();
        assertThat(rig.log.records()).isEmpty();
        assertThat(rig.desk.whyNot(DRAIN)).isEmpty();
    }

    @Test
    void anOperationThatDoesNotEndInTimeSaysSoAndMayStillEnd() {
        rig.operator.thenSend("");
        rig.desk.request(DRAIN);
        rig.tick(DRAIN.deadline().minusSeconds(1));
        assertThat(rig.last().state()).isEqualTo(OperationState.OBSERVED);
        rig.tick(Duration.ofSeconds(1));
        assertThat(rig.last().state()).isEqualTo(OperationState.TIMED_OUT);
        assertThat(Plans.words(rig.last().last().text())).startsWith("Not ended after 2 h 0 m. It may yet end: see how its target is before asking again. Last: Draining, 2 tasks left");
        rig.becomes("id-e", EngineStatus.STOPPED);
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
    }

    @Test
    void anEngineThatVanishesWhileItIsDrainedIsSaidToBeGone() {
        rig.operator.thenSend("");
        rig.desk.request(DRAIN);
        rig.service.engines.remove("id-e");
        rig.see("id-e");
        assertThat(rig.last().state()).isEqualTo(OperationState.SUPERSEDED);
        assertThat(Plans.words(rig.last().last().text())).contains("gone");
    }

    @Test
    void theOneAnswerForButtonsAndDialogs() {
        assertThat(rig.desk.whyNot(DRAIN)).isEmpty();
        assertThat(rig.desk.whyNot(new ExtendEngine("id-e", BigDecimal.ONE)).map(Plans::words)).contains("Self-hosted: it has no auto-delete time.");
        rig.fleet.setConnection(Situations.connection(new Freshness.Connecting()));
        assertThat(rig.desk.whyNot(DRAIN)).map(Text::key).contains("why.connecting");
    }
}
