package sh.inference.console.ops.stop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.Situation;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class StopEngineTest {
    private static final StopEngine STOP = new StopEngine("id-e");

    @ParameterizedTest
    @CsvSource({"running, 0, false, L2", "running, 2, false, L3", "running, 0, true, L3", "draining, 0, false, L3", "disconnected, 0, false, L3",
        "pending, 0, true, L3", "stopped, 0, true, L3", "suspended, 0, false, L3"})
    void asksForTheNameUnlessAnIdleSelfHostedEngineEnds(String status, int busy, boolean cloud, Level level) {
        Engines engine = Engines.inWord("e", status).idle(1).busy(busy);
        assertThat(plan(cloud ? engine.cloud() : engine).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "running; false; Finishes 2 tasks, then ends.", "running; true; is deleted with everything on it",
        "disconnected; false; the service ends it at once", "disconnected; true; deletes its cloud machine",
        "stopped; true; still there and bills", "restarting; false; Whether the engine is online is not known"})
    void saysWhichFormOfStopWillHappen(String status, boolean cloud, String words) {
        Engines engine = Engines.inWord("e", status).busy(2);
        OperationPlan plan = plan(cloud ? engine.cloud() : engine);
        assertThat(Plans.words(plan.consequence())).contains(words);
        assertThat(Plans.texts(plan)).allMatch(Plans::hasWords);
        assertThat(plan.destructive()).isTrue();
    }

    @Test
    void isAskedAgainWhenTheEngineWentOfflineMeanwhile() {
        assertThat(plan(Engines.running("e").cloud()).meansTheSameAs(plan(Engines.in("e", EngineStatus.DISCONNECTED).cloud()))).isFalse();
        assertThat(plan(Engines.running("e").cloud()).meansTheSameAs(plan(Engines.running("e").cloud().idle(1)))).isTrue();
    }

    @Test
    void isDoneForASelfHostedEngineWhenStopped() {
        assertThat(observe(Engines.in("e", EngineStatus.STOPPING), false)).isInstanceOf(Observation.Underway.class);
        assertThat(observe(Engines.in("e", EngineStatus.STOPPED), false)).isInstanceOf(Observation.Done.class);
        assertThat(observe(Engines.running("e"), false)).isInstanceOf(Observation.Nothing.class);
        assertThat(observe(Engines.running("e"), true)).isInstanceOf(Observation.Failed.class);
    }

    @Test
    void isNotDoneForACloudEngineUntilItsMachineIsGone() {
        assertThat(observe(Engines.in("e", EngineStatus.STOPPED).instance(InstanceStatus.ACTIVE), true)).isInstanceOfSatisfying(Observation.Underway.class,
                seen -> assertThat(Plans.words(seen.text())).contains("still there and bills"));
        assertThat(observe(Engines.in("e", EngineStatus.STOPPED).instance(InstanceStatus.DELETING), true)).isInstanceOf(Observation.Underway.class);
        assertThat(observe(Engines.in("e", EngineStatus.STOPPED).instance(InstanceStatus.DELETED), true)).isInstanceOf(Observation.Done.class);
    }

    private static OperationPlan plan(Engines engine) {
        return STOP.plan(Situations.of(engine.build()).build());
    }

    private static Observation observe(Engines now, boolean begun) {
        Engine before = Engines.running("e").build();
        Situation situation = Situations.of(now.build()).build();
        return STOP.observe(Situations.of(before).build(), situation, begun);
    }
}
