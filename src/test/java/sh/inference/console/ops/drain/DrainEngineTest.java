package sh.inference.console.ops.drain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.Precondition.Verdict;
import sh.inference.console.ops.Situation;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class DrainEngineTest {
    private static final DrainEngine DRAIN = new DrainEngine("id-gpu-7");
    private static final Engine BUSY = Engines.running("gpu-7").holding("app-upscale", "2c9v4h7dzz").busy(2).holding("app-stems", "7p0c8dm2").idle(1).build();

    @Test
    void saysHowManyTasksFinishAndThatThereIsNoWayBack() {
        OperationPlan plan = DRAIN.plan(Situations.of(BUSY).build());
        assertThat(Plans.words(plan.title())).isEqualTo("Drain gpu-7");
        assertThat(Plans.words(plan.consequence())).isEqualTo("Finishes 2 tasks, takes no new ones, then shuts down. "
                + "It cannot be cancelled and there is no undrain: to bring the engine back, start it on gpu-7.local.");
        assertThat(plan.destructive()).isTrue();
        assertThat(plan.blockedBy()).isEmpty();
        assertThat(plan.call().asCurl("https://x")).contains("POST 'https://x/engines/id-gpu-7/drain'");
    }

    @Test
    void saysThatTheMachineOfACloudEngineGoesOnCosting() {
        OperationPlan plan = DRAIN.plan(Situations.of(Engines.running("gpu-7").cloud().busy(1).build()).build());
        assertThat(Plans.words(plan.consequence())).startsWith("Finishes 1 task,").contains("goes on costing $2.10 an hour");
        assertThat(Plans.checks(plan, Verdict.WARN)).anyMatch(text -> text.contains("not deleted"));
    }

    @Test
    void listsTheTasksWithWorkerAppAndAge() {
        Situation situation = Situations.of(BUSY).apps(Apps.snapshot(Apps.named("upscale"))).at(Engines.NOW.plusSeconds(360)).build();
        assertThat(Plans.rows(DRAIN.plan(situation), "plan.tasks.finish")).containsExactly(
                "NONE Worker 0 | upscale @2c9v4h7d | task-gpu-7-0 | 6 min", "NONE Worker 1 | upscale @2c9v4h7d | task-gpu-7-1 | 6 min");
    }

    @Test
    void namesTheAppsThatLoseTheirLastWarmWorker() {
        Engine other = Engines.running("gpu-8").holding("app-upscale", "v").idle(3).build();
        Situation situation = Situations.of(BUSY, other).apps(Apps.snapshot(Apps.named("upscale"), Apps.named("stems"))).build();
        assertThat(Plans.rows(DRAIN.plan(situation), "plan.loss")).containsExactly(
                "WARN stems | Loses its last warm worker; the next call starts cold | 2 → 1",
                "GOOD upscale | 3 warm workers remain, on gpu-8 | 2 → 1");
        assertThat(DRAIN.plan(situation).level()).isEqualTo(Level.L2);
    }

    @Test
    void asksForTheNameWhenNoOtherEngineCanRunAnApp() {
        Engine small = Engines.running("gpu-8").build();
        Situation situation = Situations.of(BUSY, small).apps(Apps.snapshot(Apps.named("upscale"))).build();
        OperationPlan plan = DRAIN.plan(situation);
        assertThat(plan.level()).isEqualTo(Level.L3);
        assertThat(Plans.checks(plan, Verdict.WARN)).contains("Last running engine able to run upscale");
        assertThat(Plans.rows(plan, "plan.loss")).contains("BAD upscale | No running engine is left that can run it | 1 → 0");
    }

    @Test
    void doesNotPretendToKnowWhatAppsNeedThatWereNotRead() {
        OperationPlan plan = DRAIN.plan(Situations.of(BUSY, Engines.running("gpu-8").idle(1).build()).build());
        assertThat(Plans.rows(plan, "plan.loss")).allMatch(row -> row.endsWith("not known"));
        assertThat(Plans.checks(plan, Verdict.WARN)).anyMatch(text -> text.contains("not read"));
    }

    @Test
    void doesNotPretendToKnowTheTasksWhenTheServiceSentNoWorkers() {
        OperationPlan plan = DRAIN.plan(Situations.of(Engines.running("gpu-7").withoutWorkers().withoutSystem().build()).build());
        assertThat(Plans.words(Plans.section(plan, "plan.tasks.finish").remark())).isEqualTo("The service did not say what its workers do.");
        assertThat(Plans.words(plan.consequence())).contains("start it on its own machine");
    }

    @Test
    void needsAReasonInProductionOnly() {
        assertThat(DRAIN.plan(Situations.of(BUSY).build()).reasonRequired()).isFalse();
        assertThat(DRAIN.plan(Situations.of(BUSY).production().build()).reasonRequired()).isTrue();
    }

    @Test
    void aPlanForAnEngineThatIsGoneIsBlockedAndDoesNotFail() {
        assertThat(DRAIN.plan(Situations.of(new Engine[0]).build()).blockedBy()).map(Plans::words).get().asString().contains("gone");
    }

    @Test
    void isUnderwayWhileDrainingAndDoneWhenStopped() {
        Situation before = Situations.of(BUSY).build();
        Situation draining = Situations.of(Engines.in("gpu-7", EngineStatus.DRAINING).busy(1).workers(WorkerStatus.INACTIVE, 2).build()).build();
        assertThat(DRAIN.observe(before, before, false)).isInstanceOf(Observation.Nothing.class);
        assertThat(DRAIN.observe(before, draining, false)).isInstanceOfSatisfying(Observation.Underway.class,
                seen -> assertThat(Plans.words(seen.text())).isEqualTo("Draining, 1 task left, 1 worker serving"));
        assertThat(DRAIN.observe(before, in(EngineStatus.STOPPED), true)).isInstanceOf(Observation.Done.class);
    }

    @Test
    void aLostLineIsTheEndOnlyAfterItWasSeenDraining() {
        Situation before = Situations.of(BUSY).build();
        assertThat(DRAIN.observe(before, in(EngineStatus.DISCONNECTED), false)).isInstanceOf(Observation.Nothing.class);
        assertThat(DRAIN.observe(before, in(EngineStatus.DISCONNECTED), true)).isInstanceOf(Observation.Done.class);
    }

    @Test
    void hasFailedWhenTheEngineRunsAgainAndIsOvertakenWhenItIsGone() {
        Situation before = Situations.of(BUSY).build();
        assertThat(DRAIN.observe(before, before, true)).isInstanceOf(Observation.Failed.class);
        assertThat(DRAIN.observe(before, Situations.of(new Engine[0]).build(), true)).isInstanceOf(Observation.Overtaken.class);
    }

    private static Situation in(EngineStatus status) {
        return Situations.of(Engines.in("gpu-7", status).build()).build();
    }
}
