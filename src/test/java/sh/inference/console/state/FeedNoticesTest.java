package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.model.Traffic;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;

class FeedNoticesTest {
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final FleetStore store = new FleetStore(rig.clock);
    private final Notices notices = new Notices(rig.clock);
    private Traffic traffic = Traffic.NONE;
    private final Diagnostics diagnostics = new Diagnostics(() -> traffic);
    private final FleetFeed feed = new FleetFeed(service, store, new Permissions(), diagnostics, rig.runtime(), FeedSettings.STANDARD.waitingFor(Duration.ZERO));

    private void start(int engines) {
        new FeedNotices(notices, diagnostics);
        for (int i = 0; i < engines; i++) {
            service.put(Engines.running("e" + i).build());
        }
        feed.start();
        rig.pass(Duration.ofSeconds(3));
    }

    @Test
    void aClockThatIsOffIsSaidUntilItIsRight() {
        start(1);
        traffic = skewed(Duration.ofSeconds(90));
        rig.pass(Duration.ofSeconds(2));
        assertThat(notices.all()).singleElement().satisfies(notice -> {
            assertThat(notice.text().key()).isEqualTo("notice.clock.behind");
            assertThat(notice.isLiving()).isTrue();
        });
        traffic = skewed(Duration.ofSeconds(-1));
        rig.pass(Duration.ofSeconds(2));
        assertThat(notices.all()).singleElement().satisfies(notice -> assertThat(notice.isLiving()).isFalse());
    }

    @Test
    void aLargeFleetWithoutItsWorkspaceStreamSaysWhyAndUntilWhen() {
        service.failures.put("events", new ApiFailure.Forbidden(Optional.of("teams:read"), "forbidden", ""));
        start(70);
        assertThat(notices.all()).singleElement().satisfies(notice -> assertThat(notice.text().key()).isEqualTo("notice.stream.workspace"));
        service.failures.clear();
        feed.readNow();
        rig.pass(Duration.ofSeconds(2));
        assertThat(notices.all()).singleElement().satisfies(notice -> assertThat(notice.isLiving()).isFalse());
    }

    @Test
    void engineStreamsThatAreRefusedAreCountedInOneNotice() {
        service.failures.put("stream id-e0", new ApiFailure.NotFound(""));
        service.failures.put("stream id-e1", new ApiFailure.NotFound(""));
        start(3);
        assertThat(notices.all()).singleElement().satisfies(notice -> {
            assertThat(notice.text().key()).isEqualTo("notice.stream.engines");
            assertThat(notice.text().args().getFirst()).isEqualTo(2L);
        });
        service.engines.clear();
        service.put(Engines.running("e2").build());
        feed.readNow();
        rig.pass(Duration.ofSeconds(3));
        assertThat(notices.all()).singleElement().satisfies(notice -> assertThat(notice.isLiving()).isFalse());
    }

    @Test
    void aListThatCannotBeReadIsSaidAlthoughStreamsAreAlive() {
        start(2);
        service.failures.put("list", new ApiFailure.ServerFault(500, ""));
        for (int beat = 0; beat < 8; beat++) {
            rig.pass(Duration.ofSeconds(10));
            store.entries().keySet().forEach(id -> service.stream(id).beat());
        }
        assertThat(store.connection().freshness()).isInstanceOf(Freshness.Live.class);
        assertThat(notices.all()).singleElement().satisfies(notice -> assertThat(notice.text().key()).isEqualTo("notice.list"));
        service.failures.clear();
        rig.pass(Duration.ofSeconds(20));
        store.entries().keySet().forEach(id -> service.stream(id).beat());
        rig.pass(Duration.ofSeconds(20));
        assertThat(notices.all()).singleElement().satisfies(notice -> assertThat(notice.isLiving()).isFalse());
    }

    private static Traffic skewed(Duration skew) {
        return new Traffic(1, 0, 0, 0, 0, Traffic.Latency.NONE, Optional.of(skew));
    }
}
