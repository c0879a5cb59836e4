package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Feed;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FeedRig;

class FleetHistoryTest {
    private final FeedRig rig = new FeedRig();
    private final FleetStore store = new FleetStore(rig.clock);
    private final FleetHistory history = new FleetHistory(store, rig.runtime());

    private void see(int busy, boolean live) {
        store.read(Engines.running("a").busy(busy).build(), Feed.ENGINE);
        Freshness freshness = live ? new Freshness.Live() : new Freshness.CatchingUp();
        store.setConnection(new Connection(freshness, Feed.ENGINE, 1, OptionalInt.of(1)));
        rig.pass(FleetHistory.SLOT);
    }

    private float last(int back) {
        return history.of("id-a", FleetHistory.Figure.BUSY)[HistoryRing.SLOTS - 1 - back];
    }

    @Test
    void theLatestSampleIsTheLastAndATimeWithoutALineIsAGap() {
        history.start();
        see(2, true);
        see(3, false);
        see(1, true);

        assertThat(last(0)).isEqualTo(1);
        assertThat(last(1)).isNaN();
        assertThat(last(2)).isEqualTo(2);
        assertThat(last(3)).isNaN();
    }

    @Test
    void aQuarterOfAnHourIsKeptAndALongAbsenceLeavesNothingOfBefore() {
        history.start();
        see(2, true);
        for (int i = 0; i < HistoryRing.SLOTS - 1; i++) {
            see(1, true);
        }
        assertThat(history.of("id-a", FleetHistory.Figure.BUSY)).startsWith(2f).endsWith(1f).hasSize(HistoryRing.SLOTS);

        rig.clock.advance(Duration.ofHours(3));
        assertThat(history.of("id-a", FleetHistory.Figure.BUSY)).containsOnly(Float.NaN);
    }

    @Test
    void whatAnEngineDidBeforeItWasGoneStaysForAQuarterOfAnHour() {
        history.start();
        see(2, true);
        store.remove("id-a");
        rig.pass(FleetHistory.SLOT);

        assertThat(last(0)).isNaN();
        assertThat(last(1)).isEqualTo(2);
        rig.pass(FleetHistory.SLOT.multipliedBy(HistoryRing.SLOTS));
        assertThat(history.of("id-a", FleetHistory.Figure.BUSY)).containsOnly(Float.NaN);
    }

    @Test
    void whatIsOverIsKeptNoLonger() {
        HistoryRing ring = new HistoryRing(1);
        assertThat(ring.isOver(0)).isTrue();
        ring.put(5, 1);
        assertThat(ring.isOver(5 + HistoryRing.SLOTS - 1)).isFalse();
        assertThat(ring.upTo(5 + HistoryRing.SLOTS - 1)).startsWith(1f);
        assertThat(ring.isOver(5 + HistoryRing.SLOTS)).isTrue();
    }

    @Test
    void figuresThatTheHostDoesNotReportAreGaps() {
        history.start();
        store.read(Engines.running("a").withoutSystem().withoutWorkers().build(), Feed.ENGINE);
        store.setConnection(new Connection(new Freshness.Live(), Feed.ENGINE, 1, OptionalInt.of(1)));
        rig.pass(FleetHistory.SLOT);

        for (FleetHistory.Figure figure : FleetHistory.Figure.values()) {
            assertThat(history.of("id-a", figure)).containsOnly(Float.NaN);
        }
        assertThat(history.of("id-unknown", FleetHistory.Figure.VRAM)).containsOnly(Float.NaN);
    }

    @Test
    void memoryIsAShare() {
        history.start();
        see(1, true);

        assertThat(history.of("id-a", FleetHistory.Figure.VRAM)[HistoryRing.SLOTS - 1]).isCloseTo(55f / 80f, within(0.0001f));
    }

    @Test
    void everyEngineOfALargeFleetIsSampled() {
        history.start();
        store.replaceAll(IntStream.range(0, 1_200).mapToObj(i -> Engines.running("e" + i).busy(1).build()).toList(), Feed.EVENTS);
        store.setConnection(new Connection(new Freshness.Live(), Feed.EVENTS, 1_200, OptionalInt.of(1_200)));
        rig.pass(FleetHistory.SLOT);
        for (int slice = 0; slice < 3; slice++) {
            rig.pass(Duration.ofMillis(100));
        }

        assertThat(IntStream.range(0, 1_200).filter(i -> history.of("id-e" + i, FleetHistory.Figure.BUSY)[HistoryRing.SLOTS - 1] != 1).toArray()).isEmpty();
    }
}
