package sh.inference.console.ops.promote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import sh.inference.console.compare.Comparison;
import sh.inference.console.compare.VersionComparison;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Engine;
import sh.inference.console.model.VersionDocument;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.Precondition.Verdict;
import sh.inference.console.ops.Situation;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.state.CurrentSighting;
import sh.inference.console.state.VersionPair;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class PromoteVersionTest {
    private static final PromoteVersion PROMOTE = new PromoteVersion("app-flux", "flux-v3");
    private static final RollBackVersion BACK = new RollBackVersion("app-flux", "flux-v1");
    private static final long GB = 1L << 30;

    @Test
    void saysFromToAndWhatHappensNext() {
        OperationPlan plan = PROMOTE.plan(situation(flux(), "{}", "{}").build());
        assertThat(Plans.words(plan.title())).isEqualTo("Promote flux");
        assertThat(Plans.words(plan.confirm())).isEqualTo("Promote flux-v3");
        assertThat(Plans.words(plan.consequence())).isEqualTo("Calls without a version use flux-v3 at once.");
        assertThat(Plans.rows(plan, "current.from-to")).containsExactly("NONE From | flux-v2 | created 2 d 0 h ago", "NONE To | flux-v3 | created 1 d 0 h ago, never current");
        assertThat(Plans.rows(plan, "current.next")).contains("NONE Callers with @version and the 1 running task are not affected.");
        assertThat(Plans.rows(plan, "current.fit")).containsExactly("GOOD 2 of 2 workers can run it, needs 24 GB");
        assertThat(plan.call().asCurl("https://x")).contains("-X PUT 'https://x/apps/app-flux/versions/flux-v3/current'");
        assertThat(plan.level()).isEqualTo(Level.L1);
        assertThat(plan.destructive()).isFalse();
        assertThat(plan.blockedBy()).isEmpty();
    }

    @Test
    void bothAskMoreStrictlyInProductionAndNeedAReasonThere() {
        for (OperationPlan plan : List.of(PROMOTE.plan(situation(flux()).production().build()), BACK.plan(situation(flux()).production().build()))) {
            assertThat(plan.level()).isEqualTo(Level.L2);
            assertThat(plan.reasonRequired()).isTrue();
        }
        assertThat(BACK.plan(situation(flux()).build()).level()).isEqualTo(Level.L1);
    }

    @Test
    void asksForTheNameWhenNoWorkerCanRunIt() {
        OperationPlan plan = PROMOTE.plan(situation(flux().vram(100 * GB)).build());
        assertThat(plan.level()).isEqualTo(Level.L3);
        assertThat(Plans.rows(plan, "current.fit")).containsExactly("BAD 0 of 2 workers can run it, needs 100 GB");
    }

    @Test
    void doesNotJudgeTheFitWithoutWorkers() {
        OperationPlan plan = PROMOTE.plan(Situations.of(new Engine[0]).apps(Apps.snapshot(flux())).build());
        assertThat(plan.level()).isEqualTo(Level.L2);
        assertThat(Plans.words(Plans.section(plan, "current.fit").remark())).contains("No worker is online");
    }

    @Test
    void theCurrentVersionAndAForeignOneAreBlocked() {
        assertThat(new PromoteVersion("app-flux", "flux-v2").plan(situation(flux()).build()).blockedBy()).map(Plans::words).contains("flux-v2 is the current version already");
        assertThat(new PromoteVersion("app-flux", "other-v1").plan(situation(flux()).build()).blockedBy()).map(Plans::words).contains("other-v1 is not a version of this app");
        assertThat(new PromoteVersion("app-gone", "x").plan(situation(flux()).build()).blockedBy()).map(Plans::words).get().asString().contains("gone");
    }

    @Test
    void warnsWhenVersionsWereNotReadAndAsksMoreStrictly() {
        AppsSnapshot unread = new AppsSnapshot(Map.of("app-flux", flux().build()), Map.of(), Map.of());
        OperationPlan plan = PROMOTE.plan(Situations.of(Engines.running("e").idle(1).build()).apps(unread).build());
        assertThat(plan.blockedBy()).isEmpty();
        assertThat(plan.level()).isEqualTo(Level.L2);
        assertThat(Plans.checks(plan, Verdict.WARN)).contains("The versions of this app were not read yet");
    }

    @Test
    void warnsOfAnAppThatIsNotActive() {
        OperationPlan plan = PROMOTE.plan(situation(flux().status(AppStatus.RETIRED, "")).build());
        assertThat(plan.blockedBy()).isEmpty();
        assertThat(Plans.checks(plan, Verdict.WARN)).contains("The app is “retired”");
    }

    @Test
    void saysHowItKnowsARollBackTarget() {
        CurrentSighting seen = new CurrentSighting("flux-v1", Engines.NOW.minusSeconds(3900), Engines.NOW.minusSeconds(3600));
        Situation situation = Situations.of(Engines.running("e").idle(1).build()).apps(Apps.snapshot(Map.of("app-flux", List.of(seen)), flux())).build();
        assertThat(Plans.rows(BACK.plan(situation), "current.from-to")).anyMatch(row -> row.contains("current until Tue 13 Oct 12:02"));
        assertThat(Plans.rows(BACK.plan(situation(flux()).build()), "current.from-to")).anyMatch(row -> row.contains("never seen as current here"));
        assertThat(Plans.words(BACK.plan(situation).confirm())).isEqualTo("Roll back to flux-v1");
    }

    @Test
    void isAskedAgainWhenCurrentMovedMeanwhile() {
        OperationPlan shown = PROMOTE.plan(situation(flux()).build());
        assertThat(shown.meansTheSameAs(PROMOTE.plan(situation(flux()).at(Engines.NOW.plusSeconds(5)).build()))).isTrue();
        assertThat(shown.meansTheSameAs(PROMOTE.plan(situation(flux().current(1)).build()))).isFalse();
    }

    @Test
    void isDoneWhenTheVersionIsCurrentAndOvertakenByAnother() {
        Situation before = situation(flux()).build();
        assertThat(PROMOTE.observe(before, before, false)).isInstanceOf(Observation.Nothing.class);
        assertThat(PROMOTE.observe(before, situation(flux().current(3)).build(), false)).isInstanceOf(Observation.Done.class);
        assertThat(PROMOTE.observe(before, situation(flux().current(1)).build(), false)).isInstanceOf(Observation.Overtaken.class);
        assertThat(PROMOTE.observe(before, Situations.of(new Engine[0]).build(), false)).isInstanceOf(Observation.Overtaken.class);
    }

    @Test
    void breakingAndRiskyChangesAreToldApartAndAskMoreStrictly() {
        OperationPlan plan = PROMOTE.plan(situation(flux(), "{'input_schema':{'properties':{'a':{}}},'kernel':'x'}", "{'kernel':'y','env':{'A':'1'}}").build());
        assertThat(Plans.rows(plan, "current.changes.weights")).containsExactly("BAD Input a removed | calls that send it may fail",
                "WARN Kernel changed: x → y | code runs on another kernel");
        assertThat(Plans.words(Plans.section(plan, "current.changes.weights").remark())).isEqualTo("1 neutral change more");
        assertThat(plan.level()).isEqualTo(Level.L2);
        assertThat(BACK.plan(situation(flux()).build()).level()).isEqualTo(Level.L1);
    }

    @Test
    void anAppThatWasRetiredAndAVersionThatVanishedMeanwhileAreSaidBeforeAnythingIsSent() {
        OperationPlan shown = PROMOTE.plan(situation(flux()).build());
        assertThat(shown.meansTheSameAs(PROMOTE.plan(situation(flux().status(AppStatus.RETIRED, "")).build()))).isFalse();
        OperationPlan without = PROMOTE.plan(situation(flux()).build().withoutVersion("app-flux", "flux-v3"));
        assertThat(without.blockedBy()).map(Plans::words).contains("flux-v3 is not a version of this app");
    }

    @Test
    void theLastVersionThatLastedIsOfferedForARollBack() {
        CurrentSighting lasted = new CurrentSighting("flux-v1", Engines.NOW.minusSeconds(7200), Engines.NOW.minusSeconds(3600));
        CurrentSighting brief = new CurrentSighting("flux-v3", Engines.NOW.minusSeconds(3600), Engines.NOW.minusSeconds(3200));
        CurrentSighting current = new CurrentSighting("flux-v2", Engines.NOW.minusSeconds(3200), Engines.NOW);
        assertThat(PreviousGood.of(Apps.snapshot(Map.of("app-flux", List.of(lasted, brief, current)), flux()), "app-flux")).contains(lasted);
        assertThat(PreviousGood.of(Apps.snapshot(Map.of("app-flux", List.of(brief, current)), flux()), "app-flux")).isEmpty();
        assertThat(PreviousGood.of(Apps.snapshot(Map.of("app-flux", List.of(new CurrentSighting("gone", lasted.from(), lasted.to()), current)), flux()), "app-flux")).isEmpty();
        Situation situation = Situations.of(Engines.running("e").idle(1).build()).apps(Apps.snapshot(Map.of("app-flux", List.of(lasted, current)), flux())).build();
        assertThat(Plans.rows(BACK.plan(situation), "current.from-to")).anyMatch(row -> row.contains("the last version that was current for at least 10 min, as this console saw it: for 1 h 0 m"));
    }

    @Test
    void aVersionThatDoesNotSayWhatItNeedsNeverFits() {
        AppVersion silent = new AppVersion("flux-v3", "flux-v3", java.util.Optional.of(Engines.NOW), "", List.of(), "", List.of(), java.util.Optional.empty(), List.of(), List.of(),
                java.util.Optional.empty(), "");
        AppsSnapshot apps = new AppsSnapshot(Map.of("app-flux", flux().build()), Map.of("app-flux", List.of(silent)), Map.of());
        OperationPlan plan = PROMOTE.plan(Situations.of(Engines.running("e").idle(1).build()).apps(apps).build());
        assertThat(Plans.words(Plans.section(plan, "current.fit").remark())).isEqualTo("What it needs was not read.");
        assertThat(Plans.rows(plan, "current.fit")).isEmpty();
    }

    @Test
    void aSectionRowMayBeShorterThanTwoCells() {
        OperationPlan plan = PROMOTE.plan(situation(flux().vram(100 * GB)).build());
        assertThat(plan.sections()).anyMatch(section -> section.rows().stream().anyMatch(row -> row.mark() == PlanSection.Mark.BAD && row.cells().size() == 1));
        assertThat(plan.meansTheSameAs(plan)).isTrue();
    }

    private static Apps flux() {
        return Apps.named("flux").versions(3).current(2);
    }

    private static Situations situation(Apps app, String from, String to) {
        AppsSnapshot plain = Apps.snapshot(app);
        VersionPair pair = new VersionPair("app-flux", "flux-v2", "flux-v3");
        try {
            Comparison comparison = VersionComparison.of(new VersionDocument("flux-v2", from.replace('\'', '"')), new VersionDocument("flux-v3", to.replace('\'', '"')));
            return situation(app).apps(new AppsSnapshot(plain.apps(), plain.versions(), plain.sightings(), Map.of(pair, comparison)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Situations situation(Apps app) {
        return Situations.of(Engines.running("e").holding("app-flux", "flux-v2").busy(1).idle(1).build()).apps(Apps.snapshot(app));
    }
}
