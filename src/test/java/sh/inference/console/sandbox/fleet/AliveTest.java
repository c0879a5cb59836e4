package sh.inference.console.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

/** What a fleet left alone looks like from outside: it works, warms up, fails now and then, and its figures move. */
class AliveTest {
    @Test
    void tasksComeAndGoAndFewOfThemFail() {
        World world = new World(3, false);
        List<TaskRecord> ended = new ArrayList<>();
        world.fleet.listen(new Heard(task -> {
            if (task.isOver()) {
                ended.add(task);
            }
        }));
        double busy = 0;
        for (int minute = 0; minute < 120; minute++) {
            world.pass(Duration.ofMinutes(1));
            busy += busyShare(world);
        }
        assertThat(busy / 120).as("the share of workers at work").isBetween(0.3, 0.9);
        long failed = ended.stream().filter(task -> task.status() == TaskRecord.FAILED).count();
        assertThat(ended).hasSizeGreaterThan(1000);
        assertThat(failed / (double) ended.size()).isBetween(0.01, 0.06);
        assertThat(ended.stream().map(TaskRecord::appId).distinct()).as("of many apps").hasSizeGreaterThan(8);
    }

    @Test
    void aModelThatIsWarmStartsSoonerThanOneThatMustBeLoaded() {
        World world = new World(4, false);
        Set<String> warm = new HashSet<>();
        List<Duration> sooner = new ArrayList<>();
        List<Duration> later = new ArrayList<>();
        world.fleet.listen(new Heard(task -> {
            if (task.status() == TaskRecord.DISPATCHED) {
                WorkerRecord worker = worker(world, task);
                if (worker.isWarmFor(task.appId(), task.versionId())) {
                    warm.add(task.id());
                }
            } else if (task.status() == TaskRecord.RUNNING) {
                (warm.contains(task.id()) ? sooner : later).add(Duration.between(task.steps().get(1).at(), task.updatedAt()));
                assertThat(worker(world, task).warm()).as("what runs is warm").isNotEmpty();
            }
        }));
        world.pass(Duration.ofMinutes(30));
        assertThat(sooner).hasSizeGreaterThan(50).allMatch(time -> time.compareTo(Duration.ofMillis(1001)) < 0);
        assertThat(later).hasSizeGreaterThan(20).allMatch(time -> time.compareTo(Duration.ofMillis(1499)) > 0);
    }

    @Test
    void memoryTemperatureAndDiskMoveAndStayPossible() {
        World world = new World(5, false);
        Set<Long> memory = new HashSet<>();
        Set<Integer> heat = new HashSet<>();
        Set<Long> disk = new HashSet<>();
        EngineRecord engine = world.engine("gpu-lon-03");
        for (int look = 0; look < 120; look++) {
            live(world, 5);
            memory.add(engine.figures().usedBytes(0));
            heat.add(engine.figures().temperature(0));
            disk.add(engine.figures().diskFree());
            assertThat(engine.figures().usedBytes(0)).isBetween(0L, engine.host().vram());
            assertThat(engine.figures().temperature(0)).isBetween(20, 95);
            assertThat(engine.figures().diskFree()).isBetween(0L, engine.host().disk());
        }
        assertThat(memory).hasSizeGreaterThan(20);
        assertThat(heat).hasSizeGreaterThan(5);
        assertThat(disk).hasSizeGreaterThan(20);
    }

    @Test
    void aBusyGpuIsHotterAndFullerThanAnIdleOne() {
        World world = new World(6, false);
        EngineRecord engine = world.engine("gpu-lon-03");
        WorkerRecord worker = new WorkerRecord("w", 0, world.clock.instant());
        AppRecord app = world.fleet.apps().find("lumen", "caption-vision").orElseThrow();
        worker.load(app.id(), app.current().id());
        worker.become(WorkerState.BUSY, new TaskRecord("t", app.current().order(app.id()), world.clock.instant()), world.clock.instant());
        Figures figures = new Figures(1, engine.host().disk() / 2, engine.host().ram() / 4);
        SplittableRandom random = new SplittableRandom(6);
        for (int report = 0; report < 60; report++) {
            figures.drift(engine.host(), List.of(worker), List.of(app.current().needsMib()), random);
        }
        int hot = figures.temperature(0);
        long full = figures.usedBytes(0);
        worker.become(WorkerState.INACTIVE, null, world.clock.instant());
        for (int report = 0; report < 60; report++) {
            figures.drift(engine.host(), List.of(worker), List.of(0), random);
        }
        assertThat(hot).isBetween(60, 75);
        assertThat(figures.temperature(0)).isBetween(30, 48);
        assertThat(full).isGreaterThan(25L << 30);
        assertThat(figures.usedBytes(0)).isLessThan(2L << 30);
    }

    @Test
    void speedShortensWhatTakesTimeAndLeavesTheClockAlone() {
        assertThat(seconds(10, "drain", "stopped")).isLessThan(seconds(1, "drain", "stopped") / 4);
        assertThat(seconds(10, "update", "running")).isLessThan(seconds(1, "update", "running") / 4);
        World fast = new World(1, 10);
        EngineRecord fresh = fast.fleet.register().createCloud("fresh", new InstanceRecord.Offer("hyperstack", "canada-1", "192.0.2.9", "L40Sx2", "l40s", 172), 2);
        Instant end = fresh.instance().orElseThrow().threshold();
        Instant from = fast.clock.instant();
        fast.pass(Duration.ofSeconds(2));
        assertThat(fresh.status()).as("ten times faster up").isEqualTo("running");
        assertThat(fast.fleet.timeline().now()).isEqualTo(fast.clock.instant()).isEqualTo(from.plusSeconds(2));
        assertThat(fresh.updatedAt()).isBeforeOrEqualTo(fast.clock.instant());
        assertThat(fresh.instance().orElseThrow().threshold()).as("an auto-delete time is a time of the clock").isEqualTo(end);
        assertThat(fresh.instance().orElseThrow().costSoFar(fast.clock.instant()).microcents()).as("money too").isLessThan(172_000_000L / 3600 * 3);
    }

    /** Second by second: what nobody looks at for longer is not reported. */
    private static void live(World world, int seconds) {
        for (int second = 0; second < seconds; second++) {
            world.pass(Duration.ofSeconds(1));
        }
    }

    private static double seconds(double speed, String verb, String until) {
        World world = new World(1, speed);
        EngineRecord engine = world.engine("gpu-lon-03");
        if (verb.equals("drain")) {
            world.fleet.machine().drain(engine);
        } else {
            world.fleet.machine().update(engine);
        }
        Instant from = world.clock.instant();
        while (!engine.is(until)) {
            world.pass(Duration.ofMillis(50));
            assertThat(world.fleet.timeline().now()).isEqualTo(world.clock.instant());
        }
        return Duration.between(from, world.clock.instant()).toMillis() / 1000.0;
    }

    private static double busyShare(World world) {
        List<WorkerRecord> workers = world.fleet.engines().list().stream().filter(engine -> engine.is("running")).flatMap(engine -> engine.workers().stream()).toList();
        return workers.stream().filter(WorkerRecord::isTaken).count() / (double) workers.size();
    }

    private static WorkerRecord worker(World world, TaskRecord task) {
        return world.fleet.engines().get(task.engineId()).workers().stream().filter(each -> each.id().equals(task.workerId())).findFirst().orElseThrow();
    }

    /** Hears of tasks only. */
    private record Heard(Consumer<TaskRecord> moved) implements FleetListener {
        @Override
        public void engineChanged(EngineRecord engine, List<String> fields) {
            // Of no interest here.
        }

        @Override
        public void engineWhole(EngineRecord engine) {
            // Of no interest here.
        }

        @Override
        public void taskMoved(TaskRecord task) {
            moved.accept(task);
        }
    }
}
