package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

class FleetReducerTest {
    private static final Instant T = Engines.NOW;
    private static final Instant LATER = T.plusSeconds(10);
    private final EngineEntry known = Engines.running("a").cloud().busy(1).idle(1).entry();

    private static EngineChange part(Engine values, Optional<Instant> at, EngineField first, EngineField... more) {
        return new EngineChange(values.id(), at, EnumSet.of(first, more), values);
    }

    private EngineEntry after(EngineChange change) {
        return FleetReducer.apply(Optional.of(known), change, Feed.ENGINE, LATER).orElseThrow();
    }

    @Test
    void aWholeEngineReplacesWhatIsKnown() {
        Engine news = Engines.in("a", EngineStatus.STOPPED).updatedAt(T.plusSeconds(1)).build();

        assertThat(after(EngineChange.whole(news)).engine()).isEqualTo(news);
    }

    @Test
    void olderNewsLeaveEverythingAsItIs() {
        Engine stale = Engines.in("a", EngineStatus.STOPPED).updatedAt(T.minusMillis(1)).build();

        assertThat(after(EngineChange.whole(stale))).isSameAs(known);
    }

    @Test
    void newsOfTheSameTimeAreTakenOver() {
        Engine same = Engines.in("a", EngineStatus.STOPPED).updatedAt(T).build();

        assertThat(after(EngineChange.whole(same)).engine().is(EngineStatus.STOPPED)).isTrue();
    }

    @Test
    void newsWithoutATimeAreTakenOverAndKeepTheLastKnownTime() {
        Engine timeless = Engines.in("a", EngineStatus.STOPPED).withoutUpdatedAt().build();

        assertThat(after(EngineChange.whole(timeless)).engine().updatedAt()).contains(T);
    }

    @Test
    void aPartChangesOnlyWhatItNames() {
        for (EngineField field : EngineField.values()) {
            Engine other = Engines.in("b", EngineStatus.DRAINING).id("id-a").version("v2").withoutSystem().withoutWorkers().createdAt(T).build();
            EngineEntry entry = after(part(other, Optional.of(LATER), field));
            Engine merged = entry.engine();

            assertThat(merged.name()).isEqualTo(field == EngineField.NAME ? "b" : "a");
            assertThat(merged.status()).isEqualTo((field == EngineField.STATUS ? other : known.engine()).status());
            assertThat(merged.version()).isEqualTo((field == EngineField.ENGINE_VERSION ? other : known.engine()).version());
            assertThat(merged.system()).isEqualTo((field == EngineField.SYSTEM_INFO ? other : known.engine()).system());
            assertThat(merged.instance()).isEqualTo((field == EngineField.INSTANCE ? other : known.engine()).instance());
            assertThat(merged.workers()).isEqualTo((field == EngineField.WORKERS ? other : known.engine()).workers());
            assertThat(merged.createdAt()).isEqualTo((field == EngineField.CREATED_AT ? other : known.engine()).createdAt());
            assertThat(merged.updatedAt()).contains(LATER);
        }
    }

    @Test
    void aDeletedEngineIsGone() {
        assertThat(FleetReducer.apply(Optional.of(known), EngineChange.whole(Engines.running("a").deleted().build()), Feed.ENGINE, T)).isEmpty();
        assertThat(FleetReducer.apply(Optional.empty(), EngineChange.whole(Engines.running("a").deleted().build()), Feed.ENGINE, T)).isEmpty();
    }

    @Test
    void aPartOfAnUnknownEngineIsNotShown() {
        assertThat(FleetReducer.apply(Optional.empty(), part(known.engine(), Optional.of(T), EngineField.STATUS), Feed.EVENTS, T)).isEmpty();
    }

    @Test
    void theTimeOfAStatusIsWhenItWasFirstSeen() {
        assertThat(after(EngineChange.whole(Engines.running("a").updatedAt(LATER).build())).statusAt()).isEqualTo(T);
        assertThat(after(EngineChange.whole(Engines.in("a", EngineStatus.DRAINING).updatedAt(LATER).build())).statusAt()).isEqualTo(LATER);
    }

    @Test
    void aTaskIsTimedFromWhenItWasFirstSeenHere() {
        EngineEntry entry = after(EngineChange.whole(Engines.running("a").busy(2).updatedAt(LATER).build()));

        assertThat(entry.tasksSince()).containsEntry("task-a-0", T).containsEntry("task-a-1", LATER).hasSize(2);
    }

    @Test
    void newsOfOneWorkerTouchNothingElse() {
        Worker idle = known.engine().workerList().get(1);
        Worker busy = new Worker(idle.id(), 1, Wire.of(WorkerStatus.BUSY), Optional.of("t9"), "", "", List.of(), idle.ramTotal(), List.of(), Optional.of(LATER));
        WorkerChange change = new WorkerChange("id-a", idle.id(), Optional.of(LATER), Set.of(WorkerField.STATUS, WorkerField.TASK), busy, false);

        EngineEntry entry = FleetReducer.apply(known, change, Feed.EVENTS, LATER);

        assertThat(entry.engine().count(WorkerStatus.BUSY)).isEqualTo(2);
        assertThat(entry.engine().workerList().get(1).gpus()).isEqualTo(idle.gpus());
        assertThat(entry.engine().updatedAt()).contains(T);
        assertThat(entry.tasksSince()).containsEntry("t9", LATER);
    }

    @Test
    void whatWasLateStaysMarkedUntilTheLineIsJudgedAgain() {
        EngineEntry stale = known.stale(true);

        assertThat(FleetReducer.apply(Optional.of(stale), EngineChange.whole(Engines.running("a").updatedAt(T.plus(Duration.ofSeconds(1))).build()),
                Feed.POLL, LATER).orElseThrow().stale()).isTrue();
    }
}
