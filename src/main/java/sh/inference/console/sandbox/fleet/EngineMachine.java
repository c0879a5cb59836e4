package sh.inference.console.sandbox.fleet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import sh.inference.console.model.Money;

/** What operators and time do to an engine: the table of contract 6.1 and the actions of 6.2. */
public final class EngineMachine {
    private static final List<String> ALL = List.of("status", "engine_version", "workers", "instance", "system_info");
    private static final List<String> STATUS = List.of("status", "workers");
    private static final List<String> GONE = List.of("status", "workers", "instance", "system_info");
    private static final List<String> INSTANCE = List.of("instance");
    /** A century and a second: beyond them the arithmetic would no longer be about money. */
    private static final BigDecimal MOST_HOURS = new BigDecimal("876600");
    private static final BigDecimal FEWEST_HOURS = new BigDecimal("0.0003");
    private static final BigDecimal NANOS_PER_HOUR = BigDecimal.valueOf(3_600_000_000_000L);
    private final Timeline timeline;
    private final Pace pace;
    private final Workload workload;
    private final Account account;
    private final FleetListener listener;
    private final WorkerFactory workers;
    private final String newest;

    EngineMachine(Timeline timeline, Pace pace, Workload workload, Account account, FleetListener listener, WorkerFactory workers, String newest) {
        this.timeline = timeline;
        this.pace = pace;
        this.workload = workload;
        this.account = account;
        this.listener = listener;
        this.workers = workers;
        this.newest = newest;
    }

    /** Plans what time does to an engine in the state it is found in. */
    void resume(EngineRecord engine) {
        Instant held = engine.heldUntil();
        switch (engine.status()) {
            case "pending" -> engine.instance().ifPresent(instance -> later(engine, held, at -> boot(engine, at)));
            case "restarting" -> later(engine, held, at -> up(engine, engine.version(), at));
            case "draining", "stopping" -> resumeQuieting(engine, held);
            case "running" -> workload.resume(engine);
            default -> { }
        }
        engine.instance().ifPresent(instance -> watchEnd(engine));
    }

    private void resumeQuieting(EngineRecord engine, Instant held) {
        if (engine.hasTasks()) {
            engine.workers().stream().filter(WorkerRecord::isTaken).forEach(worker -> workload.keepBusyUntil(engine, worker, held));
        } else {
            later(engine, held, at -> emptied(engine, at));
        }
    }

    /** Finishes what runs, takes nothing new, then exits. */
    public void drain(EngineRecord engine) {
        if (engine.is("draining")) {
            engine.aim(false);
            return;
        }
        requireRunning(engine, "drain");
        engine.aim(false);
        quiet(engine, "draining", 4.5, 12);
    }

    /** Exchanges the binary if the manifest names a newer one; a running task finishes first. */
    public void update(EngineRecord engine) {
        requireRunning(engine, "update");
        if (Semver.isNewer(newest, engine.version())) {
            engine.aim(true);
            quiet(engine, "draining", 2, 5);
        }
    }

    /** Gracefully when connected, at once when not (contract 6.2). */
    public void stop(EngineRecord engine) {
        if (engine.is("stopped") || engine.is("stopping")) {
            return;
        }
        if (engine.isConnected()) {
            quiet(engine, "stopping", 1.5, 3.5);
        } else {
            finish(engine, timeline.now());
        }
    }

    /** Reboots the cloud machine; tasks in flight are lost. */
    public void restart(EngineRecord engine) {
        InstanceRecord instance = engine.instance()
                .orElseThrow(() -> new Refusal("invalid_request", engine.name() + " is self-hosted: restart the service on its host"));
        if (!instance.isActive()) {
            throw new Refusal("invalid_request", "the instance of " + engine.name() + " is " + instance.status() + " and cannot be restarted");
        }
        if (!Lifecycle.allows(engine.status(), "restarting") || engine.is("draining")) {
            throw new Refusal("conflict", engine.name() + " is " + engine.status() + " and cannot be restarted now");
        }
        reboot(engine, engine.version(), pace.between(7, 9));
    }

    /** Moves the auto-delete time later and takes the price from the balance, both or neither (contract 7.3). */
    public void extend(EngineRecord engine, BigDecimal hours) {
        InstanceRecord instance = engine.instance().orElseThrow(() -> new Refusal("extend_failed", engine.name() + " is self-hosted and has no auto-delete time"));
        if (!instance.isActive()) {
            throw new Refusal("extend_failed", "the instance is " + instance.status() + ", not active");
        }
        if (instance.threshold() == null) {
            throw new Refusal("extend_failed", "instance has no auto-delete date threshold");
        }
        if (instance.offer().cents() <= 0) {
            throw new Refusal("extend_failed", "instance has no hourly price");
        }
        if (hours.compareTo(FEWEST_HOURS) < 0 || hours.compareTo(MOST_HOURS) > 0) {
            throw new Refusal("extend_failed", "additional_hours must be between a second and a hundred years");
        }
        Duration added = Duration.ofNanos(hours.multiply(NANOS_PER_HOUR).setScale(0, RoundingMode.HALF_UP).longValueExact());
        account.pay(Money.ofCents(instance.offer().cents()).times(hours));
        instance.moveThreshold(instance.threshold().plus(added), timeline.now());
        change(engine, INSTANCE);
    }

    /** A newly asked for cloud engine: boots by itself. */
    void provision(EngineRecord engine) {
        later(engine, timeline.now().plus(pace.between(1, 2)), at -> {
            engine.instance().orElseThrow().become("pending_provider", at);
            change(engine, INSTANCE);
            later(engine, at.plus(pace.between(2, 4)), next -> boot(engine, next));
        });
    }

    private void boot(EngineRecord engine, Instant now) {
        InstanceRecord instance = engine.instance().orElseThrow();
        instance.become("pending", now);
        change(engine, INSTANCE);
        later(engine, now.plus(pace.between(2, 4)), at -> {
            instance.become("active", at);
            change(engine, INSTANCE);
            watchEnd(engine);
            later(engine, at.plus(pace.between(2, 4)), next -> up(engine, newest, next));
        });
    }

    /** The engine registers and its socket opens: from pending, a restart, a loss, or a start on its host. */
    public void up(EngineRecord engine, String binary, Instant now) {
        Lifecycle.check(engine.status(), "running");
        engine.register(binary, engine.workers().isEmpty() ? workers.workersOf(engine, now) : engine.workers());
        engine.become("running");
        workload.wake(engine, now);
        change(engine, ALL);
    }

    /** The socket is lost past its lease. */
    public void lose(EngineRecord engine, Instant now) {
        Lifecycle.check(engine.status(), "disconnected");
        boolean drains = engine.is("draining");
        workload.interrupt(engine, now);
        engine.become("disconnected");
        change(engine, List.of("status", "workers", "system_info"));
        if (drains) {
            later(engine, now.plus(pace.between(5, 15)), at -> exitUnseen(engine, at));
        }
    }

    /** A host that was draining when its socket was lost goes on by itself: it exits, or comes back with the new binary. */
    private void exitUnseen(EngineRecord engine, Instant now) {
        if (engine.isUpdating()) {
            up(engine, newest, now);
            return;
        }
        Lifecycle.check(engine.status(), "stopped");
        engine.become("stopped");
        change(engine, GONE);
    }

    private void quiet(EngineRecord engine, String status, double from, double to) {
        Lifecycle.check(engine.status(), status);
        engine.become(status);
        workload.retireIdle(engine, timeline.now());
        workload.finishWithin(engine, from, to);
        change(engine, STATUS);
        if (!engine.hasTasks()) {
            emptied(engine, timeline.now());
        }
    }

    /** The last task of an engine that takes no new ones ended. */
    void emptied(EngineRecord engine, Instant now) {
        if (engine.is("draining")) {
            later(engine, now.plus(pace.between(1, 2)), at -> exit(engine, at));
        } else if (engine.is("stopping")) {
            later(engine, now.plus(pace.between(2.5, 3)), at -> tearDown(engine, at));
        }
    }

    private void exit(EngineRecord engine, Instant now) {
        if (engine.isUpdating()) {
            reboot(engine, newest, pace.between(3, 4));
            return;
        }
        Lifecycle.check(engine.status(), "stopped");
        engine.become("stopped");
        change(engine, GONE);
    }

    private void reboot(EngineRecord engine, String binary, Duration takes) {
        Lifecycle.check(engine.status(), "restarting");
        workload.interrupt(engine, timeline.now());
        engine.become("restarting");
        change(engine, GONE);
        later(engine, timeline.now().plus(takes), at -> up(engine, binary, at));
    }

    private void tearDown(EngineRecord engine, Instant now) {
        engine.instance().ifPresent(instance -> {
            instance.become("deleting", now);
            change(engine, INSTANCE);
        });
        later(engine, now.plus(pace.between(2.5, 3)), at -> finish(engine, at));
    }

    private void finish(EngineRecord engine, Instant now) {
        Lifecycle.check(engine.status(), "stopped");
        workload.interrupt(engine, now);
        engine.become("stopped");
        engine.instance().filter(instance -> !instance.status().equals("deleted")).ifPresent(instance -> {
            boolean going = instance.status().equals("deleting");
            instance.become(going ? "deleted" : "deleting", now);
            if (!going) {
                later(engine, now.plus(pace.between(2, 3)), at -> deleted(engine, instance, at));
            }
        });
        change(engine, GONE);
    }

    private void deleted(EngineRecord engine, InstanceRecord instance, Instant now) {
        instance.become("deleted", now);
        change(engine, INSTANCE);
    }

    private void watchEnd(EngineRecord engine) {
        InstanceRecord instance = engine.instance().orElseThrow();
        Instant end = instance.end(timeline.now());
        if (end != null) {
            timeline.at(end, at -> {
                Instant planned = instance.end(at);
                if (planned != null && planned.isAfter(at.plusSeconds(1))) {
                    watchEnd(engine);
                } else if (planned != null && engine.deletedAt() == null) {
                    expire(engine, instance, at);
                }
            });
        }
    }

    private void expire(EngineRecord engine, InstanceRecord instance, Instant now) {
        if (engine.isConnected() && !engine.is("stopping")) {
            workload.interrupt(engine, now);
            engine.become("stopping");
            tearDown(engine, now);
            change(engine, GONE);
        } else if (engine.is("stopped")) {
            instance.become("deleting", now);
            change(engine, INSTANCE);
            later(engine, now.plus(pace.between(2, 3)), at -> deleted(engine, instance, at));
        } else if (!engine.is("stopping")) {
            finish(engine, now);
        }
    }

    private void requireRunning(EngineRecord engine, String verb) {
        if (!engine.isConnected()) {
            throw new Refusal("conflict", "engine " + engine.name() + " is not connected: it must be online to " + verb);
        }
        if (!engine.is("running")) {
            throw new Refusal("conflict", "engine " + engine.name() + " is " + engine.status() + " and cannot " + verb + " now");
        }
    }

    private void later(EngineRecord engine, Instant when, Consumer<Instant> step) {
        int turn = engine.turn();
        timeline.at(when, at -> {
            if (engine.turn() == turn) {
                step.accept(at);
            }
        });
    }

    private void change(EngineRecord engine, List<String> fields) {
        engine.touch(timeline.now());
        listener.engineChanged(engine, fields);
    }
}
