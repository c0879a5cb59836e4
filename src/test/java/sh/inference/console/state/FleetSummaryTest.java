package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.model.Money;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;

class FleetSummaryTest {
    private static FleetSummary of(Engines... engines) {
        return store(engines).summary();
    }

    private static FleetStore store(Engines... engines) {
        FleetStore store = new FleetStore(new ManualClock());
        store.replaceAll(Arrays.stream(engines).map(Engines::build).toList(), Feed.POLL);
        return store;
    }

    private static List<Attention> attention(Engines... engines) {
        return store(engines).attention(Engines.NOW).stream().sorted(Comparator.comparing(Attention::reason)).toList();
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

        assertThat(found).extracting(attention -> attention.entry().engine().name()).containsExactly("over", "lost", "soon", "odd");
        assertThat(found).extracting(Attention::reason).containsExactly(Attention.Reason.OVERDUE, Attention.Reason.DISCONNECTED,
                Attention.Reason.ENDING, Attention.Reason.UNKNOWN_STATUS);
    }

    @Test
    void theHourBeforeTheEndBeginsAtSixtyMinutesAndTheEndItselfIsOver() {
        assertThat(attention(Engines.running("a").endsIn(Duration.ofMinutes(60)))).hasSize(1);
        assertThat(attention(Engines.running("a").endsIn(Duration.ofMinutes(60).plusMillis(1)))).isEmpty();
        assertThat(attention(Engines.running("a").endsIn(Duration.ZERO))).extracting(Attention::reason).containsExactly(Attention.Reason.OVERDUE);
    }

    /** Sums and lists are kept by following changes: after any of them they are what a look at the whole fleet would give. */
    @Test
    void whatIsAddedUpFollowsEveryChange() {
        FleetStore followed = new FleetStore(new ManualClock());
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 2_000; i++) {
            String name = "e" + random.nextInt(12);
            if (random.nextInt(5) == 0) {
                followed.remove("id-" + name);
            } else {
                followed.read(any(name, random).build(), Feed.POLL);
            }
            FleetStore afresh = new FleetStore(new ManualClock());
            afresh.replaceAll(followed.entries().values().stream().map(EngineEntry::engine).toList(), Feed.POLL);

            assertThat(followed.summary()).isEqualTo(afresh.summary());
            assertThat(followed.attention(Engines.NOW)).extracting(item -> item.entry().engine().id() + item.reason())
                    .containsExactlyInAnyOrderElementsOf(followed.entries().values().stream().flatMap(entry -> Attention.of(entry, Engines.NOW).stream())
                            .map(item -> item.entry().engine().id() + item.reason()).toList());
        }
    }

    private static Engines any(String name, SplittableRandom random) {
        Engines engine = switch (random.nextInt(4)) {
            case 0 -> Engines.in(name, EngineStatus.DISCONNECTED);
            case 1 -> Engines.inWord(name, "suspended");
            default -> Engines.running(name);
        };
        return switch (random.nextInt(5)) {
            case 0 -> engine.endsIn(Duration.ofMinutes(random.nextInt(-20, 120)));
            case 1 -> engine.cents(random.nextInt(1_000));
            case 2 -> engine.instance(InstanceStatus.DELETED).endsIn(Duration.ofMinutes(10));
            case 3 -> engine.withoutPrice();
            default -> engine.withoutSystem();
        };
    }
}
