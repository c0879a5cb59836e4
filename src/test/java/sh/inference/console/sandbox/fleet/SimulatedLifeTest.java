package sh.inference.console.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.model.Money;

/** A day in the sandbox, with operators who press everything, leaves nothing impossible behind. */
class SimulatedLifeTest {
    private static final Duration DAY = Duration.ofHours(24);

    @ParameterizedTest
    @ValueSource(longs = {1, 20261013, -77})
    void aDayLeavesNoImpossibleState(long seed) {
        World world = new World(seed, true);
        Invariants invariants = new Invariants(world.fleet);
        world.fleet.listen(invariants);
        SplittableRandom random = new SplittableRandom(seed);
        Instant end = world.clock.instant().plus(DAY);
        int accepted = 0;
        for (int step = 0; world.clock.instant().isBefore(end); step++) {
            world.pass(Duration.ofMillis(random.nextLong(100, 120_000)));
            accepted += act(world, invariants, random) ? 1 : 0;
            if (step % 20 == 0) {
                invariants.checkAll();
            }
        }
        invariants.checkAll();
        assertThat(accepted).isGreaterThan(300);
        assertThat(invariants.changes()).isGreaterThan(50_000);
        assertThat(world.fleet.tasks().list()).as("what ended long ago is forgotten").hasSizeLessThan(4_000);
    }

    @Test
    void theSameSeedLivesTheSameLifeHoweverOftenOneLooks() {
        World seldom = new World(5, true);
        World often = new World(5, true);
        seldom.pass(Duration.ofHours(2));
        for (int minute = 0; minute < 120; minute++) {
            often.pass(Duration.ofSeconds(60));
        }
        assertThat(story(often)).isEqualTo(story(seldom));
        World other = new World(6, true);
        other.pass(Duration.ofHours(2));
        assertThat(story(other)).isNotEqualTo(story(seldom));
    }

    @Test
    void byItselfItDropsDeploysAndPromotes() {
        World world = new World(3, true);
        List<String> dropped = new ArrayList<>();
        world.fleet.listen(new FleetListener() {
            @Override
            public void engineChanged(EngineRecord engine, List<String> fields) {
                if (fields.contains("status") && engine.is("disconnected") && engine.instance().isEmpty()) {
                    dropped.add(engine.id());
                }
            }

            @Override
            public void engineWhole(EngineRecord engine) {
                // Reports are of no interest here.
            }
        });
        int versions = world.fleet.apps().list().stream().mapToInt(app -> app.versions().size()).sum();
        List<VersionRecord> current = world.fleet.apps().list().stream().map(AppRecord::current).toList();
        world.pass(Duration.ofHours(1));
        assertThat(dropped).hasSizeBetween(2, 30);
        world.pass(Duration.ofMinutes(2));
        assertThat(world.fleet.engines().find(dropped.getFirst()).orElseThrow().status()).as("what dropped returns").isEqualTo("running");
        assertThat(world.fleet.apps().list().stream().mapToInt(app -> app.versions().size()).sum()).isGreaterThan(versions);
        assertThat(world.fleet.apps().list().stream().map(AppRecord::current).toList()).isNotEqualTo(current);
        assertThat(world.fleet.tasks().list()).anyMatch(task -> task.status() == TaskRecord.FAILED).anyMatch(task -> task.status() == TaskRecord.COMPLETED);
    }

    private static List<String> story(World world) {
        List<String> lines = new ArrayList<>();
        for (EngineRecord engine : world.fleet.engines().list()) {
            lines.add(engine.id() + engine.status() + engine.version()
                    + engine.workers().stream().map(worker -> worker.state() + worker.appId() + (worker.isTaken() ? worker.task().id() : "")).toList());
        }
        world.fleet.apps().list().forEach(app -> lines.add(app.id() + app.current().id() + app.versions().size()));
        return lines;
    }

    /** @return whether it was accepted */
    private static boolean act(World world, Invariants invariants, SplittableRandom random) {
        SandboxFleet fleet = world.fleet;
        List<EngineRecord> engines = fleet.engines().list();
        EngineRecord engine = engines.get(random.nextInt(engines.size()));
        AppRecord app = List.copyOf(fleet.apps().list()).get(random.nextInt(fleet.apps().list().size()));
        try {
            switch (random.nextInt(17)) {
                case 0 -> fleet.machine().drain(engine);
                case 1 -> fleet.machine().update(engine);
                case 2 -> fleet.machine().stop(engine);
                case 3, 4 -> fleet.machine().restart(engine);
                case 5 -> extend(fleet, invariants, engine, BigDecimal.valueOf(random.nextInt(1, 40), 1));
                case 6 -> fleet.register().createCloud("c" + random.nextInt(1_000_000), new InstanceRecord.Offer("hyperstack", "canada-1", "192.0.2.9", "L40Sx2", "l40s", 172), 2);
                case 7 -> fleet.register().appear(fleet.newestBinary());
                case 8 -> delete(fleet, engine, random);
                case 9 -> app.promote(app.versions().get(random.nextInt(app.versions().size())), world.clock.instant());
                case 10 -> comeBack(fleet, engine);
                case 11 -> fleet.tasks().list().stream().filter(task -> !task.isOver()).findFirst().ifPresent(fleet.taskDesk()::cancel);
                case 12 -> fleet.appRegister().deploy(new AppRegister.Deploy("", "lumen", random.nextBoolean() ? app.name() : "made-" + random.nextInt(1000),
                        Optional.empty(), app.current().body().deepCopy(), random.nextBoolean()));
                case 13 -> fleet.appRegister().duplicate(app);
                case 14 -> deleteApp(fleet, app);
                default -> run(world, engine, app, random);
            }
            return true;
        } catch (Refusal no) {
            return false;
        }
    }

    private static void extend(SandboxFleet fleet, Invariants invariants, EngineRecord engine, BigDecimal hours) {
        Money before = fleet.account().balance();
        invariants.expectExtension(engine);
        try {
            fleet.machine().extend(engine, hours);
        } finally {
            invariants.expectExtension(null);
        }
        Money price = Money.ofCents(engine.instance().orElseThrow().offer().cents()).times(hours);
        assertThat(before.minus(fleet.account().balance())).isEqualTo(price);
        invariants.extended(engine, price);
    }

    private static void delete(SandboxFleet fleet, EngineRecord engine, SplittableRandom random) {
        if (fleet.engines().list().size() > 20 && random.nextBoolean()) {
            fleet.register().delete(engine);
        }
    }

    private static void run(World world, EngineRecord engine, AppRecord app, SplittableRandom random) {
        List<String> workers = random.nextBoolean() || engine.workers().isEmpty() ? List.of() : List.of(engine.workers().getFirst().id());
        Instant at = random.nextBoolean() ? null : world.clock.instant().plusSeconds(random.nextInt(600));
        world.fleet.taskDesk().run(new TaskOrder(app.id(), app.current().id(), "run", "default", "private", workers, null, null, at, 10), app.current());
    }

    private static void deleteApp(SandboxFleet fleet, AppRecord app) {
        if (fleet.apps().list().size() > 10) {
            fleet.appRegister().delete(app);
        }
    }

    private static void comeBack(SandboxFleet fleet, EngineRecord engine) {
        if (engine.instance().isEmpty() && (engine.is("stopped") || engine.is("disconnected"))) {
            fleet.machine().up(engine, engine.version(), fleet.timeline().now());
        }
    }
}
