package sh.inference.console.ops.appstatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.AppStatus;
import sh.inference.console.model.Engine;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.Precondition.Verdict;
import sh.inference.console.ops.Situation;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class SetAppStatusTest {
    private static final SetAppStatus MAINTAIN = new SetAppStatus("app-flux", AppStatus.MAINTENANCE, "new GPUs until 18:00");
    @TempDir
    private Path folder;

    @Test
    void saysFromToAndTheMessageAndIsAskedWithCancelFocused() {
        OperationPlan plan = MAINTAIN.plan(situation(Apps.named("flux")));
        assertThat(Plans.words(plan.title())).isEqualTo("Set the status of flux");
        assertThat(Plans.words(plan.confirm())).isEqualTo("Set to Maintenance");
        assertThat(Plans.rows(plan, "current.from-to")).containsExactly("NONE From | Active | no message", "NONE To | Maintenance | new GPUs until 18:00");
        assertThat(plan.level()).isEqualTo(Level.L2);
        assertThat(plan.call().asCurl("https://x")).contains("'https://x/apps/app-flux/status'").contains("{\"status\":\"maintenance\",\"message\":\"new GPUs until 18:00\"}");
        assertThat(plan.blockedBy()).isEmpty();
    }

    @Test
    void theSameAgainATooLongMessageAndAnAppThatIsGoneAreBlocked() {
        assertThat(MAINTAIN.plan(situation(Apps.named("flux").status(AppStatus.MAINTENANCE, "new GPUs until 18:00"))).blockedBy()).map(Plans::words).contains("It says so already");
        assertThat(new SetAppStatus("app-flux", AppStatus.RETIRED, "x".repeat(201)).plan(situation(Apps.named("flux"))).blockedBy()).isPresent();
        assertThat(MAINTAIN.plan(Situations.of(new Engine[0]).build()).blockedBy()).isPresent();
        assertThat(Plans.checks(new SetAppStatus("app-flux", AppStatus.RETIRED, " ").plan(situation(Apps.named("flux"))), Verdict.WARN)).contains("Without a message nobody learns why");
    }

    @Test
    void isSentOnceReadBackAndJournaled() {
        DeskRig rig = new DeskRig(folder).with(Apps.named("flux"));
        rig.operator.thenSend("");
        rig.desk.request(MAINTAIN);
        rig.tick(Duration.ofSeconds(3));
        assertThat(rig.service.writes).containsExactly("status MAINTENANCE app-flux");
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
        assertThat(rig.written()).isNotEmpty().allMatch(entry -> entry.verb().equals("APP_STATUS"));
    }

    @Test
    void somebodyElsesStatusIsNotTakenForItsOwn() {
        Situation before = situation(Apps.named("flux"));
        assertThat(MAINTAIN.observe(before, situation(Apps.named("flux").status(AppStatus.RETIRED, "")), false)).isInstanceOf(sh.inference.console.ops.Observation.Overtaken.class);
        assertThat(MAINTAIN.ignored(before, before)).map(Plans::words).contains("Ignored: the service accepted it, and the app still says “active”");
    }

    private static Situation situation(Apps app) {
        return Situations.of(new Engine[0]).apps(Apps.snapshot(app)).build();
    }
}
