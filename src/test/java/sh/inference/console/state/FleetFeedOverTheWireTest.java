package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import javafx.collections.MapChangeListener;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Feed;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.UiQueue;

/** The feed, the client and the sandbox together, over a real socket. */
@Timeout(120)
class FleetFeedOverTheWireTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final ManualClock time = new ManualClock();
    private final UiQueue ui = new UiQueue();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final FleetStore store = new FleetStore(Clock.systemUTC());
    private final Permissions permissions = new Permissions();
    private final Diagnostics diagnostics = new Diagnostics();
    private SandboxServer sandbox;
    private HttpInferenceApi api;
    private FleetFeed feed;

    @BeforeEach
    void twentyFourEngines() throws IOException {
        serve(24);
    }

    private void serve(int engines) throws IOException {
        if (sandbox != null) {
            sandbox.close();
        }
        // The sandbox's time is moved by hand, so that it stands still while what is known is compared with what is true.
        sandbox = SandboxServer.start(SandboxOptions.defaults(time).withEngines(engines).withHeartbeat(Duration.ofMillis(200)).byHand());
    }

    private void connect(String key) {
        connect(key, FeedSettings.STANDARD);
    }

    private void connect(String key, FeedSettings settings) {
        api = new HttpInferenceApi(sandbox.url(), () -> "Bearer " + key, () -> HttpSettings.DEFAULT, Clock.systemUTC());
        FeedRuntime runtime = new FeedRuntime(new TaskRunner(background, ui), scheduler, Clock.systemUTC(), RandomGenerator.of("L64X128MixRandom"));
        feed = new FleetFeed(api, store, permissions, diagnostics, runtime, settings);
        feed.start();
    }

    @AfterEach
    void close() {
        feed.close();
        scheduler.shutdownNow();
        sandbox.close();
        background.shutdownNow();
    }

    private void live() {
        until("live", () -> store.connection().freshness().isLive());
    }

    private void until(String what, BooleanSupplier condition) {
        ui.until(what, condition, SOON);
    }

    private void passInSandbox(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            time.advance(Duration.ofMillis(100));
            sandbox.tick();
        }
    }

    private Map<String, Engine> truth() throws ApiException {
        Map<String, Engine> all = new HashMap<>();
        ListRequest request = ListRequest.first(100);
        for (boolean more = true; more;) {
            Page<Engine> page = api.listEngines(request);
            page.items().forEach(engine -> all.put(engine.id(), engine));
            more = page.hasNext();
            request = request.after(page.nextCursor());
        }
        return all;
    }

    private boolean knows(Map<String, Engine> truth) {
        return store.entries().size() == truth.size()
                && store.entries().values().stream().noneMatch(entry -> EngineDifference.matters(Optional.ofNullable(truth.get(entry.engine().id())), Optional.of(entry.engine())));
    }

    @Test
    void everyEngineIsFollowedByItsOwnStream() throws ApiException {
        sandbox.turn(Drill.NO_EVENTS, true);
        connect(sandbox.key());
        live();
        until("all streams", () -> sandbox.openStreams() == 24);
        Set<String> changed = new HashSet<>();
        store.entries().addListener((MapChangeListener<String, EngineEntry>) change -> {
            if (change.wasRemoved() && change.wasAdded() && !change.getValueAdded().engine().equals(change.getValueRemoved().engine())) {
                changed.add(change.getKey());
            }
        });

        passInSandbox(20);
        Map<String, Engine> truth = truth();
        until("what the service says", () -> knows(truth));

        assertThat(changed).hasSizeGreaterThan(5);
        assertThat(store.updatesProperty().get()).isPositive();
        assertThat(store.connection()).isEqualTo(new Connection(new Freshness.Live(), Feed.ENGINE, 24, OptionalInt.of(24)));
        assertThat(store.entries().values()).allMatch(entry -> entry.feed() == Feed.ENGINE && !entry.stale());
    }

    @ParameterizedTest
    @EnumSource(names = {"DUPLICATE_FRAMES", "STALE_FRAMES", "GARBAGE_FRAMES", "UNKNOWN_EVENTS", "HALF_CUT_STREAMS", "DROPPED_STREAMS", "CLOCK_SKEW"})
    void whateverHappensOnTheWireTheFleetEndsAsTheServiceSays(Drill drill) throws ApiException {
        sandbox.turn(drill, true);
        connect(sandbox.key());
        until("listed", () -> store.entries().size() == 24);

        passInSandbox(10);
        sandbox.turn(drill, false);
        passInSandbox(2);
        Map<String, Engine> truth = truth();
        until("what the service says", () -> knows(truth));
        live();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERRORS", "RATE_LIMITED", "RESET_CONNECTIONS"})
    void theServersOwnTroublesAreLivedThrough(Drill drill) {
        sandbox.turn(drill, true);
        connect(sandbox.key());
        until("listed", () -> store.entries().size() == 24);
        sandbox.turn(drill, false);
        live();
    }

    @Test
    void aKeyThatExpiresEndsItAndSaysSo() {
        connect(sandbox.expiredKey());
        until("refused", () -> store.connection().freshness() instanceof Freshness.Offline offline && offline.problem().code().equals("unauthorized"));
        assertThat(sandbox.openStreams()).isZero();
    }

    @Test
    void aLargeFleetIsCarriedByTheWorkspaceStream() throws Exception {
        serve(180);
        connect(sandbox.key());
        live();
        assertThat(store.connection().feed()).isEqualTo(Feed.EVENTS);
        assertThat(store.entries()).hasSize(180);

        passInSandbox(5);
        Map<String, Engine> truth = truth();
        until("what the service says", () -> knows(truth));
        assertThat(sandbox.openStreams()).isEqualTo(1);
    }

    @Test
    void aKeyThatMayNotReadTheWorkspaceHasTheListPolled() throws Exception {
        serve(180);
        connect(sandbox.noTeamsKey());
        live();
        assertThat(store.connection().feed()).isEqualTo(Feed.POLL);
        assertThat(permissions.missing()).contains("teams:read");

        passInSandbox(5);
        Map<String, Engine> truth = truth();
        until("what the service says", () -> knows(truth));
    }

    @Test
    void silenceShowsAsStaleAndTheNextSignAsLive() {
        FeedSettings impatient = new FeedSettings(64, 16, 100, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMillis(16));
        connect(sandbox.key(), impatient);
        live();
        sandbox.turn(Drill.LOST_HEARTBEAT, true);
        until("stale", () -> store.connection().freshness() instanceof Freshness.Stale);
        sandbox.turn(Drill.LOST_HEARTBEAT, false);
        live();
    }

    @Test
    void aServerThatIsNotThereIsFoundWhenItComes() throws IOException {
        int port = sandbox.url().getPort();
        sandbox.close();
        connect(sandbox.key());
        until("offline", () -> store.connection().freshness() instanceof Freshness.Offline offline && offline.problem().code().equals("unreachable.refused"));

        sandbox = SandboxServer.start(SandboxOptions.defaults(time).withHeartbeat(Duration.ofMillis(200)).byHand().withPort(port));
        live();
    }
}
