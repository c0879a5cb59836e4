package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.Frame;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;

/** The feed of a small fleet: one stream for each engine. */
class FleetFeedTest {
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final FleetStore store = new FleetStore(rig.clock);
    private final Permissions permissions = new Permissions();
    private final Diagnostics diagnostics = new Diagnostics();
    private final FleetFeed feed = new FleetFeed(service, store, permissions, diagnostics, rig.runtime(), FeedSettings.STANDARD.pumpingEvery(Duration.ZERO));

    @BeforeEach
    void threeEngines() {
        service.put(Engines.running("a").idle(2).build());
        service.put(Engines.running("b").busy(1).build());
        service.put(Engines.running("c").cloud().build());
    }

    @AfterEach
    void close() {
        feed.close();
        rig.settle();
        assertThat(service.openStreams()).isZero();
    }

    private void start() {
        feed.start();
        rig.settle();
    }

    private void beatAll(Duration time) {
        for (long s = 0; s < time.toSeconds(); s += 10) {
            rig.pass(Duration.ofSeconds(10));
            store.entries().keySet().stream().map(service::stream).filter(stream -> stream != null && stream.isOpen()).toList().forEach(stream -> stream.beat());
        }
    }

    private Freshness freshness() {
        return store.connection().freshness();
    }

    @Test
    void everyEngineHasItsOwnStreamAndTheFleetIsLive() {
        start();

        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(store.connection().feed()).isEqualTo(Feed.ENGINE);
        assertThat(store.connection().loaded()).isEqualTo(3);
        assertThat(service.calls).contains("stream id-a", "stream id-b", "stream id-c").doesNotContain("events");
    }

    @Test
    void newsOfAnyEngineReachTheStoreWithoutAnyPoll() {
        start();

        service.stream("id-b").send(Engines.in("b", EngineStatus.DRAINING).updatedAt(Engines.NOW.plusSeconds(1)).build());

        assertThat(store.entries().get("id-b").engine().is(EngineStatus.DRAINING)).isTrue();
        assertThat(store.entries().get("id-b").feed()).isEqualTo(Feed.ENGINE);
        assertThat(store.updatesProperty().get()).isEqualTo(1);
        assertThat(service.count("list")).isEqualTo(1);
    }

    @Test
    void theFirstListIsWaitedForAsConnecting() {
        assertThat(freshness()).isEqualTo(new Freshness.Connecting());
    }

    @Test
    void aServerThatIsNotThereIsOfflineWithTheNextTryAndIsFoundLater() {
        service.failures.put("list", new ApiFailure.Unreachable(ApiFailure.Cause.REFUSED, false, "refused"));
        start();

        assertThat(freshness()).isInstanceOfSatisfying(Freshness.Offline.class, offline -> {
            assertThat(offline.problem().code()).isEqualTo("unreachable.refused");
            assertThat(offline.attempt()).isEqualTo(1);
            assertThat(offline.nextTry()).isPresent();
        });

        service.failures.clear();
        rig.pass(Duration.ofSeconds(3));
        assertThat(freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void aKeyThatIsNotAcceptedEndsEverythingUntilSomebodyAsks() {
        start();
        service.failures.put("list", new ApiFailure.Unauthorized("bad key"));
        service.failures.put("stream id-a", new ApiFailure.Unauthorized("bad key"));
        service.stream("id-a").fail(FakeService.LOST);
        rig.pass(Duration.ofMinutes(5));
        long calls = service.calls.size();

        assertThat(freshness()).isInstanceOfSatisfying(Freshness.Offline.class, offline -> {
            assertThat(offline.problem().code()).isEqualTo("unauthorized");
            assertThat(offline.nextTry()).isEmpty();
            assertThat(offline.asOf()).isPresent();
        });
        assertThat(service.openStreams()).isZero();
        rig.pass(Duration.ofMinutes(5));
        assertThat(service.calls).hasSize((int) calls);

        service.failures.clear();
        feed.readNow();
        rig.settle();
        assertThat(freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void aKeyThatMayNotReadEnginesSaysWhichScopeIsMissing() {
        service.failures.put("list", new ApiFailure.Forbidden(Optional.of("engines:read"), "forbidden", ""));
        start();

        assertThat(freshness()).isInstanceOf(Freshness.Offline.class);
        assertThat(permissions.missing()).containsExactly("engines:read");
    }

    @Test
    void silenceMakesTheFleetStaleAsOfTheLastSignAndAHeartbeatKeepsItLive() {
        start();
        beatAll(Duration.ofMinutes(1));
        assertThat(freshness()).isEqualTo(new Freshness.Live());
        var lastSign = rig.clock.instant();

        rig.pass(Duration.ofSeconds(27));

        assertThat(freshness()).isInstanceOfSatisfying(Freshness.Stale.class, stale -> assertThat(stale.asOf()).isEqualTo(lastSign));
    }

    @Test
    void aBrokenStreamMakesItsEngineStaleNotTheFleet() {
        start();
        service.failures.put("stream id-a", FakeService.LOST);

        service.stream("id-a").fail(FakeService.LOST);

        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(store.entries().get("id-a").stale()).isTrue();
        assertThat(store.connection().vouchesFor(store.entries().get("id-a"))).isFalse();
        assertThat(store.connection().vouchesFor(store.entries().get("id-b"))).isTrue();
    }

    @Test
    void aStreamThatComesBackReadsItsEngineAgain() {
        start();
        service.stream("id-a").fail(FakeService.LOST);
        service.put(Engines.in("a", EngineStatus.STOPPED).updatedAt(Engines.NOW.plusSeconds(1)).build());

        rig.pass(Duration.ofSeconds(3));

        assertThat(store.entries().get("id-a").stale()).isFalse();
        assertThat(store.entries().get("id-a").engine().is(EngineStatus.STOPPED)).isTrue();
        assertThat(diagnostics.countsProperty().get().reconnects()).isEqualTo(1);
    }

    @Test
    void whenAllStreamsBreakTheFleetIsStaleAndListsAgainBeforeItIsLive() {
        start();
        for (String id : List.of("id-a", "id-b", "id-c")) {
            service.failures.put("stream " + id, FakeService.LOST);
            service.stream(id).fail(FakeService.LOST);
        }
        assertThat(freshness()).isInstanceOfSatisfying(Freshness.Stale.class, stale -> {
            assertThat(stale.problem()).isPresent();
            assertThat(stale.attempt()).isEqualTo(1);
            assertThat(stale.nextTry()).isPresent();
        });

        service.put(Engines.running("d").build());
        service.engines.remove("id-c");
        service.failures.clear();
        rig.pass(Duration.ofSeconds(3));

        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(store.entries().keySet()).containsExactlyInAnyOrder("id-a", "id-b", "id-d");
        assertThat(service.stream("id-d").isOpen()).isTrue();
    }

    @Test
    void itIsCatchingUpUntilTheListIsReadAgain() {
        start();
        for (String id : List.of("id-a", "id-b", "id-c")) {
            service.stream(id).fail(FakeService.LOST);
        }
        service.failures.put("list", new ApiFailure.ServerFault(500, ""));

        rig.pass(Duration.ofSeconds(3));
        assertThat(freshness()).isEqualTo(new Freshness.CatchingUp());

        service.failures.clear();
        rig.pass(Duration.ofSeconds(3));
        assertThat(freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void anEngineThatIsGoneLeavesTheFleetAndALateFrameDoesNotBringItBack() {
        start();
        var stream = service.stream("id-a");
        service.engines.remove("id-a");

        feed.refresh("id-a");
        rig.settle();
        stream.send(Engines.running("a").build());

        assertThat(store.entries()).doesNotContainKey("id-a");
        assertThat(stream.isOpen()).isFalse();
    }

    @Test
    void aRefusedStreamEndsWithItsReasonAndItsEngineIsPolled() {
        service.failures.put("stream id-a", new ApiFailure.Forbidden(Optional.empty(), "otp_required", ""));
        start();
        service.put(Engines.in("a", EngineStatus.DRAINING).updatedAt(Engines.NOW.plusSeconds(1)).build());

        rig.pass(Duration.ofSeconds(7));

        assertThat(store.entries().get("id-a").engine().is(EngineStatus.DRAINING)).isTrue();
        assertThat(store.entries().get("id-a").feed()).isEqualTo(Feed.POLL);
        assertThat(store.entries().get("id-a").stale()).isFalse();
        assertThat(diagnostics.countsProperty().get().refused()).containsOnlyKeys("id-a");
        assertThat(service.count("stream id-a")).isEqualTo(1);
        assertThat(freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void withoutAnyStreamTheListIsPolledAndCountsAsLiveWhileItSucceeds() {
        for (String id : List.of("id-a", "id-b", "id-c")) {
            service.failures.put("stream " + id, new ApiFailure.NotFound("no such route"));
        }
        start();
        rig.pass(Duration.ofMinutes(1));
        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(service.count("list")).isBetween(10L, 14L);

        service.failures.put("list", new ApiFailure.ServerFault(502, ""));
        rig.pass(Duration.ofSeconds(20));
        assertThat(freshness()).isInstanceOf(Freshness.Stale.class);
    }

    @Test
    void streamsThatCanNeverBeOpenedAreReplacedByPollingAndTriedOn() {
        List.of("id-a", "id-b", "id-c").forEach(id -> service.failures.put("stream " + id, new ApiFailure.ServerFault(502, "")));
        start();
        assertThat(freshness()).isInstanceOf(Freshness.Stale.class);
        rig.pass(Duration.ofSeconds(30));
        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(store.entries().values()).allMatch(entry -> entry.feed() == Feed.POLL && !entry.stale());
        service.failures.clear();
        rig.pass(Duration.ofMinutes(1));
        assertThat(store.entries().values()).noneMatch(EngineEntry::stale);
        assertThat(service.openStreams()).isEqualTo(3);
    }
    @Test
    void aPartOfAnUnknownEngineIsReadBeforeItIsShown() {
        start();
        service.put(Engines.in("new", EngineStatus.DRAINING).build());
        service.stream("id-a").send(new Frame.EngineNews(new EngineChange("id-new", Optional.of(Engines.NOW), EnumSet.of(EngineField.STATUS),
                Engines.in("new", EngineStatus.DRAINING).build())));
        assertThat(service.calls).contains("get id-new");
        assertThat(store.entries()).containsKey("id-new");
        assertThat(service.stream("id-new").isOpen()).isTrue();
    }
    @Test
    void theListIsReadAgainEachMinuteAndWhatItRepairsIsCounted() {
        start();
        service.put(Engines.in("a", EngineStatus.STOPPED).updatedAt(Engines.NOW.plusSeconds(5)).build());
        beatAll(Duration.ofSeconds(70));
        assertThat(service.count("list")).isEqualTo(2);
        assertThat(store.entries().get("id-a").engine().is(EngineStatus.STOPPED)).isTrue();
        assertThat(diagnostics.countsProperty().get().repairs()).isEqualTo(1);
    }
    @Test
    void readNowDoesNotWaitForTheNextTry() {
        start();
        Set.of("id-a", "id-b", "id-c").forEach(id -> service.stream(id).fail(FakeService.LOST));
        assertThat(freshness()).isInstanceOf(Freshness.Stale.class);
        feed.readNow();
        rig.settle();
        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(service.count("list")).isGreaterThanOrEqualTo(2);
    }
    @Test
    void theWaitGrowsWithEveryFailureAndAnyFrameResetsIt() {
        start();
        service.failures.put("stream id-a", FakeService.LOST);
        service.stream("id-a").fail(FakeService.LOST);
        beatAll(Duration.ofMinutes(10));
        long tries = service.count("stream id-a");
        assertThat(tries).isBetween(10L, 60L);
        service.failures.clear();
        feed.readNow();
        rig.settle();
        service.stream("id-a").beat();
        service.stream("id-a").fail(FakeService.LOST);
        rig.pass(Duration.ofSeconds(3));
        assertThat(service.stream("id-a").isOpen()).isTrue();
    }
    @Test
    void anEmptyFleetIsPolledSoThatItsFirstEngineIsSeen() {
        service.engines.clear();
        start();
        assertThat(freshness()).isEqualTo(new Freshness.Live());
        service.put(Engines.running("first").build());
        rig.pass(Duration.ofSeconds(7));
        assertThat(store.entries()).containsOnlyKeys("id-first");
        assertThat(service.stream("id-first").isOpen()).isTrue();
        assertThat(freshness()).isEqualTo(new Freshness.Live());
    }
    @Test
    void afterSleepEverythingIsStaleAtOnceAndReadAgain() {
        start();
        Set.of("id-a", "id-b", "id-c").forEach(id -> service.failures.put("stream " + id, FakeService.LOST));
        feed.wake();
        assertThat(freshness()).isInstanceOf(Freshness.Stale.class);
        assertThat(store.entries().values()).allMatch(EngineEntry::stale);
        rig.settle();
        service.failures.clear();
        feed.wake();
        rig.settle();
        assertThat(freshness()).isEqualTo(new Freshness.Live());
        assertThat(diagnostics.countsProperty().get().wakes()).isZero();
        rig.pass(Duration.ofSeconds(1));
        assertThat(diagnostics.countsProperty().get().wakes()).isEqualTo(2);
    }
}
