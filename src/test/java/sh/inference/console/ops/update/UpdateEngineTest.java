package sh.inference.console.ops.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.Precondition.Verdict;
import sh.inference.console.ops.Situation;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class UpdateEngineTest {
    private static final UpdateEngine UPDATE = new UpdateEngine("id-gpu-7");
    private static final String OLD = "v1.10.1541";
    private static final String NEW = "v1.10.1556";

    @Test
    void saysTheVersionNowAndTheNewestSeen() {
        OperationPlan plan = UPDATE.plan(situation(EngineStatus.RUNNING, OLD));
        assertThat(plan.level()).isEqualTo(Level.L2);
        assertThat(Plans.rows(plan, "update.versions")).containsExactly("NONE Now | " + OLD, "NONE Newest seen in this fleet | " + NEW);
        assertThat(Plans.checks(plan, Verdict.PASS)).contains("The fleet shows a newer version");
        assertThat(Plans.words(plan.consequence())).contains("1 running task finishes first").contains("may restart");
    }

    @Test
    void warnsWhenNothingNewerWasSeenOrTheVersionHasNoOrder() {
        assertThat(Plans.checks(UPDATE.plan(situation(EngineStatus.RUNNING, NEW)), Verdict.WARN)).anyMatch(text -> text.contains("No newer version"));
        assertThat(Plans.checks(UPDATE.plan(situation(EngineStatus.RUNNING, "dev")), Verdict.WARN)).anyMatch(text -> text.contains("cannot be compared"));
    }

    @Test
    void isDoneWhenItRunsAnotherVersion() {
        Situation before = situation(EngineStatus.RUNNING, OLD);
        assertThat(UPDATE.observe(before, before, false)).isInstanceOf(Observation.Nothing.class);
        assertThat(UPDATE.observe(before, situation(EngineStatus.DRAINING, OLD), false)).isInstanceOf(Observation.Underway.class);
        assertThat(UPDATE.observe(before, situation(EngineStatus.RESTARTING, OLD), true)).isInstanceOf(Observation.Underway.class);
        assertThat(UPDATE.observe(before, situation(EngineStatus.DISCONNECTED, OLD), true)).isInstanceOf(Observation.Underway.class);
        assertThat(UPDATE.observe(before, situation(EngineStatus.RUNNING, NEW), true)).isInstanceOfSatisfying(Observation.Done.class,
                done -> assertThat(Plans.words(done.text())).isEqualTo("v1.10.1541 → v1.10.1556, running"));
    }

    @Test
    void hasFailedWhenItComesBackOldOrStops() {
        Situation before = situation(EngineStatus.RUNNING, OLD);
        assertThat(UPDATE.observe(before, before, true)).isInstanceOf(Observation.Failed.class);
        assertThat(UPDATE.observe(before, situation(EngineStatus.STOPPED, OLD), true)).isInstanceOf(Observation.Failed.class);
    }

    @Test
    void anEngineThatHadTheNewestIsDoneOnceItCameBackOrStayedUnchangedForAMinute() {
        Situation before = situation(EngineStatus.RUNNING, NEW);
        assertThat(UPDATE.observe(before, before, false)).isInstanceOf(Observation.Nothing.class);
        assertThat(UPDATE.observe(before, before, true)).isInstanceOf(Observation.Done.class);
        Situation later = Situations.of(Engines.running("gpu-7").version(NEW).build()).at(Engines.NOW.plusSeconds(60)).build();
        assertThat(UPDATE.observe(before, later, false)).isInstanceOf(Observation.Done.class);
    }

    @ParameterizedTest
    @CsvSource({"v1.10.2, v1.10.10, -1", "1.10.2, v1.10.2, 0", "v2.0.0, v1.99.99, 1"})
    void versionsAreComparedPartByPart(String one, String other, int order) {
        assertThat(EngineVersions.compare(one, other)).hasValue(order);
    }

    @Test
    void wordsHaveNoOrder() {
        assertThat(EngineVersions.compare("dev", NEW)).isEqualTo(OptionalInt.empty());
        assertThat(EngineVersions.compare("", NEW)).isEqualTo(OptionalInt.empty());
    }

    private static Situation situation(EngineStatus status, String version) {
        return Situations.of(Engines.in("gpu-7", status).version(version).busy(1).build(), Engines.running("gpu-8").version(NEW).build()).build();
    }
}
