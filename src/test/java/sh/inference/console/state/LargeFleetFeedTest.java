package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;

/** The feeds of a fleet that is too large for a stream each. */
class LargeFleetFeedTest {
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final FleetStore store = new FleetStore(rig.clock);
    private final Permissions permissions = new Permissions();
    private final Diagnostics diagnostics = new Diagnostics();
    private final FleetFeed feed = new FleetFeed(service, store, permissions, diagnostics, rig.runtime(), FeedSettings.STANDARD.waitingFor(Duration.ZERO));

    @AfterEach
    void close() {
        feed.close();
        rig.settle();
        assertThat(service.openStreams()).isZero();
    }

    private void start(int engines) {
        IntStream.range(0, engines).forEach(i -> service.put(Engines.running("e" + i).build()));
        feed.start();
        rig.settle();
    }

    private void refuseEvents() {
        service.failures.put("events", new ApiFailure.Forbidden(Optional.empty(), "forbidden", ""));
    }

    private Freshness freshness() {
        return store.connection().freshness();
    }

    @Test
    void sixtyFourEnginesHaveAStreamEachWhateverTheKeyMayDo() {
        start(64);

        assertThat(service.openStreams()).isEqualTo(64);
        assertThat(service.calls).doesNotContain("events");
        assertThat(freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void aLargerFleetHasTheWorkspaceStreamAndListsAgainOnceItIsOpen() {
        start(250);

        assertThat(service.calls).contains("events");
        assertThat(service.openStreams()).isEqualTo(1);
        assertThat(store.connection()).isEqualTo(new Connection(new Freshness.Live(), Feed.EVENTS, 250, OptionalInt.of(250)));

        service.stream("").send(Engines.in("e7", EngineStatus.DRAINING).updatedAt(Engines.NOW.plusSeconds(1)).build());
        assertThat(store.entries().get("id-e7").engine().is(EngineStatus.DRAINING)).isTrue();
    }

    @Test
    void whatAnEarlierSessionSawIsStaleNoMoreOnceTheWorkspaceStreamCarriesIt() {
        store.recall(IntStream.range(0, 250).mapToObj(i -> Engines.running("e" + i).entry()).toList(), Engines.NOW.minus(Duration.ofDays(2)));
        assertThat(store.entries().values()).allMatch(EngineEntry::stale);
        start(250);
        rig.pass(Duration.ofSeconds(2));

        assertThat(store.connection().feed()).isEqualTo(Feed.EVENTS);
        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(store.entries().values()).hasSize(250).noneMatch(EngineEntry::stale);
    }

    @Test
    void theEngineInDetailAlwaysHasItsOwnStream() {
        start(100);
        feed.setOpened(Optional.of("id-e5"));
        rig.settle();
        assertThat(service.stream("id-e5").isOpen()).isTrue();
        assertThat(service.openStreams()).isEqualTo(2);

        feed.setOpened(Optional.empty());
        rig.settle();
        assertThat(service.stream("id-e5").isOpen()).isFalse();
    }

    @Test
    void withoutTheWorkspaceStreamTheEnginesOnScreenHaveStreamsAndAllArePolled() {
        refuseEvents();
        start(150);
        assertThat(permissions.missing()).containsExactly("teams:read");
        assertThat(store.connection().feed()).isEqualTo(Feed.POLL);
        assertThat(freshness()).isEqualTo(new Freshness.Live());

        feed.setVisible(ids(0, 20));
        rig.settle();
        assertThat(service.openStreams()).isEqualTo(20);

        feed.setVisible(ids(30, 50));
        rig.settle();
        assertThat(service.openStreams()).as("on screen plus sixteen that were").isEqualTo(36);

        service.put(Engines.in("e149", EngineStatus.STOPPED).updatedAt(Engines.NOW.plusSeconds(1)).build());
        rig.pass(Duration.ofSeconds(8));
        assertThat(store.entries().get("id-e149").engine().is(EngineStatus.STOPPED)).isTrue();
        assertThat(store.entries().get("id-e149").feed()).isEqualTo(Feed.POLL);
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "id-e" + i).toList();
    }

    @Test
    void aServiceWithoutTheWorkspaceStreamIsPolled() {
        service.failures.put("events", new ApiFailure.NotFound("no such route"));
        start(150);

        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(service.count("events")).isEqualTo(1);
        assertThat(permissions.missing()).isEmpty();
    }

    @Test
    void aLostWorkspaceStreamIsStaleAndListsAgainBeforeItIsLive() {
        start(150);
        service.failures.put("list", new ApiFailure.ServerFault(500, ""));
        service.stream("").fail(FakeService.LOST);
        assertThat(freshness()).isInstanceOf(Freshness.Stale.class);

        rig.pass(Duration.ofSeconds(3));
        assertThat(freshness()).isInstanceOfSatisfying(Freshness.CatchingUp.class, catching -> assertThat(catching.doubted()).isPresent());

        service.failures.clear();
        service.engines.remove("id-e3");
        rig.pass(Duration.ofSeconds(4));
        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(store.entries()).hasSize(149);
    }

    @Test
    void whenNothingCanBeReachedALongListIsNoSignOfLifeForLongerThanAHeartbeat() {
        start(2_000);
        ApiFailure unreachable = new ApiFailure.Unreachable(ApiFailure.Cause.RESET, true, "reset");
        service.failures.put("list", unreachable);
        service.failures.put("events", unreachable);
        service.stream("").fail(FakeService.LOST);

        rig.pass(Duration.ofSeconds(27));
        assertThat(freshness()).isInstanceOf(Freshness.Stale.class);

        service.failures.clear();
        rig.pass(Duration.ofSeconds(120));
        assertThat(freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void afterAReturnWhatIsLookedAtIsReadFirstAndTheRestIsAsOldAsTheLoss() {
        start(250);
        feed.setVisible(List.of("id-e240", "id-e241"));
        service.failures.put("events", FakeService.LOST);
        service.stream("").fail(FakeService.LOST);
        rig.pass(Duration.ofSeconds(2));
        assertThat(freshness().isOld()).as("stale at once").isTrue();

        service.failures.clear();
        service.failures.put("list", new ApiFailure.ServerFault(500, ""));
        service.put(Engines.in("e240", EngineStatus.DRAINING).updatedAt(Engines.NOW.plusSeconds(1)).build());
        feed.wake();
        rig.settle();
        assertThat(service.count("get id-e240")).isEqualTo(1);
        assertThat(store.entries().get("id-e240").engine().is(EngineStatus.DRAINING)).isTrue();
        assertThat(isDoubted("id-e240")).as("read since").isFalse();
        assertThat(isDoubted("id-e1")).as("not read since").isTrue();

        service.failures.clear();
        rig.pass(Duration.ofSeconds(5));
        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(isDoubted("id-e1")).isFalse();
    }

    private boolean isDoubted(String id) {
        return freshness().isDoubted(store.entries().get(id).seenAt());
    }

    @Test
    void theListInTheBackgroundAsksTwiceASecondAtMost() {
        refuseEvents();
        start(1000);
        service.calls.clear();

        rig.pass(Duration.ofSeconds(60));

        assertThat(service.count("list")).isBetween(40L, 121L);
        assertThat(freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void aVeryLargeFleetIsReconciledSlowly() {
        assertThat(FeedSettings.STANDARD.betweenPages(1000)).isEqualTo(Duration.ofMillis(500));
        assertThat(FeedSettings.STANDARD.betweenPages(5000)).isEqualTo(Duration.ofMillis(1200));
        assertThat(FeedSettings.STANDARD.betweenPages(100_000)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aServerThatRepeatsACursorIsNotFollowedInACircle() {
        service.cursors = cursor -> "100";
        start(350);

        assertThat(store.entries()).hasSize(200);
        rig.pass(Duration.ofSeconds(2));
        assertThat(diagnostics.countsProperty().get().circles()).isPositive();
    }

    @Test
    void whatSeveralPagesLeftOutIsLookedAtBeforeItIsTakenForGone() {
        start(150);
        service.countsTotal = false;
        service.engines.remove("id-e1");
        var hidden = service.engines.remove("id-e2");
        service.calls.clear();
        feed.readNow();
        service.engines.put("id-e2", hidden);
        rig.settle();

        assertThat(service.calls).contains("get id-e1");
        assertThat(store.entries()).doesNotContainKey("id-e1").containsKey("id-e2");
    }

    @Test
    void aFleetThatGrowsChangesItsFeed() {
        start(64);
        service.put(Engines.running("more").build());
        feed.refresh("id-more");
        rig.settle();

        assertThat(store.connection().feed()).isEqualTo(Feed.EVENTS);
        assertThat(service.openStreams()).isEqualTo(1);
        assertThat(freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void aLimitIsWaitedFor() {
        service.failures.put("list", new ApiFailure.RateLimited(Duration.ofSeconds(30), ""));
        start(3);
        rig.pass(Duration.ofSeconds(29));
        assertThat(service.count("list")).isEqualTo(1);

        service.failures.clear();
        rig.pass(Duration.ofSeconds(2));
        assertThat(freshness()).isEqualTo(new Freshness.Live());
    }
}
