package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Situations;

class PlanChangeTest {
    private static final DrainEngine DRAIN = new DrainEngine("id-gpu-7");
    private static final Engine ENGINE = Engines.running("gpu-7").holding("app-upscale", "v1").busy(1).build();

    @Test
    void timeThatPassesIsNoNews() {
        OperationPlan read = DRAIN.plan(Situations.of(ENGINE).build());
        OperationPlan later = DRAIN.plan(Situations.of(ENGINE).at(Engines.NOW.plus(Duration.ofMinutes(5))).build());
        PlanChange change = PlanChange.between(read, later);
        assertThat(later.sections()).allSatisfy(section -> assertThat(section.rows()).noneMatch(row -> change.isNew(section, row)));
        assertThat(later.preconditions()).noneMatch(change::isNew);
        assertThat(change.isConsequenceNew()).isFalse();
    }

    @Test
    void aNewTaskAndANewLossAreMarkedAndWhatStoodThereBeforeIsNot() {
        Engine other = Engines.running("gpu-8").holding("app-upscale", "v1").idle(1).build();
        Apps upscale = Apps.named("upscale");
        OperationPlan read = DRAIN.plan(Situations.of(ENGINE, other).apps(Apps.snapshot(upscale)).build());
        Engine busier = Engines.running("gpu-7").holding("app-upscale", "v1").busy(2).build();
        OperationPlan now = DRAIN.plan(Situations.of(busier).apps(Apps.snapshot(upscale)).build());
        PlanChange change = PlanChange.between(read, now);
        PlanSection tasks = now.sections().get(0);
        assertThat(change.isNew(tasks, tasks.rows().get(0))).isFalse();
        assertThat(change.isNew(tasks, tasks.rows().get(1))).isTrue();
        PlanSection loss = now.sections().get(1);
        assertThat(change.isNew(loss, loss.rows().getFirst())).isTrue();
        assertThat(now.preconditions().stream().filter(change::isNew).map(check -> check.text().key())).containsExactly("check.last-engine");
        assertThat(change.isConsequenceNew()).isTrue();
    }
}
