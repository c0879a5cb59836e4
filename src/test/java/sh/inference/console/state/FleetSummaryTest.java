package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.model.Money;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.testing.Engines;

class FleetSummaryTest {
    private static FleetSummary of(Engines... engines) {
        return FleetSummary.of(Engines.fleet(java.util.Arrays.stream(engines).map(Engines::entry).toArray(EngineEntry[]::new)), Engines.NOW);
    }

    @Test
    void everyStatusIsCountedApartAndUnknownIsOneOfThem() {
        FleetSummary summary = of(Engines.running("a"), Engines.running("b"), Engines.in("c", EngineStatus.DRAINING), Engines.inWord("d", "suspended"));

        assertThat(summary.count(EngineStatus.RUNNING)).isEqualTo(2);
        assertThat(summary.count(EngineStatus.DRAINING)).isEqualTo(1);
        assertThat(summary.count(EngineStatus.UNKNOWN)).isEqualTo(1);
        assertThat(summary.count(EngineStatus.STOPPED)).isZero();
        assertThat(summary.total()).isEqualTo(4);
    }

    @Test
    void workersAreCountedByWhatTheyDoAndUnknownOnesNotAtAll() {
        FleetSummary summary = of(Engines.running("a").busy(2).idle(3), Engines.running("b").busy(1), Engines.running("c").withoutWorkers());

        assertThat(summary.count(WorkerStatus.BUSY)).isEqualTo(3);
        assertThat(summary.count(WorkerStatus.IDLE)).isEqualTo(3);
    }

    @Test
    void onlyInstancesThatBillCountAndAPriceNobodyKnowsIsSaid() {
        FleetSummary summary = of(Engines.running("a").cents(210), Engines.in("b", EngineStatus.STOPPED).cents(100), Engines.running("self"),
                Engines.in("c", EngineStatus.STOPPING).cents(999).instance(InstanceStatus.DELETING), Engines.running("d").withoutPrice());

        assertThat(summary.hourly()).isEqualTo(Money.ofCents(310));
        assertThat(summary.unpriced()).isEqualTo(1);
    }

    @Test
    void theWorstComesFirstAndEachEngineOnce() {
        FleetSummary summary = of(Engines.running("calm").cloud(), Engines.inWord("odd", "suspended"), Engines.running("soon").endsIn(Duration.ofMinutes(13)),
                Engines.running("sooner").endsIn(Duration.ofMinutes(5)), Engines.in("lost", EngineStatus.DISCONNECTED),
                Engines.in("over", EngineStatus.DISCONNECTED).endsIn(Duration.ofMinutes(-6)),
                Engines.in("gone", EngineStatus.STOPPED).endsIn(Duration.ofMinutes(-60)).instance(InstanceStatus.DELETED));

        assertThat(summary.attention()).extracting(attention -> attention.entry().engine().name()).containsExactly("over", "lost", "sooner", "soon", "odd");
        assertThat(summary.attention()).extracting(Attention::reason).containsExactly(Attention.Reason.OVERDUE, Attention.Reason.DISCONNECTED,
                Attention.Reason.ENDING, Attention.Reason.ENDING, Attention.Reason.UNKNOWN_STATUS);
    }

    @Test
    void theHourBeforeTheEndBeginsAtSixtyMinutesAndTheEndItselfIsOver() {
        assertThat(of(Engines.running("a").endsIn(Duration.ofMinutes(60))).attention()).hasSize(1);
        assertThat(of(Engines.running("a").endsIn(Duration.ofMinutes(60).plusMillis(1))).attention()).isEmpty();
        assertThat(of(Engines.running("a").endsIn(Duration.ZERO)).attention()).extracting(Attention::reason).containsExactly(Attention.Reason.OVERDUE);
    }
}
