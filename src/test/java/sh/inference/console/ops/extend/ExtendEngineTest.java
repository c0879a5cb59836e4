package sh.inference.console.ops.extend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.model.InstanceStatus;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.Precondition.Verdict;
import sh.inference.console.ops.Situation;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class ExtendEngineTest {
    private static Engines engine() {
        return Engines.running("h100").cents(840).endsIn(Duration.ofHours(4));
    }

    private static ExtendEngine by(String hours) {
        return new ExtendEngine("id-h100", new BigDecimal(hours));
    }

    @Test
    void saysWhatItCostsAndUntilWhen() {
        OperationPlan plan = by("3").plan(Situations.of(engine().build()).balance("412.36").build());
        assertThat(Plans.rows(plan, "extend.now-after")).containsExactly(
                "NONE Ends, local | Tue 13 Oct 17:02 Z | Tue 13 Oct 20:02 Z",
                "NONE Ends, UTC | 13 Oct 17:02 UTC | 13 Oct 20:02 UTC",
                "NONE Time left | 4 h 0 m | 7 h 0 m",
                "NONE Balance | $412.36 | $387.16");
        assertThat(Plans.rows(plan, "extend.cost")).containsExactly("NONE 3 h × $8.40/h | $25.20");
        assertThat(Plans.words(plan.confirm())).isEqualTo("Extend by 3 h for $25.20");
        assertThat(plan.call().body()).contains("{\"additional_hours\":3}");
        assertThat(plan.destructive()).isFalse();
        assertThat(plan.blockedBy()).isEmpty();
    }

    @Test
    void saysThatTheBalanceIsNotKnown() {
        OperationPlan plan = by("3").plan(Situations.of(engine().build()).build());
        assertThat(Plans.rows(plan, "extend.now-after")).contains("NONE Balance | not known | not known");
        assertThat(plan.blockedBy()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, L1", "5.95, L1", "5.96, L2", "24, L2"})
    void asksMoreStrictlyAboveFiftyDollars(String hours, Level level) {
        assertThat(by(hours).plan(Situations.of(engine().build()).build()).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"24, L1", "24.5, L2"})
    void asksMoreStrictlyAboveADay(String hours, Level level) {
        assertThat(by(hours).plan(Situations.of(engine().cents(1).build()).build()).level()).isEqualTo(level);
    }

    @Test
    void asksMoreStrictlyInProduction() {
        assertThat(by("1").plan(Situations.of(engine().build()).production().build()).level()).isEqualTo(Level.L2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e9", "0.000001", "1e400", "1e-400"})
    void isBlockedByHoursThatCannotBeAskedFor(String hours) {
        OperationPlan plan = by(hours).plan(Situations.of(engine().build()).balance("10").build());
        assertThat(plan.blockedBy()).map(text -> text.key().startsWith("hours.")).contains(true);
    }

    @Test
    void isBlockedWithTheReasonWhereTheMachineCannotBeExtended() {
        assertBlocked(engine().neverEnds(), "extend.check.no-deadline");
        assertBlocked(engine().withoutPrice(), "extend.check.no-price");
        assertBlocked(engine().cents(0), "extend.check.no-price");
        assertBlocked(engine().endsIn(Duration.ofMinutes(-6)), "extend.check.passed");
        assertBlocked(engine().instance(InstanceStatus.DELETED), "extend.check.instance");
        assertBlocked(engine().instance(InstanceStatus.PENDING), "extend.check.instance");
        assertBlocked(engine().cents(Long.MAX_VALUE / 1_000_000), "extend.check.no-sum");
        assertBlocked(Engines.running("h100"), "why.self-hosted.extend");
    }

    private static void assertBlocked(Engines engine, String key) {
        assertThat(by("3").plan(Situations.of(engine.build()).build()).blockedBy()).as(key).hasValueSatisfying(text -> {
            assertThat(text.key()).isEqualTo(key);
            assertThat(Plans.hasWords(text)).isTrue();
        });
    }

    @Test
    void isBlockedByABalanceThatDoesNotCoverIt() {
        OperationPlan plan = by("3").plan(Situations.of(engine().build()).balance("25.19").build());
        assertThat(plan.blockedBy().map(Plans::words)).contains("The balance of $25.19 does not cover $25.20");
        assertThat(by("3").plan(Situations.of(engine().build()).balance("25.20").build()).blockedBy()).isEmpty();
    }

    @Test
    void warnsWhenTheSpendCapEndsItFirst() {
        Situation near = Situations.of(engine().cost("612.80").spendCap("650").build()).build();
        Situation far = Situations.of(engine().cost("612.80").spendCap("900").build()).build();
        assertThat(Plans.checks(by("3").plan(near), Verdict.WARN)).anyMatch(text -> text.contains("The cap ends it first"));
        assertThat(Plans.checks(by("3").plan(far), Verdict.PASS)).contains("Spend cap $900.00: $612.80 spent, about 34 h left at this price");
    }

    @Test
    void warnsAboveTheLongestProvision() {
        assertThat(Plans.checks(by("721").plan(Situations.of(engine().build()).build()), Verdict.WARN)).anyMatch(text -> text.contains("720 h"));
        assertThat(Plans.checks(by("720").plan(Situations.of(engine().build()).build()), Verdict.WARN)).isEmpty();
    }

    @Test
    void isAskedAgainWhenDeadlineOrPriceMovedMeanwhile() {
        OperationPlan shown = by("3").plan(Situations.of(engine().build()).build());
        assertThat(shown.meansTheSameAs(by("3").plan(Situations.of(engine().build()).at(Engines.NOW.plusSeconds(20)).build()))).isTrue();
        assertThat(shown.meansTheSameAs(by("3").plan(Situations.of(engine().endsIn(Duration.ofHours(5)).build()).build()))).isFalse();
        assertThat(shown.meansTheSameAs(by("3").plan(Situations.of(engine().cents(841).build()).build()))).isFalse();
        assertThat(shown.meansTheSameAs(by("4").plan(Situations.of(engine().build()).build()))).isFalse();
    }

    @Test
    void isDoneWhenTheDeadlineMovedAsAsked() {
        Situation before = Situations.of(engine().build()).build();
        assertThat(observe(before, Duration.ofHours(4))).isInstanceOf(Observation.Nothing.class);
        assertThat(observe(before, Duration.ofHours(7))).isInstanceOf(Observation.Done.class);
        assertThat(observe(before, Duration.ofHours(7).plusSeconds(30))).isInstanceOf(Observation.Done.class);
        assertThat(observe(before, Duration.ofHours(8))).isInstanceOfSatisfying(Observation.Done.class,
                done -> assertThat(Plans.words(done.text())).contains("extended elsewhere"));
        assertThat(observe(before, Duration.ofHours(5))).isInstanceOf(Observation.Failed.class);
    }

    private static Observation observe(Situation before, Duration endsIn) {
        return by("3").observe(before, Situations.of(engine().endsIn(endsIn).build()).build(), false);
    }

    @Test
    void everyTextHasWords() {
        for (String hours : List.of("3", "800", "-1")) {
            OperationPlan plan = by(hours).plan(Situations.of(engine().spendCap("1").build()).balance("1").build());
            assertThat(Plans.texts(plan)).allMatch(Plans::hasWords);
        }
    }
}
