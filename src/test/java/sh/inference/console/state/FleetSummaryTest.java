package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.model.Money;
import sh.inference.console.testing.Engines;

class FleetSummaryTest {
    private static FleetSummary of(Engines... engines) {
        return FleetSummary.of(Arrays.stream(engines).map(Engines::entry).toList());
    }

    private static List<Attention> attention(Engines... engines) {
        return Arrays.stream(engines).flatMap(engine -> Attention.of(engine.entry(), Engines.NOW).stream()).toList();
    }

    @Test
    void memoryCountsOnlyWhereItIsKnownHowMuchOfItIsUsed() {
        FleetSummary summary = of(Engines.running("a"), Engines.running("b"), Engines.running("silent").withoutSystem());

        assertThat(summary.vramUsed()).isEqualTo(110L << 30);
        assertThat(summary.vramTotal()).isEqualTo(160L << 30);
    }

    @Test
    void onlyInstancesThatBillCountAndAPriceNobodyKnowsIsSaid() {
        FleetSummary summary = of(Engines.running("a").cents(210), Engines.in("b", EngineStatus.STOPPED).cents(100), Engines.running("self"),
                Engines.in("c", EngineStatus.STOPPING).cents(999).instance(InstanceStatus.DELETING), Engines.running("d").withoutPrice());

        assertThat(summary.hourly()).isEqualTo(Money.ofCents(310));
        assertThat(summary.unpriced()).isEqualTo(1);
    }

    @Test
    void anEngineIsLookedAtForItsWorstReason() {
        List<Attention> found = attention(Engines.running("calm").cloud(), Engines.inWord("odd", "suspended"), Engines.running("soon").endsIn(Duration.ofMinutes(13)),
                Engines.in("lost", EngineStatus.DISCONNECTED), Engines.in("over", EngineStatus.DISCONNECTED).endsIn(Duration.ofMinutes(-6)),
                Engines.in("gone", EngineStatus.STOPPED).endsIn(Duration.ofMinutes(-60)).instance(InstanceStatus.DELETED));

        assertThat(found).extracting(attention -> attention.entry().engine().name()).containsExactly("odd", "soon", "lost", "over");
        assertThat(found).extracting(Attention::reason).containsExactly(Attention.Reason.UNKNOWN_STATUS, Attention.Reason.ENDING,
                Attention.Reason.DISCONNECTED, Attention.Reason.OVERDUE);
    }

    @Test
    void theHourBeforeTheEndBeginsAtSixtyMinutesAndTheEndItselfIsOver() {
        assertThat(attention(Engines.running("a").endsIn(Duration.ofMinutes(60)))).hasSize(1);
        assertThat(attention(Engines.running("a").endsIn(Duration.ofMinutes(60).plusMillis(1)))).isEmpty();
        assertThat(attention(Engines.running("a").endsIn(Duration.ZERO))).extracting(Attention::reason).containsExactly(Attention.Reason.OVERDUE);
    }
}
