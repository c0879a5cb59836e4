package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;

/** What becomes of a small fleet whose lines break, fall silent or are refused, and how it is found again. */
class FleetFeedLossTest {
    private final SmallFleet fleet = new SmallFleet();

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void aServerThatIsNotThereIsOfflineWithTheNextTryAndIsFoundLater() {
        fleet.service.failures.put("list", new ApiFailure.Unreachable(ApiFailure.Cause.REFUSED, false, "refused"));
        fleet.start();

        assertThat(fleet.freshness()).isInstanceOfSatisfying(Freshness.Offline.class, offline -> {
            assertThat(offline.problem().code()).isEqualTo("unreachable.refused");
            assertThat(offline.attempt()).isEqualTo(1);
            assertThat(offline.nextTry()).isPresent();
        });

        fleet.service.failures.clear();
        fleet.rig.pass(Duration.ofSeconds(3));
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void aKeyThatIsNotAcceptedEndsEverythingUntilSomebodyAsks() {
        fleet.start();
        fleet.service.failures.put("list", new ApiFailure.Unauthorized("bad key"));
        fleet.service.failures.put("stream id-a", new ApiFailure.Unauthorized("bad key"));
        fleet.service.stream("id-a").fail(FakeService.LOST);
        fleet.rig.pass(Duration.ofMinutes(5));
        long calls = fleet.service.calls.size();

        assertThat(fleet.freshness()).isInstanceOfSatisfying(Freshness.Offline.class, offline -> {
            assertThat(offline.problem().code()).isEqualTo("unauthorized");
            assertThat(offline.nextTry()).isEmpty();
            assertThat(offline.asOf()).isPresent();
        });
        assertThat(fleet.service.openStreams()).isZero();
        fleet.rig.pass(Duration.ofMinutes(5));
        assertThat(fleet.service.calls).hasSize((int) calls);

        fleet.service.failures.clear();
        fleet.feed.readNow();
        fleet.rig.settle();
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void aKeyThatMayNotReadEnginesSaysWhichScopeIsMissing() {
        fleet.service.failures.put("list", new ApiFailure.Forbidden(Optional.of("engines:read"), "forbidden", ""));
        fleet.start();

        assertThat(fleet.freshness()).isInstanceOf(Freshness.Offline.class);
        assertThat(fleet.permissions.missing()).containsExactly("engines:read");
    }

    @Test
    void silenceMakesTheFleetStaleAsOfTheLastSignAndAHeartbeatKeepsItLive() {
        fleet.start();
        fleet.beatAll(Duration.ofMinutes(1));
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
        var lastSign = fleet.rig.clock.instant();

        fleet.rig.pass(Duration.ofSeconds(27));

        assertThat(fleet.freshness()).isInstanceOfSatisfying(Freshness.Stale.class, stale -> assertThat(stale.asOf()).isEqualTo(lastSign));
    }

    @Test
    void aBrokenStreamMakesItsEngineStaleNotTheFleet() {
        fleet.start();
        fleet.service.failures.put("stream id-a", FakeService.LOST);

        fleet.service.stream("id-a").fail(FakeService.LOST);

        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
        assertThat(fleet.store.entries().get("id-a").stale()).isTrue();
        assertThat(fleet.store.connection().vouchesFor(fleet.store.entries().get("id-a"))).isFalse();
        assertThat(fleet.store.connection().vouchesFor(fleet.store.entries().get("id-b"))).isTrue();
    }

    @Test
    void aStreamThatComesBackReadsItsEngineAgain() {
        fleet.start();
        fleet.service.stream("id-a").fail(FakeService.LOST);
        fleet.service.put(Engines.in("a", EngineStatus.STOPPED).updatedAt(Engines.NOW.plusSeconds(1)).build());

        fleet.rig.pass(Duration.ofSeconds(3));

        assertThat(fleet.store.entries().get("id-a").stale()).isFalse();
        assertThat(fleet.store.entries().get("id-a").engine().is(EngineStatus.STOPPED)).isTrue();
        assertThat(fleet.diagnostics.countsProperty().get().reconnects()).isEqualTo(1);
    }

    @Test
    void whenAllStreamsBreakTheFleetIsStaleAndListsAgainBeforeItIsLive() {
        fleet.start();
        for (String id : List.of("id-a", "id-b", "id-c")) {
            fleet.service.failures.put("stream " + id, FakeService.LOST);
            fleet.service.stream(id).fail(FakeService.LOST);
        }
        assertThat(fleet.freshness()).isInstanceOfSatisfying(Freshness.Stale.class, stale -> {
            assertThat(stale.problem()).isPresent();
            assertThat(stale.attempt()).isEqualTo(1);
            assertThat(stale.nextTry()).isPresent();
        });

        fleet.service.put(Engines.running("d").build());
        fleet.service.engines.remove("id-c");
        fleet.service.failures.clear();
        fleet.rig.pass(Duration.ofSeconds(3));

        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
        assertThat(fleet.store.entries().keySet()).containsExactlyInAnyOrder("id-a", "id-b", "id-d");
        assertThat(fleet.service.stream("id-d").isOpen()).isTrue();
    }

    @Test
    void itIsCatchingUpUntilTheListIsReadAgain() {
        fleet.start();
        for (String id : List.of("id-a", "id-b", "id-c")) {
            fleet.service.stream(id).fail(FakeService.LOST);
        }
        fleet.service.failures.put("list", new ApiFailure.ServerFault(500, ""));

        fleet.rig.pass(Duration.ofSeconds(3));
        // What was not heard of since the loss is told from what was.
        assertThat(fleet.freshness()).isInstanceOfSatisfying(Freshness.CatchingUp.class, catching -> assertThat(catching.doubted()).isPresent());

        fleet.service.failures.clear();
        fleet.rig.pass(Duration.ofSeconds(3));
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void readNowDoesNotWaitForTheNextTry() {
        fleet.start();
        Set.of("id-a", "id-b", "id-c").forEach(id -> fleet.service.stream(id).fail(FakeService.LOST));

        assertThat(fleet.freshness()).isInstanceOf(Freshness.Stale.class);
        fleet.feed.readNow();
        fleet.rig.settle();
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
        assertThat(fleet.service.count("list")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theWaitGrowsWithEveryFailureAndAnyFrameResetsIt() {
        fleet.start();
        fleet.service.failures.put("stream id-a", FakeService.LOST);
        fleet.service.stream("id-a").fail(FakeService.LOST);

        fleet.beatAll(Duration.ofMinutes(10));
        long tries = fleet.service.count("stream id-a");

        assertThat(tries).isBetween(10L, 60L);
        fleet.service.failures.clear();
        fleet.feed.readNow();
        fleet.rig.settle();
        fleet.service.stream("id-a").beat();
        fleet.service.stream("id-a").fail(FakeService.LOST);

        fleet.rig.pass(Duration.ofSeconds(3));
        assertThat(fleet.service.stream("id-a").isOpen()).isTrue();
    }

    @Test
    void afterSleepEverythingIsStaleAtOnceAndReadAgain() {
        fleet.start();
        Set.of("id-a", "id-b", "id-c").forEach(id -> fleet.service.failures.put("stream " + id, FakeService.LOST));

        fleet.feed.wake();
        assertThat(fleet.freshness()).isInstanceOf(Freshness.Stale.class);
        assertThat(fleet.store.entries().values()).allMatch(EngineEntry::stale);
        fleet.rig.settle();
        fleet.service.failures.clear();
        fleet.feed.wake();
        fleet.rig.settle();
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
        assertThat(fleet.diagnostics.countsProperty().get().wakes()).isZero();
        fleet.rig.pass(Duration.ofSeconds(1));
        assertThat(fleet.diagnostics.countsProperty().get().wakes()).isEqualTo(2);
    }
}
