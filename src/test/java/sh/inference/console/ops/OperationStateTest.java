package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Situations;

class OperationStateTest {
    @ParameterizedTest
    @CsvSource({
        "PLANNED,    CONFIRMED CANCELLED",
        "CONFIRMED,  ARMED SENT FAILED CANCELLED",
        "ARMED,      SENT FAILED CANCELLED",
        "SENT,       ACCEPTED OBSERVED DONE FAILED TIMED_OUT",
        "ACCEPTED,   OBSERVED DONE FAILED TIMED_OUT SUPERSEDED",
        "OBSERVED,   DONE FAILED TIMED_OUT SUPERSEDED",
        "TIMED_OUT,  OBSERVED DONE FAILED SUPERSEDED",
        "DONE,       ''", "FAILED, ''", "SUPERSEDED, ''", "CANCELLED, ''"})
    void onlyTheseStepsArePossible(OperationState from, String to) {
        for (OperationState other : OperationState.values()) {
            assertThat(from.next().contains(other)).as("%s -> %s", from, other).isEqualTo(java.util.List.of(to.split(" ")).contains(other.name()));
        }
    }

    @Test
    void aRecordRefusesAnImpossibleStepAndKeepsThoseItMade() {
        OperationRecord record = record();
        assertThatThrownBy(() -> record.to(OperationState.DONE, Engines.NOW, Text.verbatim("x"))).isInstanceOf(IllegalStateException.class);
        OperationRecord failed = record.to(OperationState.CONFIRMED, Engines.NOW, Text.verbatim("c")).to(OperationState.SENT, Engines.NOW, Text.verbatim("s"))
                .failed(Engines.NOW.plusSeconds(1), Problem.of("conflict"));
        assertThat(failed.state()).isEqualTo(OperationState.FAILED);
        assertThat(failed.steps()).hasSize(4);
        assertThat(failed.problem()).isPresent();
        assertThat(failed.reached(OperationState.SENT)).isPresent();
        assertThat(record.steps()).hasSize(1);
    }

    private static OperationRecord record() {
        OperationPlan plan = new DrainEngine("id-e").plan(Situations.of(Engines.running("e").build()).build());
        return OperationRecord.planned("1", plan, "", new OperationRecord.Asked("me", Situations.profile(ProfileKind.DEVELOPMENT), 0, 0), Engines.NOW);
    }
}
