package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.collections.MapChangeListener;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Wire;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerChange;
import sh.inference.console.model.WorkerField;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.ObjectGraph;

class FleetStoreTest {
    private final ManualClock clock = new ManualClock();
    private final FleetStore store = new FleetStore(clock);

    private static EngineChange whole(Engines engine) {
        return EngineChange.whole(engine.build());
    }

    private static WorkerChange busy(String engineId, String workerId, Instant at) {
        Worker values = new Worker(workerId, 0, Wire.of(WorkerStatus.BUSY), Optional.of("t"), "", "", List.of(), java.util.OptionalLong.empty(), List.of(), Optional.empty());
        return new WorkerChange(engineId, workerId, Optional.of(at), Set.of(WorkerField.STATUS, WorkerField.TASK), values, false);
    }

    @Test
    void anEngineIsWrittenOnceABatchHoweverManyFramesSpeakOfIt() {
        List<String> writes = new ArrayList<>();
        store.entries().addListener((MapChangeListener<String, EngineEntry>) change -> writes.add(change.getKey()));

        store.apply(List.of(whole(Engines.running("a")), whole(Engines.in("a", EngineStatus.DRAINING)), whole(Engines.in("a", EngineStatus.STOPPED))), Feed.ENGINE);

        assertThat(writes).containsExactly("id-a");
        assertThat(store.entries().get("id-a").engine().is(EngineStatus.STOPPED)).isTrue();
    }

    @Test
    void nothingIsKeptOfAnEngineAsItWas() {
        store.apply(List.of(whole(Engines.running("a").version("v-as-it-was"))), Feed.ENGINE);
        store.fleet();
        store.workload();
        assertThat(ObjectGraph.strings(store)).contains("v-as-it-was");

        store.apply(List.of(whole(Engines.running("a").version("v-as-it-is"))), Feed.ENGINE);
        assertThat(ObjectGraph.strings(store)).contains("v-as-it-is").doesNotContain("v-as-it-was");
    }

    @Test
    void aListThatSaysTheSameKeepsWhatIsKnown() {
        store.apply(List.of(whole(Engines.running("a").cloud().busy(2).idle(2))), Feed.ENGINE);
        Engine known = store.entries().get("id-a").engine();

        store.read(Engines.running("a").cloud().busy(2).idle(2).updatedAt(Engines.NOW.plusSeconds(1)).build(), Feed.ENGINE);
        Engine read = store.entries().get("id-a").engine();
        assertThat(read.updatedAt()).contains(Engines.NOW.plusSeconds(1));
        assertThat(read.workerList()).isSameAs(known.workerList());
        assertThat(read.system()).isSameAs(known.system());
        assertThat(read.instance()).isSameAs(known.instance());

        store.read(Engines.running("a").cloud().busy(3).idle(1).updatedAt(Engines.NOW.plusSeconds(2)).build(), Feed.ENGINE);
        Engine changed = store.entries().get("id-a").engine();
        assertThat(changed.count(WorkerStatus.BUSY)).isEqualTo(3);
        assertThat(changed.workerList().getFirst()).as("a worker that stayed as it was").isSameAs(known.workerList().getFirst());
    }

    @Test
    void theFirstPictureIsNoUpdateAndARepetitionIsNone() {
        store.apply(List.of(whole(Engines.running("a"))), Feed.ENGINE);
        store.apply(List.of(whole(Engines.running("a"))), Feed.ENGINE);
        assertThat(store.updatesProperty().get()).isZero();

        store.apply(List.of(whole(Engines.in("a", EngineStatus.DRAINING))), Feed.ENGINE);
        assertThat(store.updatesProperty().get()).isEqualTo(1);
    }

    @Test
    void aPartOfAnUnknownEngineIsAskedForUnlessTheWholeComesInTheSameBatch() {
        EngineChange part = new EngineChange("id-a", Optional.empty(), EnumSet.of(EngineField.STATUS), Engines.running("a").build());

        assertThat(store.apply(List.of(part), Feed.EVENTS)).containsExactly("id-a");
        assertThat(store.apply(List.of(part, whole(Engines.running("a"))), Feed.EVENTS)).isEmpty();
    }

    @Test
    void aLateFrameDoesNotBringBackAnEngineButAReadDoes() {
        store.apply(List.of(whole(Engines.running("a"))), Feed.ENGINE);
        Instant asked = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        store.remove("id-a");

        store.apply(List.of(whole(Engines.running("a"))), Feed.ENGINE);
        assertThat(store.entries()).isEmpty();
        store.read(Engines.running("a").build(), Feed.POLL, asked);
        assertThat(store.entries()).as("asked before it went").isEmpty();

        store.read(Engines.running("a").build(), Feed.POLL);
        assertThat(store.entries()).containsKey("id-a");
    }

    @Test
    void anEngineThatReallyComesBackIsShown() {
        store.apply(List.of(whole(Engines.running("a"))), Feed.ENGINE);
        store.remove("id-a");

        store.apply(List.of(whole(Engines.running("a").updatedAt(Engines.NOW.plusSeconds(1)))), Feed.ENGINE);

        assertThat(store.entries()).containsKey("id-a");
    }

    @Test
    void aListRemovesWhatItDoesNotName() {
        store.replaceAll(List.of(Engines.running("a").build(), Engines.running("b").build()), Feed.POLL);
        store.replaceAll(List.of(Engines.running("b").build(), Engines.running("c").build()), Feed.POLL);

        assertThat(store.entries()).containsOnlyKeys("id-b", "id-c");
        assertThat(store.fleet().entries()).containsOnlyKeys("id-b", "id-c");
    }

    @Test
    void newsOfAWorkerFindTheirEngineByTheWorkerAlone() {
        store.read(Engines.running("a").idle(1).build(), Feed.POLL);

        assertThat(store.apply(busy("", "id-a-w0", Engines.NOW.plusSeconds(1)), Feed.EVENTS)).isEmpty();

        assertThat(store.entries().get("id-a").engine().count(WorkerStatus.BUSY)).isEqualTo(1);
    }

    @Test
    void newsOfAWorkerOlderThanItsEngineOrThanItsOwnLastNewsAreDropped() {
        store.read(Engines.running("a").idle(1).build(), Feed.POLL);
        store.apply(busy("id-a", "id-a-w0", Engines.NOW.minusSeconds(1)), Feed.EVENTS);
        assertThat(store.entries().get("id-a").engine().count(WorkerStatus.BUSY)).isZero();

        Engine idleAgain = Engines.running("a").idle(1).updatedAt(Engines.NOW.plusSeconds(3)).build();
        store.apply(busy("id-a", "id-a-w0", Engines.NOW.plusSeconds(2)), Feed.EVENTS);
        store.apply(List.of(EngineChange.whole(idleAgain)), Feed.EVENTS);
        store.apply(busy("id-a", "id-a-w0", Engines.NOW.plusSeconds(2)), Feed.EVENTS);
        assertThat(store.entries().get("id-a").engine().count(WorkerStatus.BUSY)).isZero();
    }

    @Test
    void newsOfAWorkerOfAnUnknownEngineAskForTheEngine() {
        assertThat(store.apply(busy("id-x", "w", Engines.NOW), Feed.EVENTS)).contains("id-x");
        assertThat(store.apply(busy("", "w", Engines.NOW), Feed.EVENTS)).isEmpty();
    }

    @Test
    void aPictureOfTheFleetDoesNotChangeWithIt() {
        store.read(Engines.running("a").build(), Feed.POLL);
        Fleet before = store.fleet();
        store.read(Engines.running("b").build(), Feed.POLL);

        assertThat(before.size()).isEqualTo(1);
        assertThat(store.fleet().size()).isEqualTo(2);
        assertThat(store.fleet()).isSameAs(store.fleet());
    }

    @Test
    void aSignOfLifeRefreshesTheAgeAndNothingElse() {
        store.read(Engines.running("a").build(), Feed.POLL);
        clock.advance(Duration.ofSeconds(9));
        store.touch(Set.of("id-a", "id-unknown"), clock.instant());

        assertThat(store.entries().get("id-a").seenAt()).isEqualTo(clock.instant());
        assertThat(store.entries().get("id-a").statusAt()).isEqualTo(Engines.NOW);
    }
}
