package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

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

/**
 * A workspace stream tells of engines and of single workers, and the service counts their times apart: a worker's change
 * leaves its engine's time alone, so that an engine which is old by its own time may bring the newest workers.
 */
class WorkerConvergenceTest {
    private static final int ROUNDS = 400;
    private static final int ENGINES = 4;
    private static final int CREW = 3;
    private final Map<String, Engine> truth = new HashMap<>();
    private final List<Object> frames = new ArrayList<>();

    private static Worker worker(String engine, int index, Random random, Instant at) {
        WorkerStatus status = WorkerStatus.values()[random.nextInt(WorkerStatus.values().length)];
        return new Worker(engine + "-w" + index, index, Wire.of(status), random.nextBoolean() ? Optional.of("task-" + random.nextInt(9)) : Optional.empty(),
                "app", "v" + random.nextInt(3), List.of(), OptionalLong.empty(), List.of(), Optional.of(at));
    }

    private static Engine engine(Engine old, Wire<EngineStatus> status, List<Worker> crew, Instant at) {
        return new Engine(old.id(), old.shortId(), old.name(), status, old.version(), old.system(), old.instance(), Optional.of(crew), old.visibility(),
                old.createdAt(), Optional.of(at), Optional.empty());
    }

    private FleetStore listed(Random random) {
        FleetStore store = new FleetStore(new ManualClock());
        truth.clear();
        frames.clear();
        for (int i = 0; i < ENGINES; i++) {
            Engine bare = Engines.running("e" + i).build();
            List<Worker> crew = new ArrayList<>();
            for (int index = 0; index < CREW; index++) {
                crew.add(worker(bare.id(), index, random, Engines.NOW));
            }
            Engine engine = engine(bare, bare.status(), crew, Engines.NOW);
            truth.put(engine.id(), engine);
            store.read(engine, Feed.POLL);
        }
        return store;
    }

    /** Lets the service's fleet live; every change is told in one of the forms that the service has for it. */
    private void live(Random random, int steps) {
        for (int step = 1; step <= steps; step++) {
            Instant at = Engines.NOW.plusMillis(step);
            Engine before = truth.get("id-e" + random.nextInt(ENGINES));
            if (random.nextInt(3) == 0) {
                Engine after = engine(before, Wire.of(EngineStatus.values()[random.nextInt(7)]), before.workerList(), at);
                truth.put(after.id(), after);
                frames.add(random.nextBoolean() ? EngineChange.whole(after)
                        : new EngineChange(after.id(), after.updatedAt(), EnumSet.of(EngineField.STATUS), after));
            } else {
                int index = random.nextInt(CREW);
                List<Worker> crew = new ArrayList<>(before.workerList());
                Worker news = worker(before.id(), index, random, at);
                crew.set(index, news);
                Engine after = engine(before, before.status(), crew, before.updatedAt().orElseThrow());
                truth.put(after.id(), after);
                frames.add(switch (random.nextInt(3)) {
                    case 0 -> EngineChange.whole(after);
                    case 1 -> new EngineChange(after.id(), after.updatedAt(), EnumSet.of(EngineField.WORKERS), after);
                    default -> new WorkerChange(random.nextBoolean() ? after.id() : "", news.id(), Optional.of(at), EnumSet.allOf(WorkerField.class), news, false);
                });
            }
        }
    }

    private static void deliver(FleetStore store, Object frame) {
        switch (frame) {
            case EngineChange change -> store.apply(List.of(change), Feed.EVENTS);
            case WorkerChange change -> store.apply(change, Feed.EVENTS);
            default -> throw new AssertionError(frame);
        }
    }

    private static Map<String, Engine> known(FleetStore store) {
        Map<String, Engine> known = new HashMap<>();
        store.entries().forEach((id, entry) -> known.put(id, entry.engine()));
        return known;
    }

    @Test
    void workersOnTheirOwnAndInTheirEnginesInOrderBuildTheTruth() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            FleetStore store = listed(random);
            live(random, 80);

            frames.forEach(frame -> deliver(store, frame));

            assertThat(known(store)).as("seed %d", seed).isEqualTo(truth);
        }
    }

    @Test
    void workersInAnyOrderAndTwiceConvergeOnTheNewestOfEach() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            FleetStore store = listed(random);
            live(random, 80);
            // The last word on every engine is a whole one: a status that came in a part alone, too late, is repaired by the list only.
            truth.values().forEach(engine -> frames.add(EngineChange.whole(engine)));
            List<Object> received = new ArrayList<>(frames);
            for (int i = 0; i < 30; i++) {
                received.add(frames.get(random.nextInt(frames.size())));
            }
            Collections.shuffle(received, random);

            received.forEach(frame -> deliver(store, frame));

            assertThat(known(store)).as("seed %d", seed).isEqualTo(truth);
        }
    }

    @Test
    void lossIsRepairedByOneListWhereverItComesAmongStaleFrames() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            FleetStore store = listed(random);
            live(random, 80);
            List<Object> received = new ArrayList<>(frames);
            received.addAll(frames.subList(0, 20));
            received.removeIf(frame -> random.nextInt(3) == 0);
            Collections.shuffle(received, random);
            int cut = random.nextInt(received.size());

            received.subList(0, cut).forEach(frame -> deliver(store, frame));
            store.replaceAll(List.copyOf(truth.values()), Feed.POLL);
            received.subList(cut, received.size()).forEach(frame -> deliver(store, frame));

            assertThat(known(store)).as("seed %d", seed).isEqualTo(truth);
        }
    }

    @Test
    void anEngineThatIsNewerThanBeforeButOlderThanItsWorkersNewsDoesNotTakeThemBack() {
        FleetStore store = listed(new Random(1));
        Engine known = truth.get("id-e0");
        Worker fresh = worker(known.id(), 0, new Random(2), Engines.NOW.plusMillis(7));
        store.apply(new WorkerChange(known.id(), fresh.id(), fresh.updatedAt(), EnumSet.allOf(WorkerField.class), fresh, false), Feed.EVENTS);
        for (int at = 5; at <= 6; at++) {
            store.apply(List.of(EngineChange.whole(engine(known, known.status(), known.workerList(), Engines.NOW.plusMillis(at)))), Feed.EVENTS);
            assertThat(store.entries().get(known.id()).engine().workerList().getFirst()).isEqualTo(fresh);
        }
    }

    @Test
    void aWorkerThatWentStaysGoneWhenLateNewsOfItCome() {
        FleetStore store = listed(new Random(1));
        Engine engine = truth.get("id-e0");
        Worker last = engine.workerList().getLast();
        Worker late = worker(engine.id(), last.index(), new Random(2), Engines.NOW.plusMillis(5));

        store.apply(new WorkerChange(engine.id(), last.id(), Optional.of(Engines.NOW.plusMillis(9)), EnumSet.allOf(WorkerField.class), last, true), Feed.EVENTS);
        store.apply(new WorkerChange(engine.id(), last.id(), late.updatedAt(), EnumSet.allOf(WorkerField.class), late, false), Feed.EVENTS);

        assertThat(store.entries().get(engine.id()).engine().workerList()).hasSize(CREW - 1);
    }
}
