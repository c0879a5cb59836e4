package sh.inference.console.ops.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Verb;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class BulkPlanTest {
    private static final Engine A = Engines.running("a").holding("app-flux", "v").busy(2).build();
    private static final Engine B = Engines.running("b").holding("app-flux", "v").idle(1).build();
    private static final Engine GONE_DARK = Engines.in("c", EngineStatus.DISCONNECTED).build();
    private static final Engine DRAINING = Engines.in("d", EngineStatus.DRAINING).build();

    private static Bulk drain(String... ids) {
        return new Bulk(Verb.DRAIN, List.of(ids));
    }

    @Test
    void saysHowManyTakePartAndWhyTheOthersDoNot() {
        Situation situation = Situations.of(A, B, GONE_DARK, DRAINING).build();
        BulkPlan plan = BulkPlan.of(drain("id-a", "id-b", "id-c", "id-d", "id-x"), situation);
        assertThat(Plans.words(plan.title())).isEqualTo("Drain 2 of 5");
        assertThat(Plans.words(plan.confirm())).isEqualTo("Drain 2");
        assertThat(plan.phrase()).isEqualTo("drain 2");
        assertThat(plan.members()).extracting(member -> member.target().name()).containsExactly("a", "b");
        assertThat(plan.skipped()).extracting(left -> left.target().id() + " " + Plans.words(left.why())).containsExactly(
                "id-c Disconnected: this needs an engine that is online.", "id-d It is draining already.",
                "id-x This engine is gone: the service does not know it any more.");
        assertThat(Plans.words(plan.consequence())).startsWith("2 engines: 2 tasks finish first.").contains("no undrain");
    }

    @Test
    void namesWhatIsLostOnlyTogether() {
        Situation situation = Situations.of(A, B).apps(Apps.snapshot(Apps.named("flux"))).build();
        BulkPlan one = BulkPlan.of(drain("id-a"), situation);
        assertThat(one.stranded()).isEmpty();
        BulkPlan both = BulkPlan.of(drain("id-a", "id-b"), situation);
        assertThat(both.stranded()).containsExactly("flux");
        assertThat(both.loss().rows().getFirst().cells()).extracting(Plans::words).containsExactly("flux", "No running engine is left that can run it", "2 → 0");
        assertThat(one.covers(both)).isFalse();
    }

    @Test
    void anEngineNamedTwiceTakesOneTurn() {
        assertThat(BulkPlan.of(drain("id-a", "id-a"), Situations.of(A).build()).asked()).isEqualTo(1);
    }

    @Test
    void moneyIsSpentOneEngineAtATime() {
        assertThatThrownBy(() -> new Bulk(Verb.EXTEND, List.of("id-a")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
