package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class StuckTest {
    @TempDir
    private Path folder;
    private DeskRig rig;

    @BeforeEach
    void drain() {
        rig = new DeskRig(folder).with(Engines.running("e").holding("app-flux", "v1").busy(2));
        rig.operator.thenSend("");
        rig.desk.request(new DrainEngine("id-e"));
    }

    private Optional<Stuck> stuck() {
        return Stuck.of(rig.last(), rig.fleet.fleet(), rig.fleet.connection(), rig.desk.patience(), rig.clock.instant());
    }

    private void becomes(Engine engine) {
        rig.service.engines.put(engine.id(), engine);
        rig.see(engine.id());
    }

    @Test
    void tenMinutesWithoutProgressAreAVerdictWithItsEvidence() {
        rig.tick(Duration.ofMinutes(9));
        assertThat(stuck()).isEmpty();
        rig.tick(Duration.ofMinutes(2));
        assertThat(stuck()).get().satisfies(found -> {
            assertThat(Plans.words(found.title())).isEqualTo("No progress for 11 min. 2 tasks keep the engine busy.");
            assertThat(found.holders()).extracting(Stuck.Holder::taskId).containsExactly("task-e-0", "task-e-1");
        });
        assertThat(rig.last().state()).isEqualTo(OperationState.OBSERVED);
        assertThat(rig.written()).filteredOn(entry -> entry.kind() == JournalEntry.Kind.OBSERVED && entry.note().filter(note -> note.key().equals("stuck.title")).isPresent()).hasSize(1);
        rig.tick(Duration.ofMinutes(1));
        assertThat(rig.last().steps().stream().filter(step -> step.text().key().equals("stuck.title"))).as("it is said once").hasSize(1);
    }

    @Test
    void aTaskThatEndsIsProgress() {
        rig.tick(Duration.ofMinutes(9));
        becomes(Engines.in("e", EngineStatus.DRAINING).holding("app-flux", "v1").busy(1).workers(WorkerStatus.INACTIVE, 1).build());
        rig.tick(Duration.ofMinutes(9));
        assertThat(stuck()).isEmpty();
        rig.tick(Duration.ofMinutes(2));
        assertThat(stuck()).map(found -> Plans.words(found.title())).contains("No progress for 11 min. One task keeps the engine busy.");
        assertThat(rig.last().trail()).extracting(OperationRecord.Point::tasks).containsExactly(2, 1);
    }

    @Test
    void anOldPictureIsNoEvidence() {
        rig.fleet.setConnection(Situations.connection(new Freshness.CatchingUp()));
        rig.tick(Duration.ofMinutes(30));
        assertThat(stuck()).isEmpty();
        assertThat(rig.last().trail()).extracting(OperationRecord.Point::live).containsExactly(true, false);
    }

    @Test
    void whoWaitsOnIsNotToldAgainForAsLong() {
        rig.tick(Duration.ofMinutes(11));
        rig.desk.lookAgain(rig.last().id());
        rig.tick(Duration.ofMinutes(9));
        assertThat(stuck()).isEmpty();
        rig.tick(Duration.ofMinutes(2));
        assertThat(stuck()).map(found -> found.waited()).contains(Duration.ofMinutes(22));
        assertThat(rig.service.writes).containsExactly("drain id-e");
    }

    @Test
    void whoWaitsNoLongerMayAskAgainAndItsEndIsStillNoted() {
        rig.tick(Duration.ofMinutes(11));
        rig.desk.giveUp(rig.last().id());
        assertThat(rig.last().state()).isEqualTo(OperationState.TIMED_OUT);
        rig.becomes("id-e", EngineStatus.STOPPED);
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
        assertThat(rig.service.writes).containsExactly("drain id-e");
    }

    @Test
    void anActionThatIsIgnoredIsAVerdictOfItsOwn() {
        OperationRecord accepted = OperationRecord.planned("x", new DrainEngine("id-e").plan(rig.desk.situation()), "", rig.last().asked(), rig.clock.instant());
        for (OperationState state : java.util.List.of(OperationState.CONFIRMED, OperationState.SENT, OperationState.ACCEPTED)) {
            accepted = accepted.to(state, rig.clock.instant(), sh.inference.console.model.Text.of("step.sent"));
        }
        assertThat(Stuck.of(accepted, rig.fleet.fleet(), rig.fleet.connection(), Stuck.STANDARD, rig.clock.instant().plus(Duration.ofMinutes(12))))
                .map(found -> Plans.words(found.title())).contains("Accepted, and nothing seen of it for 12 min.");
    }
}
