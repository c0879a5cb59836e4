package sh.inference.console.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every status with every trigger: what follows at once, and where it ends. */
class EngineMachineTest {
    /** The end is what is reached within two minutes; a dash stands for: the same as at once. A refusal changes nothing. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
            // running, self-hosted, with an older binary and three tasks
            "gpu-lon-03   | drain   | draining                | stopped",
            "gpu-lon-03   | update  | draining                | running",
            "gpu-lon-03   | stop    | stopping                | stopped",
            "gpu-lon-03   | restart | refused invalid_request | -",
            "gpu-lon-03   | extend  | refused extend_failed   | -",
            "gpu-lon-03   | lose    | disconnected            | -",
            "gpu-lon-03   | up      | impossible              | -",
            "gpu-lon-03   | delete  | gone                    | -",
            // running, self-hosted, nothing newer to fetch; a development build is never exchanged
            "gpu-lon-01   | update  | running                 | -",
            "lab-amd-01   | update  | running                 | -",
            // running, idle and self-hosted: nothing to wait for
            "mac-ams-01   | drain   | draining                | stopped",
            // running in a cloud
            "h100-west-1  | drain   | draining                | stopped",
            "h100-west-1  | update  | running                 | -",
            "h100-west-1  | stop    | stopping                | stopped",
            "h100-west-1  | restart | restarting              | running",
            "h100-west-1  | extend  | running                 | -",
            "h100-west-1  | lose    | disconnected            | -",
            "h100-east-1  | extend  | refused extend_failed   | -",
            // draining
            "gpu-lon-05   | drain   | draining                | -",
            "gpu-lon-05   | update  | refused conflict        | -",
            "gpu-lon-05   | stop    | stopping                | stopped",
            "gpu-lon-05   | restart | refused invalid_request | -",
            "gpu-lon-05   | lose    | disconnected            | stopped",
            "gpu-lon-05   | extend  | refused extend_failed   | -",
            "gpu-lon-05   | up      | impossible              | -",
            "gpu-lon-05   | delete  | gone                    | -",
            // disconnected
            "gpu-lon-06   | extend  | refused extend_failed   | -",
            "gpu-lon-06   | lose    | impossible              | -",
            "gpu-lon-06   | delete  | gone                    | -",
            "gpu-lon-06   | drain   | refused conflict        | -",
            "gpu-lon-06   | update  | refused conflict        | -",
            "gpu-lon-06   | stop    | stopped                 | -",
            "gpu-lon-06   | restart | refused invalid_request | -",
            "gpu-lon-06   | up      | running                 | -",
            "h100-east-2  | stop    | stopped                 | -",
            "h100-east-2  | restart | restarting              | running",
            "h100-east-2  | extend  | disconnected            | -",
            // stopped
            "gpu-fra-03   | drain   | refused conflict        | -",
            "gpu-fra-03   | update  | refused conflict        | -",
            "gpu-fra-03   | stop    | stopped                 | -",
            "gpu-fra-03   | restart | refused invalid_request | -",
            "gpu-fra-03   | up      | running                 | -",
            "gpu-fra-03   | lose    | impossible              | -",
            "gpu-fra-03   | extend  | refused extend_failed   | -",
            "gpu-fra-03   | delete  | gone                    | -",
            // pending in a cloud
            "a100-nord-2  | up      | running                 | -",
            "a100-nord-2  | delete  | gone                    | -",
            "a100-nord-2  | drain   | refused conflict        | -",
            "a100-nord-2  | update  | refused conflict        | -",
            "a100-nord-2  | stop    | stopped                 | -",
            "a100-nord-2  | restart | refused invalid_request | -",
            "a100-nord-2  | extend  | refused extend_failed   | -",
            "a100-nord-2  | lose    | impossible              | -",
            // restarting in a cloud
            "h100-west-3  | up      | running                 | -",
            "h100-west-3  | delete  | gone                    | -",
            "h100-west-3  | drain   | refused conflict        | -",
            "h100-west-3  | update  | refused conflict        | -",
            "h100-west-3  | stop    | stopped                 | -",
            "h100-west-3  | restart | refused conflict        | -",
            "h100-west-3  | extend  | restarting              | -",
            "h100-west-3  | lose    | disconnected            | -",
            // stopping in a cloud
            "a6000-norw-1 | extend  | stopping                | -",
            "a6000-norw-1 | delete  | gone                    | -",
            "a6000-norw-1 | drain   | refused conflict        | -",
            "a6000-norw-1 | update  | refused conflict        | -",
            "a6000-norw-1 | stop    | stopping                | -",
            "a6000-norw-1 | restart | refused conflict        | -",
            "a6000-norw-1 | lose    | impossible              | -",
            "a6000-norw-1 | up      | impossible              | -"})
    void everyEdge(String name, String trigger, String atOnce, String end) {
        World world = new World(1, false);
        EngineRecord engine = world.engine(name);
        assertThat(outcome(world, engine, trigger)).isEqualTo(atOnce);
        String after = atOnce.equals("gone") ? atOnce : engine.status();
        world.pass(Duration.ofMinutes(2));
        assertThat(atOnce.equals("gone") ? "gone" : engine.status()).isEqualTo(end.equals("-") ? after : end);
        if (atOnce.equals("gone")) {
            assertThat(world.fleet.engines().find(engine.id())).isEmpty();
        }
    }

    @Test
    void noStatusAndTriggerIsLeftOut() throws NoSuchMethodException {
        World world = new World(1, false);
        Set<String> told = new TreeSet<>();
        for (String row : EngineMachineTest.class.getDeclaredMethod("everyEdge", String.class, String.class, String.class, String.class).getAnnotation(CsvSource.class).value()) {
            told.add(world.engine(row.split("\\|")[0].strip()).status() + " " + row.split("\\|")[1].strip());
        }
        for (String status : List.of("pending", "running", "draining", "disconnected", "restarting", "stopping", "stopped")) {
            for (String trigger : List.of("drain", "update", "stop", "restart", "extend", "lose", "up", "delete")) {
                assertThat(told).contains(status + " " + trigger);
            }
        }
    }

    /** Whatever state it finds, the threshold ends in a machine that is deleted and an engine that is stopped. */
    @ParameterizedTest
    @ValueSource(strings = {"", "drain", "drained", "lose", "restart", "stop", "stopped"})
    void theThresholdDeletesTheMachineInEveryState(String before) {
        World world = new World(1, false);
        EngineRecord engine = world.engine("rtx-vegas-1");
        Instant end = engine.instance().orElseThrow().threshold();
        boolean settled = before.endsWith("ed");
        world.pass(Duration.between(world.clock.instant(), end).minusSeconds(settled ? 300 : 1));
        if (!before.isEmpty()) {
            outcome(world, engine, before.replace("drained", "drain").replace("stopped", "stop"));
        }
        if (settled) {
            world.pass(Duration.ofSeconds(299));
            assertThat(engine.status()).isEqualTo("stopped");
        }
        world.pass(Duration.ofMinutes(2));
        assertThat(engine.status()).isEqualTo("stopped");
        assertThat(engine.instance().orElseThrow().status()).isEqualTo("deleted");
        assertThat(engine.workers()).allMatch(worker -> worker.state() == WorkerState.INACTIVE);
    }

    @Test
    void aHostLostWhileItUpdatesComesBackWithTheNewBinary() {
        World world = new World(1, false);
        EngineRecord engine = world.engine("gpu-lon-03");
        world.fleet.machine().update(engine);
        world.fleet.machine().lose(engine, world.fleet.timeline().now());
        world.pass(Duration.ofMinutes(1));
        assertThat(engine.status()).isEqualTo("running");
        assertThat(engine.version()).isEqualTo(world.fleet.newestBinary());
    }

    @Test
    void aStopTakesTheMachineInTheCloudDown() {
        World world = new World(1, false);
        EngineRecord engine = world.engine("h100-west-1");
        world.fleet.machine().stop(engine);
        world.pass(Duration.ofMinutes(1));
        assertThat(engine.instance().orElseThrow().status()).isEqualTo("deleted");
        assertThat(engine.workers()).allMatch(worker -> worker.state() == WorkerState.INACTIVE);
    }

    @Test
    void aDrainLeavesTheMachineInTheCloudAndItsBill() {
        World world = new World(1, false);
        EngineRecord engine = world.engine("h100-west-1");
        world.fleet.machine().drain(engine);
        world.pass(Duration.ofMinutes(1));
        assertThat(engine.status()).isEqualTo("stopped");
        var cost = engine.instance().orElseThrow().costSoFar(world.clock.instant());
        world.pass(Duration.ofHours(1));
        assertThat(engine.instance().orElseThrow().costSoFar(world.clock.instant())).isGreaterThan(cost);
    }

    @Test
    void anUpdateFinishesTheTasksThatRun() {
        World world = new World(1, false);
        EngineRecord engine = world.engine("gpu-lon-03");
        List<TaskRecord> running = engine.workers().stream().filter(WorkerRecord::isTaken).map(WorkerRecord::task).toList();
        world.fleet.machine().update(engine);
        Set<String> seen = new TreeSet<>();
        for (int second = 0; second < 60; second++) {
            world.pass(Duration.ofSeconds(1));
            seen.add(engine.status());
        }
        assertThat(seen).containsExactly("draining", "restarting", "running");
        assertThat(engine.version()).isEqualTo(world.fleet.newestBinary());
        assertThat(running).hasSize(3).noneMatch(task -> task.error().equals(Workload.INTERRUPTED)).allMatch(TaskRecord::isOver);
    }

    @Test
    void aRestartCutsTheTasksThatRun() {
        World world = new World(1, false);
        EngineRecord engine = world.engine("h100-west-1");
        TaskRecord task = engine.workers().getFirst().task();
        world.fleet.machine().restart(engine);
        assertThat(task.status()).isEqualTo(TaskRecord.FAILED);
        assertThat(task.error()).isEqualTo("task interrupted, please retry");
    }

    @Test
    void theAutoDeleteFiresAtItsTime() {
        World world = new World(1, false);
        EngineRecord engine = world.engine("rtx-vegas-1");
        world.pass(Duration.between(world.clock.instant(), engine.instance().orElseThrow().threshold()).minusSeconds(1));
        assertThat(engine.status()).isEqualTo("running");
        world.pass(Duration.ofSeconds(2));
        assertThat(engine.status()).isEqualTo("stopping");
        world.pass(Duration.ofSeconds(30));
        assertThat(engine.status()).isEqualTo("stopped");
        assertThat(engine.instance().orElseThrow().status()).isEqualTo("deleted");
    }

    @Test
    void anExtensionPutsTheAutoDeleteOff() {
        World world = new World(1, false);
        EngineRecord engine = world.engine("rtx-vegas-1");
        world.fleet.machine().extend(engine, BigDecimal.ONE);
        world.pass(Duration.ofMinutes(60));
        assertThat(engine.status()).isEqualTo("running");
        world.pass(Duration.ofMinutes(30));
        assertThat(engine.status()).isEqualTo("stopped");
    }

    private static String outcome(World world, EngineRecord engine, String trigger) {
        EngineMachine machine = world.fleet.machine();
        String before = engine.status();
        try {
            switch (trigger) {
                case "drain" -> machine.drain(engine);
                case "update" -> machine.update(engine);
                case "stop" -> machine.stop(engine);
                case "restart" -> machine.restart(engine);
                case "extend" -> machine.extend(engine, BigDecimal.ONE);
                case "lose" -> machine.lose(engine, world.fleet.timeline().now());
                case "up" -> machine.up(engine, engine.version(), world.fleet.timeline().now());
                case "delete" -> world.fleet.register().delete(engine);
                default -> throw new IllegalArgumentException(trigger);
            }
        } catch (Refusal no) {
            assertThat(engine.status()).isEqualTo(before);
            return "refused " + no.code();
        } catch (IllegalStateException impossible) {
            assertThat(engine.status()).isEqualTo(before);
            return "impossible";
        }
        return engine.deletedAt() == null ? engine.status() : "gone";
    }
}
