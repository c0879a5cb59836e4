package sh.inference.console.ops.takeup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.record.RenameEngine;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

/** A console that ended in the middle, and the next one on the same journal. */
class TakeUpTest {
    @TempDir
    private Path folder;

    private DeskRig rig() {
        return new DeskRig(folder).with(Engines.running("e").cloud().busy(1)).with(Apps.named("flux").versions(3).current(2));
    }

    private DeskRig endedIn(Operation operation) {
        DeskRig first = rig();
        first.operator.thenSend("rack move");
        first.desk.request(operation);
        return first;
    }

    private static void takeUp(DeskRig next) throws IOException {
        TakeUp.all(next.journal.read(), Situations.profile(ProfileKind.DEVELOPMENT), next.desk, next.clock.instant());
    }

    @Test
    void aDrainIsFollowedToItsEndByReadingAndNeverSentAgain() throws IOException {
        endedIn(new DrainEngine("id-e"));
        DeskRig next = rig();
        takeUp(next);
        assertThat(next.last().state()).isIn(OperationState.ACCEPTED, OperationState.OBSERVED);
        assertThat(next.last().reason()).isEqualTo("rack move");
        next.becomes("id-e", EngineStatus.DRAINING);
        next.becomes("id-e", EngineStatus.STOPPED);
        assertThat(next.last().state()).isEqualTo(OperationState.DONE);
        assertThat(next.service.writes).isEmpty();
        assertThat(next.journal.read().unfinished()).isEmpty();
    }

    @Test
    void anExtensionIsToldByTheDeadlineThatWasWrittenDown() throws IOException {
        DeskRig first = rig();
        // It takes the money and ends before an answer comes: the intent is all that is written.
        first.service.onWrite = () -> {
            throw new IllegalStateException("the console ends here");
        };
        first.operator.thenSend("");
        first.desk.request(new ExtendEngine("id-e", BigDecimal.valueOf(3)));
        DeskRig next = new DeskRig(folder).with(Engines.running("e").cloud().busy(1).endsIn(Duration.ofHours(7)));
        takeUp(next);
        next.tick(Duration.ofSeconds(1));
        assertThat(next.last().state()).isEqualTo(OperationState.DONE);
        assertThat(next.service.writes).isEmpty();
    }

    @Test
    void anUpdateIsToldByTheVersionThatWasWrittenDown() throws IOException {
        endedIn(new UpdateEngine("id-e"));
        DeskRig next = new DeskRig(folder).with(Engines.running("e").cloud().version("v1.11.0").busy(1));
        takeUp(next);
        next.tick(Duration.ofSeconds(1));
        assertThat(next.last().state()).isEqualTo(OperationState.DONE);
        assertThat(next.service.writes).isEmpty();
    }

    @Test
    void aRestartThatWaitedIsSaidOnceToHaveEndedWithItsConsoleAndIsNotSent() throws IOException {
        DeskRig first = rig();
        first.operator.then(request -> request.arm(request.planProperty().get(), "driver", result -> { }));
        first.desk.request(new RestartEngine("id-e"));
        DeskRig next = new DeskRig(folder).with(Engines.running("e").cloud().idle(1));
        takeUp(next);
        next.tick(Duration.ofSeconds(10));
        assertThat(next.last().state()).isEqualTo(OperationState.CANCELLED);
        assertThat(Plans.words(next.last().last().text())).startsWith("The console ended before the engine was idle. Nothing was sent");
        assertThat(next.last().reason()).isEqualTo("driver");
        assertThat(next.service.writes).isEmpty();
        DeskRig third = rig();
        takeUp(third);
        assertThat(third.log.records()).isEmpty();
    }

    @Test
    void aRestartThatWaitedAndWasSentIsFollowedLikeAnyOther() throws IOException {
        DeskRig first = rig();
        first.operator.then(request -> request.arm(request.planProperty().get(), "driver", result -> { }));
        first.desk.request(new RestartEngine("id-e"));
        first.service.set(Engines.running("e").cloud().idle(1));
        first.see("id-e");
        assertThat(first.service.writes).containsExactly("restart id-e");
        DeskRig next = new DeskRig(folder).with(Engines.in("e", EngineStatus.RESTARTING).cloud().idle(1));
        takeUp(next);
        next.tick(Duration.ofSeconds(1));
        assertThat(next.last().state()).isEqualTo(OperationState.OBSERVED);
    }

    @Test
    void whatWasWaitedForNoLongerIsWatchedOn() throws IOException {
        DeskRig first = endedIn(new DrainEngine("id-e"));
        first.desk.giveUp(first.last().id());
        assertThat(first.last().state()).isEqualTo(OperationState.TIMED_OUT);
        DeskRig next = rig();
        takeUp(next);
        assertThat(next.last().state()).isEqualTo(OperationState.TIMED_OUT);
        next.becomes("id-e", EngineStatus.STOPPED);
        assertThat(next.last().state()).isEqualTo(OperationState.DONE);
    }

    @Test
    void anEngineThatIsGoneMeanwhileIsNotWaitedForSilently() throws IOException {
        endedIn(new DrainEngine("id-e"));
        DeskRig next = new DeskRig(folder);
        takeUp(next);
        next.tick(Duration.ofSeconds(1));
        assertThat(next.last().state()).isEqualTo(OperationState.SUPERSEDED);
        assertThat(next.journal.read().unfinished()).isEmpty();
    }

    @Test
    void aNewNameIsReadBackAsItWasTyped() throws IOException {
        DeskRig first = rig();
        first.service.onWrite = () -> {
            throw new IllegalStateException("the console ends here");
        };
        first.operator.thenSend("");
        first.desk.request(new RenameEngine("id-e", "gpu \"7\" \\ ü"));
        DeskRig next = rig();
        takeUp(next);
        assertThat(next.last().plan().call().body()).contains("{\"name\":\"gpu \\\"7\\\" \\\\ ü\"}");
    }

    @Test
    void whatIsAnotherProfilesOrOldOrHasEndedIsLeftAlone() throws IOException {
        DeskRig first = endedIn(new DrainEngine("id-e"));
        DeskRig later = rig();
        TakeUp.all(later.journal.read(), Situations.profile(ProfileKind.DEVELOPMENT), later.desk, later.clock.instant().plus(Duration.ofDays(2)));
        assertThat(later.log.records()).isEmpty();
        first.becomes("id-e", EngineStatus.STOPPED);
        takeUp(later);
        assertThat(later.log.records()).isEmpty();
    }
}
