package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;

class StatusTrailTest {
    private final ManualClock clock = new ManualClock();
    private final FleetStore fleet = new FleetStore(clock);
    private final Set<String> acting = new HashSet<>();
    private final StatusTrail trail = new StatusTrail(fleet, acting::contains, clock);

    private void see(EngineStatus status, Feed feed) {
        fleet.read(Engines.in("a", status).build(), feed);
    }

    @Test
    void everyChangeIsKeptWithHowItWasSeenNewestFirst() {
        see(EngineStatus.RUNNING, Feed.POLL);
        see(EngineStatus.RUNNING, Feed.POLL);
        see(EngineStatus.DISCONNECTED, Feed.ENGINE);
        see(EngineStatus.RUNNING, Feed.POLL);
        acting.add("id-a");
        see(EngineStatus.DRAINING, Feed.EVENTS);

        assertThat(trail.of("id-a")).extracting(StatusTrail.Step::source)
                .containsExactly(StatusTrail.Source.ACTION, StatusTrail.Source.POLL, StatusTrail.Source.STREAM);
        assertThat(trail.of("id-a").getFirst().from().orElseThrow().value()).isEqualTo(EngineStatus.RUNNING);
        assertThat(trail.of("id-b")).isEmpty();
    }

    @Test
    void anEngineThatIsGoneAndComesBackIsSeenTwice() {
        see(EngineStatus.RUNNING, Feed.ENGINE);
        fleet.remove("id-a");
        assertThat(trail.of("id-a")).singleElement().satisfies(step -> {
            assertThat(step.from().orElseThrow().value()).isEqualTo(EngineStatus.RUNNING);
            assertThat(step.to()).isEmpty();
            assertThat(step.source()).isEqualTo(StatusTrail.Source.POLL);
        });

        see(EngineStatus.RUNNING, Feed.POLL);
        assertThat(trail.of("id-a")).hasSize(2);
        assertThat(trail.of("id-a").getFirst().from()).isEmpty();
    }

    @Test
    void aRestlessEngineKeepsOnlyItsLastChanges() {
        for (int i = 0; i < 200; i++) {
            see(i % 2 == 0 ? EngineStatus.RUNNING : EngineStatus.DISCONNECTED, Feed.ENGINE);
        }
        assertThat(trail.of("id-a")).hasSize(50);
    }
}
