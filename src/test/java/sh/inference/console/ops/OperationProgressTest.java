package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Text;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.Fleet;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Situations;

class OperationProgressTest {
    private static final OperationRecord RECORD = OperationRecord.planned("1", new DrainEngine("id-e").plan(Situations.of(Engines.running("e").build()).build()), "",
            new OperationRecord.Asked("me", Situations.profile(ProfileKind.DEVELOPMENT), 4, 3), Engines.NOW);

    @Test
    void saysWhatIsLeftOfWhatThereWas() {
        Fleet fleet = Engines.fleet(Engines.in("e", EngineStatus.DRAINING).busy(1).workers(WorkerStatus.INACTIVE, 3).build());
        assertThat(OperationProgress.of(RECORD, fleet, Engines.NOW.plusSeconds(90))).contains(new OperationProgress(1, 4, 1, 3, Duration.ofSeconds(90),
                Optional.of(Duration.ofSeconds(90)), Duration.ofSeconds(90)));
    }

    @Test
    void stopsCountingWhenTheOperationHasEnded() {
        OperationRecord ended = RECORD.to(OperationState.CANCELLED, Engines.NOW.plusSeconds(7), Text.verbatim("x"));
        Fleet fleet = Engines.fleet(Engines.running("e").build());
        assertThat(OperationProgress.of(ended, fleet, Engines.NOW.plusSeconds(90))).map(OperationProgress::elapsed).contains(Duration.ofSeconds(7));
    }

    @Test
    void saysNothingOfAnEngineThatIsGone() {
        assertThat(OperationProgress.of(RECORD, Fleet.EMPTY, Engines.NOW)).isEmpty();
    }
}
