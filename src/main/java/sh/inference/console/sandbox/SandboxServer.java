package sh.inference.console.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.http.Access;
import sh.inference.console.sandbox.http.FrontDoor;
import sh.inference.console.sandbox.http.Key;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.http.Router;
import sh.inference.console.sandbox.stream.StreamHub;

/** The running sandbox. It listens on the loopback interface only. */
public final class SandboxServer implements AutoCloseable {
    private static final int TICK_MILLIS = 100;
    private static final String KEY = "inf_sandbox_full";
    private static final String READ_ONLY_KEY = "inf_sandbox_read_only";
    private static final String NO_TEAMS_KEY = "inf_sandbox_no_teams";
    private static final String EXPIRED_KEY = "inf_sandbox_expired";
    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService time;
    private final SandboxFleet fleet;
    private final StreamHub hub;
    private final Drills drills;

    private SandboxServer(SandboxOptions options) throws IOException {
        // Without it every small answer waits for the acknowledgement of the one before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port()), 0);
        drills = new Drills(Set.of());
        fleet = new SandboxFleet(options.clock(), new SandboxFleet.Size(options.seed(), options.engines(), options.workers(), options.apps(), options.versions(),
                options.rate(), options.speed()), drills);
        hub = new StreamHub(fleet, options.heartbeat(), drills, UnaryOperator.<ObjectNode>identity());
        fleet.listen(hub);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new EngineRoutes(fleet, hub, drills).routes());
        routes.addAll(new AppRoutes(fleet, drills).routes());
        routes.addAll(new TeamRoutes(fleet).routes());
        server.createContext("/", new FrontDoor(server.getAddress().getPort(), new Access(keys()), new Router(routes), new Disturbance(drills, options.clock())));
        server.setExecutor(requests);
        time = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sandbox-time").factory());
        if (options.ticking()) {
            time.scheduleAtFixedRate(fleet::advance, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Starts serving.
     *
     * @throws IOException when the port is taken
     */
    public static SandboxServer start(SandboxOptions options) throws IOException {
        SandboxServer sandbox = new SandboxServer(options);
        sandbox.server.start();
        return sandbox;
    }

    /** The base URL. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A key that may do everything. */
    public String key() {
        return KEY;
    }

    /** A key without any write scope. */
    public String readOnlyKey() {
        return READ_ONLY_KEY;
    }

    /** A key that may do everything but read teams: {@code /events} is refused. */
    public String noTeamsKey() {
        return NO_TEAMS_KEY;
    }

    public String expiredKey() {
        return EXPIRED_KEY;
    }

    /** The faults that can be staged. */
    public void turn(Drill drill, boolean on) {
        drills.turn(drill, on);
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
        hub.close();
        server.stop(0);
        requests.shutdownNow();
    }

    private static List<Key> keys() {
        return List.of(new Key(KEY, Set.of("*"), false),
                new Key(READ_ONLY_KEY, Set.of("apps:read", "engines:read", "teams:read", "billing:read"), false),
                new Key(NO_TEAMS_KEY, Set.of("apps", "engines", "billing"), false),
                new Key(EXPIRED_KEY, Set.of("*"), true));
    }
}
