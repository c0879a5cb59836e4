package sh.inference.console.sandbox;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.ApiKeys;
import sh.inference.console.sandbox.fleet.SandboxClock;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.http.Access;
import sh.inference.console.sandbox.http.FrontDoor;
import sh.inference.console.sandbox.http.Listener;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.http.Router;
import sh.inference.console.sandbox.routes.AccountRoutes;
import sh.inference.console.sandbox.routes.AppEditRoutes;
import sh.inference.console.sandbox.routes.AppRoutes;
import sh.inference.console.sandbox.routes.ControlRoutes;
import sh.inference.console.sandbox.routes.DrillDoor;
import sh.inference.console.sandbox.routes.DrillSwitch;
import sh.inference.console.sandbox.routes.EngineRecordRoutes;
import sh.inference.console.sandbox.routes.EngineRoutes;
import sh.inference.console.sandbox.routes.TaskRoutes;
import sh.inference.console.sandbox.routes.TeamRoutes;
import sh.inference.console.sandbox.routes.WriteLog;
import sh.inference.console.sandbox.stream.StreamHub;
import sh.inference.console.sandbox.wire.EngineJson;

/** The running sandbox. It listens on the loopback interface only. May be used from any thread. */
public final class SandboxServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SandboxServer.class.getName());
    private static final int KEPT_EACH_SECONDS = 10;
    private static final int TICK_MILLIS = 50;
    private static final int SWEPT_EACH_SECONDS = 5;
    private final Listener listener;
    private final FrontDoor frontDoor;
    private final ScheduledExecutorService time;
    private final SandboxFleet fleet;
    private final StreamHub hub;
    private final List<String> addresses;
    private final DrillDoor door;
    private final Drills drills;
    private final DrillSwitch drillSwitch;
    private final Optional<StateFile> state;

    private SandboxServer(SandboxOptions options) throws IOException {
        SandboxClock clock = new SandboxClock(options.clock());
        listener = new Listener(options.port(), clock);
        drills = new Drills(options.drills());
        state = options.state().map(StateFile::new);
        fleet = new SandboxFleet(clock, new SandboxFleet.Size(options.seed(), options.engines(), options.workers(), options.apps(), options.versions(),
                options.effectiveRate(), options.speed(), options.incidents()), drills,
                state.isPresent() ? state.get().read(clock.instant()) : Optional.empty());
        drillSwitch = new DrillSwitch(fleet, drills, clock);
        WriteLog writes = new WriteLog();
        door = new DrillDoor(fleet, drills, clock, writes);
        EngineJson json = new EngineJson(door::statusWord, door::spoil);
        hub = new StreamHub(fleet, options.heartbeat(), drills, json);
        fleet.listen(hub);
        options.drills().forEach(drill -> turn(drill, true));
        List<Route> routes = new ArrayList<>();
        routes.addAll(new EngineRoutes(fleet, hub, drills, json).routes());
        routes.addAll(new EngineRecordRoutes(fleet, json).routes());
        routes.addAll(new AppRoutes(fleet, drills).routes());
        routes.addAll(new AppEditRoutes(fleet).routes());
        routes.addAll(new TaskRoutes(fleet, hub).routes());
        routes.addAll(new AccountRoutes(fleet, drills, url().toString()).routes());
        routes.addAll(new TeamRoutes(fleet).routes());
        routes.addAll(new ControlRoutes(fleet, drills, drillSwitch, clock, writes).routes());
        addresses = routes.stream().map(Route::address).toList();
        frontDoor = new FrontDoor(listener.port(), new Access(fleet.keys(), clock), new Router(routes), door);
        time = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sandbox-time").factory());
        if (state.isPresent()) {
            state.get().write(fleet);
            time.scheduleWithFixedDelay(this::keep, KEPT_EACH_SECONDS, KEPT_EACH_SECONDS, TimeUnit.SECONDS);
        }
        time.scheduleWithFixedDelay(listener::sweep, SWEPT_EACH_SECONDS, SWEPT_EACH_SECONDS, TimeUnit.SECONDS);
        if (options.ticking()) {
            time.scheduleAtFixedRate(fleet::advance, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Starts serving.
     *
     * @throws IOException when the port is taken or its state cannot be read or written
     */
    public static SandboxServer start(SandboxOptions options) throws IOException {
        SandboxServer sandbox = new SandboxServer(options);
        sandbox.listener.serve(sandbox.frontDoor);
        return sandbox;
    }

    /** The state it was to go on with, where that could not be read; empty when all is well. */
    public Optional<SetAside> setAside() {
        return state.flatMap(StateFile::setAside);
    }

    /** The base URL, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    /** A key that may do everything. */
    public String key() {
        return ApiKeys.FULL;
    }

    /** A key without any write scope. */
    public String readOnlyKey() {
        return ApiKeys.READ_ONLY;
    }

    /** A key that may do everything but read teams: {@code /events} is refused. */
    public String noTeamsKey() {
        return ApiKeys.NO_TEAMS;
    }

    /** A key that is refused with 401. */
    public String expiredKey() {
        return ApiKeys.EXPIRED;
    }

    /** Switches one of the faults that can be staged. */
    public void turn(Drill drill, boolean on) {
        fleet.call(() -> {
            drillSwitch.turn(drill, on);
            return drill;
        });
    }

    /** The faults that are on. */
    public Set<Drill> drills() {
        return drills.all();
    }

    /** Every method and path it answers, such as {@code GET /engines/{id}}. */
    List<String> addresses() {
        return addresses;
    }

    /** How many connections are open. */
    int connections() {
        return listener.open();
    }

    /** Looks once for clients that do not read. */
    void sweep() {
        listener.sweep();
    }

    /** How many streams are being read. */
    public int openStreams() {
        return hub.open();
    }

    /** Lets everything happen that the clock has made due. */
    public void tick() {
        fleet.advance();
    }

    /** Ends every stream and stops listening. */
    @Override
    public void close() {
        time.shutdownNow();
        keep();
        door.close();
        hub.close();
        listener.close();
    }

    private void keep() {
        try {
            if (state.isPresent()) {
                state.get().write(fleet);
            }
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "the sandbox's state cannot be written", unwritable);
        }
    }
}
