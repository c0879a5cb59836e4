package sh.inference.console.ops.restart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class RestartEngineTest {
    private static final RestartEngine RESTART = new RestartEngine("id-e");

    @Test
    void saysThatRunningTasksMayBeLost() {
        OperationPlan plan = plan(Engines.running("e").cloud().busy(2));
        assertThat(Plans.words(plan.consequence())).contains("Nothing promises that running tasks finish: 2 tasks may be lost.");
        assertThat(plan.level()).isEqualTo(Level.L3);
        assertThat(plan.destructive()).isTrue();
        assertThat(Plans.texts(plan)).allMatch(Plans::hasWords);
        assertThat(plan(Engines.running("e").cloud().idle(2)).level()).isEqualTo(Level.L2);
    }

    @Test
    void isAskedAgainWhenATaskWouldBeLostThatWasNotNamed() {
        OperationPlan two = plan(Engines.running("e").cloud().busy(2));
        assertThat(two.meansTheSameAs(plan(Engines.running("e").cloud().busy(3)))).isFalse();
        assertThat(two.meansTheSameAs(plan(Engines.running("e").cloud().busy(1)))).isTrue();
    }

    @Test
    void isBlockedWithoutAnActiveMachine() {
        assertThat(plan(Engines.in("e", EngineStatus.STOPPED).instance(InstanceStatus.DELETED)).blockedBy()).map(Plans::words)
                .contains("The cloud machine is “deleted”: only an active one can be restarted");
        assertThat(plan(Engines.running("e")).blockedBy()).map(Plans::words).contains("Self-hosted: restart the service on its host.");
    }

    @Test
    void isDoneWhenSeenRestartingAndThenRunning() {
        assertThat(observe(EngineStatus.RUNNING, false)).isInstanceOf(Observation.Nothing.class);
        assertThat(observe(EngineStatus.RESTARTING, false)).isInstanceOf(Observation.Underway.class);
        assertThat(observe(EngineStatus.DISCONNECTED, false)).isInstanceOf(Observation.Underway.class);
        assertThat(observe(EngineStatus.RUNNING, true)).isInstanceOf(Observation.Done.class);
        assertThat(observe(EngineStatus.STOPPED, true)).isInstanceOf(Observation.Failed.class);
    }

    private static OperationPlan plan(Engines engine) {
        return RESTART.plan(Situations.of(engine.build()).build());
    }

    private static Observation observe(EngineStatus now, boolean begun) {
        return RESTART.observe(Situations.of(Engines.running("e").cloud().build()).build(), Situations.of(Engines.in("e", now).cloud().build()).build(), begun);
    }
}
