package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.Frame;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.testing.Engines;

/** The feed of a small fleet: one stream for each engine. */
class FleetFeedTest {
    private final SmallFleet fleet = new SmallFleet();

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void everyEngineHasItsOwnStreamAndTheFleetIsLive() {
        fleet.start();

        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
        assertThat(fleet.store.connection().feed()).isEqualTo(Feed.ENGINE);
        assertThat(fleet.store.connection().loaded()).isEqualTo(3);
        assertThat(fleet.service.calls).contains("stream id-a", "stream id-b", "stream id-c").doesNotContain("events");
    }

    @Test
    void newsOfAnyEngineReachTheStoreWithoutAnyPoll() {
        fleet.start();

        fleet.service.stream("id-b").send(Engines.in("b", EngineStatus.DRAINING).updatedAt(Engines.NOW.plusSeconds(1)).build());

        assertThat(fleet.store.entries().get("id-b").engine().is(EngineStatus.DRAINING)).isTrue();
        assertThat(fleet.store.entries().get("id-b").feed()).isEqualTo(Feed.ENGINE);
        assertThat(fleet.store.updatesProperty().get()).isEqualTo(1);
        assertThat(fleet.service.count("list")).isEqualTo(1);
    }

    @Test
    void theFirstListIsWaitedForAsConnecting() {
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Connecting());
    }

    @Test
    void anEngineThatIsGoneLeavesTheFleetAndALateFrameDoesNotBringItBack() {
        fleet.start();
        var stream = fleet.service.stream("id-a");
        fleet.service.engines.remove("id-a");

        fleet.feed.refresh("id-a");
        fleet.rig.settle();
        stream.send(Engines.running("a").build());

        assertThat(fleet.store.entries()).doesNotContainKey("id-a");
        assertThat(stream.isOpen()).isFalse();
    }

    @Test
    void whatLeavesOrJoinsBetweenTwoListsIsCounted() {
        fleet.start();
        assertThat(fleet.store.connection().total()).hasValue(3);

        fleet.service.engines.remove("id-a");
        fleet.feed.refresh("id-a");
        fleet.rig.settle();
        assertThat(fleet.store.connection().loaded()).isEqualTo(2);
        assertThat(fleet.store.connection().total()).as("nothing more is to come").hasValue(2);

        fleet.service.put(Engines.running("d").build());
        fleet.service.put(Engines.running("e").build());
        fleet.feed.refresh("id-d");
        fleet.feed.refresh("id-e");
        fleet.rig.settle();
        assertThat(fleet.store.connection().loaded()).isEqualTo(4);
        assertThat(fleet.store.connection().total()).hasValue(4);
    }

    @Test
    void aRefusedStreamEndsWithItsReasonAndItsEngineIsPolled() {
        fleet.service.failures.put("stream id-a", new ApiFailure.Forbidden(Optional.empty(), "otp_required", ""));
        fleet.start();
        fleet.service.put(Engines.in("a", EngineStatus.DRAINING).updatedAt(Engines.NOW.plusSeconds(1)).build());

        fleet.rig.pass(Duration.ofSeconds(7));

        assertThat(fleet.store.entries().get("id-a").engine().is(EngineStatus.DRAINING)).isTrue();
        assertThat(fleet.store.entries().get("id-a").feed()).isEqualTo(Feed.POLL);
        assertThat(fleet.store.entries().get("id-a").stale()).isFalse();
        assertThat(fleet.diagnostics.countsProperty().get().refused()).containsOnlyKeys("id-a");
        assertThat(fleet.service.count("stream id-a")).isEqualTo(1);
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void withoutAnyStreamTheListIsPolledAndCountsAsLiveWhileItSucceeds() {
        for (String id : List.of("id-a", "id-b", "id-c")) {
            fleet.service.failures.put("stream " + id, new ApiFailure.NotFound("no such route"));
        }
        fleet.start();
        fleet.rig.pass(Duration.ofMinutes(1));
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
        assertThat(fleet.service.count("list")).isBetween(10L, 14L);

        fleet.service.failures.put("list", new ApiFailure.ServerFault(502, ""));
        fleet.rig.pass(Duration.ofSeconds(20));
        assertThat(fleet.freshness()).isInstanceOf(Freshness.Stale.class);
    }

    @Test
    void streamsThatCanNeverBeOpenedAreReplacedByPollingAndTriedOn() {
        List.of("id-a", "id-b", "id-c").forEach(id -> fleet.service.failures.put("stream " + id, new ApiFailure.ServerFault(502, "")));
        fleet.start();

        assertThat(fleet.freshness()).isInstanceOf(Freshness.Stale.class);
        fleet.rig.pass(Duration.ofSeconds(30));
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
        assertThat(fleet.store.entries().values()).allMatch(entry -> entry.feed() == Feed.POLL && !entry.stale());
        fleet.service.failures.clear();
        fleet.rig.pass(Duration.ofMinutes(1));
        assertThat(fleet.store.entries().values()).noneMatch(EngineEntry::stale);
        assertThat(fleet.service.openStreams()).isEqualTo(3);
    }

    @Test
    void aPartOfAnUnknownEngineIsReadBeforeItIsShown() {
        fleet.start();
        fleet.service.put(Engines.in("new", EngineStatus.DRAINING).build());
        fleet.service.stream("id-a").send(new Frame.EngineNews(new EngineChange("id-new", Optional.of(Engines.NOW), EnumSet.of(EngineField.STATUS),
                Engines.in("new", EngineStatus.DRAINING).build())));

        assertThat(fleet.service.calls).contains("get id-new");
        assertThat(fleet.store.entries()).containsKey("id-new");
        assertThat(fleet.service.stream("id-new").isOpen()).isTrue();
    }

    @Test
    void theListIsReadAgainEachMinuteAndWhatItRepairsIsCounted() {
        fleet.start();
        fleet.service.put(Engines.in("a", EngineStatus.STOPPED).updatedAt(Engines.NOW.plusSeconds(5)).build());

        fleet.beatAll(Duration.ofSeconds(70));
        assertThat(fleet.service.count("list")).isEqualTo(2);
        assertThat(fleet.store.entries().get("id-a").engine().is(EngineStatus.STOPPED)).isTrue();
        assertThat(fleet.diagnostics.countsProperty().get().repairs()).isEqualTo(1);
    }

    @Test
    void anEmptyFleetIsPolledSoThatItsFirstEngineIsSeen() {
        fleet.service.engines.clear();
        fleet.start();

        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
        fleet.service.put(Engines.running("first").build());

        fleet.rig.pass(Duration.ofSeconds(7));
        assertThat(fleet.store.entries()).containsOnlyKeys("id-first");
        assertThat(fleet.service.stream("id-first").isOpen()).isTrue();
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void theListIsReconciledAsOftenAsTheOperatorWantsFromTheNextTimeOn() {
        fleet.start();
        fleet.beatAll(Duration.ofSeconds(50));
        assertThat(fleet.service.count("list")).isEqualTo(1);
        fleet.feed.reconcileEvery(Duration.ofSeconds(20));
        fleet.beatAll(Duration.ofSeconds(50));
        assertThat(fleet.service.count("list")).isBetween(3L, 4L);
    }
}
