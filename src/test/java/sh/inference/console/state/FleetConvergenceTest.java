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
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;

/** Frames that come in any order, twice, late or not at all never leave the console with something the service does not say. */
class FleetConvergenceTest {
    private static final int ROUNDS = 400;
    private static final int ENGINES = 5;
    private final Map<String, Engine> truth = new HashMap<>();
    private final List<EngineChange> frames = new ArrayList<>();

    private static EngineStatus status(Random random) {
        return EngineStatus.values()[random.nextInt(7)];
    }

    /** Lets the service's fleet live, and collects the frames that it sends. */
    private void live(Random random, boolean parts) {
        truth.clear();
        frames.clear();
        for (int step = 0; step < 60; step++) {
            String name = "e" + random.nextInt(ENGINES);
            Instant at = Engines.NOW.plusMillis(step);
            Engine before = truth.get("id-" + name);
            if (before == null || !parts || random.nextBoolean()) {
                Engine whole = Engines.in(name, status(random)).busy(random.nextInt(4)).version("v" + random.nextInt(3)).updatedAt(at).build();
                truth.put(whole.id(), whole);
                frames.add(EngineChange.whole(whole));
            } else {
                EnumSet<EngineField> fields = EnumSet.of(EngineField.STATUS);
                Engine values = Engines.in(name, status(random)).updatedAt(at).build();
                truth.put(before.id(), new Engine(before.id(), before.shortId(), before.name(), values.status(), before.version(), before.system(),
                        before.instance(), before.workers(), before.visibility(), before.createdAt(), Optional.of(at), Optional.empty()));
                frames.add(new EngineChange(before.id(), Optional.of(at), fields, values));
            }
        }
    }

    private static Map<String, Engine> known(FleetStore store) {
        Map<String, Engine> known = new HashMap<>();
        store.entries().forEach((id, entry) -> known.put(id, entry.engine()));
        return known;
    }

    @Test
    void wholeEnginesInAnyOrderAndTwiceConvergeWithoutAnyList() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            live(random, false);
            List<EngineChange> received = new ArrayList<>(frames);
            IntStream.range(0, 20).forEach(i -> received.add(frames.get(random.nextInt(frames.size()))));
            Collections.shuffle(received, random);
            FleetStore store = new FleetStore(new ManualClock());

            deliver(store, received, random);

            assertThat(known(store)).as("seed %d", seed).isEqualTo(truth);
        }
    }

    @Test
    void anyLossOrderAndDuplicationIsRepairedByOneList() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            live(random, true);
            List<EngineChange> received = new ArrayList<>(frames);
            IntStream.range(0, 20).forEach(i -> received.add(frames.get(random.nextInt(frames.size()))));
            received.removeIf(frame -> random.nextInt(4) == 0);
            Collections.shuffle(received, random);
            FleetStore store = new FleetStore(new ManualClock());
            int cut = random.nextInt(received.size());

            deliver(store, received.subList(0, cut), random);
            store.replaceAll(List.copyOf(truth.values()), Feed.POLL);
            deliver(store, received.subList(cut, received.size()), random);

            assertThat(known(store)).as("seed %d", seed).isEqualTo(truth);
        }
    }

    @Test
    void partsInOrderBuildTheSameAsTheWhole() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            live(random, true);
            FleetStore store = new FleetStore(new ManualClock());

            deliver(store, frames, random);

            assertThat(known(store)).as("seed %d", seed).isEqualTo(truth);
        }
    }

    @Test
    void whatIsKnownOfAnEngineNeverBecomesOlder() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            live(random, true);
            Collections.shuffle(frames, random);
            FleetStore store = new FleetStore(new ManualClock());
            Map<String, Instant> latest = new HashMap<>();
            for (EngineChange frame : frames) {
                store.apply(List.of(frame), Feed.ENGINE);
                store.entries().forEach((id, entry) -> {
                    Instant at = entry.engine().updatedAt().orElseThrow();
                    assertThat(at).isAfterOrEqualTo(latest.getOrDefault(id, Instant.MIN));
                    latest.put(id, at);
                });
            }
        }
    }

    /** Hands frames over in batches of any size, as the pump does. */
    private static void deliver(FleetStore store, List<EngineChange> frames, Random random) {
        for (int from = 0; from < frames.size();) {
            int to = Math.min(frames.size(), from + 1 + random.nextInt(8));
            store.apply(frames.subList(from, to), Feed.ENGINE);
            from = to;
        }
    }
}
