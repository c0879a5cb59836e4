package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.Frame;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.WriteLock;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FeedSettings;
import sh.inference.console.state.FleetFeed;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;

/** When the clocks of a console may move slowly. */
class StillnessTest {
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final FleetStore fleet = new FleetStore(rig.clock);
    private final Diagnostics diagnostics = new Diagnostics();
    private final FleetFeed feed = new FleetFeed(service, fleet, new Permissions(), diagnostics, rig.runtime(), FeedSettings.STANDARD.waitingFor(Duration.ZERO));
    private final WriteLock lock = new WriteLock(WritePolicy.of(ProfileKind.PRODUCTION), rig.clock);
    private boolean busy;
    private final Stillness stillness = new Stillness(fleet, diagnostics, lock, () -> busy);

    @BeforeEach
    void aFleetIsFollowed() {
        service.put(Engines.running("a").build());
        feed.start();
        rig.pass(Duration.ofSeconds(3));
        stillness.getAsBoolean();
    }

    @Test
    void aServiceThatOnlyLivesOnIsStill() {
        service.stream("id-a").send(new Frame.Heartbeat());
        rig.pass(Duration.ofSeconds(2));
        assertThat(stillness.getAsBoolean()).isTrue();
    }

    @Test
    void newsOfAnEngineAreNotedOnce() {
        service.stream("id-a").send(Engines.running("a").version("next").build());
        rig.pass(Duration.ofSeconds(2));
        assertThat(stillness.getAsBoolean()).isFalse();
        assertThat(stillness.getAsBoolean()).isTrue();
    }

    @Test
    void aSilentServiceIsNotStillButLost() {
        service.failures.put("list", new ApiFailure.ServerFault(502, ""));
        service.failures.put("stream id-a", new ApiFailure.ServerFault(502, ""));
        rig.pass(FeedSettings.STANDARD.dead().plusSeconds(2));
        assertThat(fleet.connection().freshness().isLive()).isFalse();
        assertThat(stillness.getAsBoolean()).isFalse();
    }

    @Test
    void anOperationUnderWayKeepsTheClocksGoing() {
        busy = true;
        assertThat(stillness.getAsBoolean()).isFalse();
    }

    @Test
    void aWriteLockThatRunsOutKeepsTheClocksGoing() {
        lock.unlock();
        assertThat(stillness.getAsBoolean()).isFalse();
        lock.lock();
        assertThat(stillness.getAsBoolean()).isTrue();
    }
}
