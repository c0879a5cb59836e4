package sh.inference.console.ops.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.Precondition.Verdict;
import sh.inference.console.ops.Situation;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class EngineRecordTest {
    private static final Situation SITUATION = Situations.of(Engines.running("gpu-7").build(), Engines.running("gpu-8").build()).build();

    @ParameterizedTest
    @CsvSource({"'', Type a new name.", "gpu-7, That is its name already.", "'a\tb', A name has 100 characters at most and no line breaks."})
    void aNameThatIsNoneIsRefused(String name, String why) {
        assertThat(new RenameEngine("id-gpu-7", name).plan(SITUATION).blockedBy()).map(Plans::words).contains(why);
    }

    @Test
    void renamingSendsTheNameAndNothingElse() {
        RenameEngine rename = new RenameEngine("id-gpu-7", " lon \"a\" ");
        assertThat(rename.plan(SITUATION).level()).isEqualTo(Level.L1);
        assertThat(rename.plan(SITUATION).call().method()).isEqualTo("PATCH");
        assertThat(rename.plan(SITUATION).call().body()).contains("{\"name\":\"lon \\\"a\\\"\"}");
        assertThat(Plans.checks(new RenameEngine("id-gpu-7", "gpu-8").plan(SITUATION), Verdict.WARN)).containsExactly("Another engine is called gpu-8 as well");
    }

    @Test
    void renamedIsWhatTheFleetShows() {
        RenameEngine rename = new RenameEngine("id-gpu-7", "lon-7");
        Situation renamed = Situations.of(Engines.running("lon-7").id("id-gpu-7").build()).build();
        assertThat(rename.observe(SITUATION, SITUATION, false)).isInstanceOf(Observation.Nothing.class);
        assertThat(rename.observe(SITUATION, renamed, false)).isInstanceOf(Observation.Done.class);
        assertThat(new RenameEngine("id-gpu-7", "x").observe(SITUATION, renamed, false)).isInstanceOf(Observation.Overtaken.class);
    }

    @ParameterizedTest
    @CsvSource({"RUNNING, false", "PENDING, false", "DRAINING, false", "STOPPING, false", "RESTARTING, false", "UNKNOWN, false", "STOPPED, true", "DISCONNECTED, true"})
    void onlyTheRecordOfAnEngineThatIsOutOfServiceCanBeDeleted(EngineStatus status, boolean possible) {
        Engine engine = Engines.in("gpu-7", status).build();
        assertThat(new DeleteEngine("id-gpu-7").plan(Situations.of(engine).build()).blockedBy().isEmpty()).isEqualTo(possible);
    }

    @Test
    void deletingWantsTheNameAndWarnsOfAMachineThatBills() {
        DeleteEngine delete = new DeleteEngine("id-gpu-7");
        assertThat(delete.plan(Situations.of(Engines.in("gpu-7", EngineStatus.STOPPED).cloud().build()).build()).level()).isEqualTo(Level.L3);
        assertThat(Plans.checks(delete.plan(Situations.of(Engines.in("gpu-7", EngineStatus.STOPPED).cloud().build()).build()), Verdict.WARN)).singleElement().asString().contains("bills");
        assertThat(Plans.checks(delete.plan(Situations.of(Engines.in("gpu-7", EngineStatus.STOPPED).instance(InstanceStatus.DELETED).build()).build()), Verdict.WARN)).isEmpty();
        assertThat(delete.observe(SITUATION, Situations.of(new Engine[0]).build(), false)).isInstanceOf(Observation.Done.class);
    }
}
