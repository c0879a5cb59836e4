package sh.inference.console.ops.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.Situation;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class CancelTaskTest {
    private static final CancelTask CANCEL = new CancelTask("id-gpu-7", "task-gpu-7-0");
    private static final Engine ENGINE = Engines.in("gpu-7", EngineStatus.DRAINING).holding("app-flux", "v1").busy(1).build();

    @Test
    void saysWhoPaysForItAndWantsTheTaskTyped() {
        OperationPlan plan = CANCEL.plan(Situations.of(ENGINE).build());
        assertThat(plan.level()).isEqualTo(Level.L3);
        assertThat(plan.target().name()).isEqualTo("task-gpu");
        assertThat(Plans.words(plan.title())).isEqualTo("Cancel task task-gpu");
        assertThat(Plans.words(plan.consequence())).contains("its caller gets an error").contains("gpu-7");
        assertThat(plan.call().asCurl("https://x")).contains("POST 'https://x/tasks/task-gpu-7-0/cancel'");
        assertThat(plan.blockedBy()).isEmpty();
    }

    @Test
    void isBlockedWhenNoWorkerHoldsTheTaskAnyMore() {
        Situation free = Situations.of(Engines.running("gpu-7").idle(1).build()).build();
        assertThat(CANCEL.plan(free).blockedBy()).map(Plans::words).contains("No worker of this engine holds the task any more");
    }

    @Test
    void isPossibleOnTopOfTheDrainThatItHolds() {
        Situation draining = Situations.of(ENGINE).underway("id-gpu-7", sh.inference.console.ops.Verb.DRAIN, true).build();
        assertThat(CANCEL.plan(draining).blockedBy()).isEmpty();
    }

    @Test
    void isDoneWhenTheWorkerIsSeenFree() {
        Situation before = Situations.of(ENGINE).build();
        assertThat(CANCEL.observe(before, before, false)).isInstanceOf(Observation.Nothing.class);
        assertThat(CANCEL.observe(before, Situations.of(Engines.running("gpu-7").idle(1).build()).build(), false)).isInstanceOf(Observation.Done.class);
        assertThat(CANCEL.observe(before, Situations.of(Engines.running("gpu-7").withoutWorkers().build()).build(), false)).isInstanceOf(Observation.Nothing.class);
    }
}
