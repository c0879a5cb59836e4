package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sh.inference.console.model.Money;
import sh.inference.console.sandbox.fleet.InstanceRecord.Offer;

/** Makes, names and deletes engine records. */
public final class EngineRegister {
    private static final int LONGEST_NAME = 63;
    private static final int MORE = 5_000;
    private static final Duration LIFETIME = Duration.ofHours(24);
    private final Timeline timeline;
    private final Engines engines;
    private final EngineMachine machine;
    private final Workload workload;
    private final FleetListener listener;
    private final Ids ids;
    private final int most;

    EngineRegister(Timeline timeline, Engines engines, EngineMachine machine, Workload workload, FleetListener listener, Ids ids) {
        this.timeline = timeline;
        this.engines = engines;
        this.machine = machine;
        this.workload = workload;
        this.listener = listener;
        this.ids = ids;
        this.most = engines.list().size() + MORE;
    }

    /** A record that waits for a host to register under it. */
    public EngineRecord createSelfHosted(String name) {
        EngineRecord engine = record(name, Optional.empty(), 2);
        add(engine);
        return engine;
    }

    /** A machine ordered from a provider, which boots and comes up by itself. */
    public EngineRecord createCloud(String name, Offer offer, int gpus) {
        Instant now = timeline.now();
        InstanceRecord instance = new InstanceRecord(ids.next(), offer, now, now, "creating", now.plus(LIFETIME), "", Money.ZERO, false);
        EngineRecord engine = record(name, Optional.of(instance), gpus);
        add(engine);
        machine.provision(engine);
        return engine;
    }

    /** An engine that somebody else started. */
    public EngineRecord appear(String binary) {
        EngineRecord engine = createSelfHosted("gpu-new-" + Ids.shorten(ids.next()).substring(0, 4));
        machine.up(engine, binary, timeline.now());
        return engine;
    }

    public void rename(EngineRecord engine, String name) {
        engine.rename(checked(name, engine));
        change(engine, "name");
    }

    public void show(EngineRecord engine, String visibility) {
        engine.show(visibility);
        change(engine, "visibility");
    }

    public void delete(EngineRecord engine) {
        Instant now = timeline.now();
        workload.interrupt(engine, now);
        engine.delete(now);
        engines.remove(engine);
        change(engine, "deleted_at");
    }

    /** Gives an engine to another team; this one sees it no more. */
    public void transfer(EngineRecord engine, Team to) {
        if (to != Teams.OWN) {
            delete(engine);
        }
    }

    /**
     * The process on a host starts and names itself; its socket is up from then on.
     *
     * @param binary the version it runs; empty for the newest
     */
    public EngineRecord enlist(EngineRecord engine, String binary) {
        if (engine.isConnected()) {
            throw new Refusal("conflict", "engine " + engine.name() + " is registered already");
        }
        if (engine.instance().isPresent() && !engine.instance().get().isActive()) {
            throw new Refusal("conflict", "the instance of " + engine.name() + " is " + engine.instance().get().status());
        }
        machine.up(engine, binary, timeline.now());
        return engine;
    }

    private EngineRecord record(String name, Optional<InstanceRecord> instance, int gpus) {
        Instant now = timeline.now();
        String wanted = checked(name, null);
        Host host = new Host(wanted, "Linux", gpus == 0 ? "none" : "nvidia", gpus == 0 ? "" : "NVIDIA L40S", gpus, 48 * Host.GIB, "550.90", "12.4", "AMD EPYC 9354", 32,
                256 * Host.GIB, 1000 * Host.GB);
        return new EngineRecord(ids.next(), wanted, "pending", "", host, new Figures(gpus, host.disk() / 2, host.ram() / 8), instance, List.of(), now, now);
    }

    private void add(EngineRecord engine) {
        if (engines.list().size() >= most) {
            throw new Refusal("limit_exceeded", "there are " + most + " engines already");
        }
        engines.add(engine);
        listener.engineWhole(engine);
    }

    private String checked(String name, EngineRecord except) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            throw new Refusal("validation_error", "a name has 1 to " + LONGEST_NAME + " characters");
        }
        if (engines.list().stream().anyMatch(engine -> engine != except && engine.name().equals(wanted))) {
            throw new Refusal("name_conflict", "there is an engine of this name already: " + wanted);
        }
        return wanted;
    }

    private void change(EngineRecord engine, String field) {
        engine.touch(timeline.now());
        listener.engineChanged(engine, List.of(field));
    }
}
