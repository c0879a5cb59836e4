package sh.inference.console.testing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import javafx.beans.InvalidationListener;

import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournaledSightings;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.Reread;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.WriteLock;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Balance;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FeedRuntime;
import sh.inference.console.state.FeedSettings;
import sh.inference.console.state.FleetFeed;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;

/** The console without its window, on a sandbox over a real socket: feeds, stores and the desk on a thread that stands for the FX thread. */
public final class LiveDesk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    public final Clock clock = Clock.systemUTC();
    public final FleetStore fleet = new FleetStore(clock);
    public final AppsStore apps = new AppsStore();
    public final Permissions permissions = new Permissions();
    public final OperationLog log = new OperationLog();
    public final QueuedConfirmation operator = new QueuedConfirmation();
    public final HttpInferenceApi api;
    public final WriteLock lock;
    public final AppsFeed appsFeed;
    public final OperationDesk desk;
    // What comes back after the end has nobody left to come back to.
    private final ScheduledExecutorService ui = new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final FleetFeed fleetFeed;

    public LiveDesk(SandboxServer sandbox, String key, Path folder) {
        this(sandbox, key, folder, WritePolicy.of(ProfileKind.SANDBOX));
    }

    public LiveDesk(SandboxServer sandbox, String key, Path folder, WritePolicy policy) {
        this(sandbox.url(), key, folder, policy);
    }

    /** @param url where the sandbox is reached, which may be a gateway before it */
    public LiveDesk(URI url, String key, Path folder, WritePolicy policy) {
        lock = new WriteLock(policy, clock);
        api = new HttpInferenceApi(url, () -> "Bearer " + key, () -> HttpSettings.DEFAULT, clock, lock::isOpen, note -> { });
        ConnectionProfile profile = new ConnectionProfile("sandbox", url, ProfileKind.SANDBOX);
        TaskRunner tasks = new TaskRunner(background, ui);
        FeedRuntime runtime = new FeedRuntime(tasks, ui, clock, new Random(1));
        Journal journal = new Journal(folder, "test");
        Balance balance = new Balance(api, tasks, permissions, clock);
        fleetFeed = new FleetFeed(api, fleet, permissions, new Diagnostics(), runtime, FeedSettings.STANDARD);
        appsFeed = new AppsFeed(api, apps, permissions, new JournaledSightings(journal, profile.name(), profile.host()), runtime);
        Reread reread = new Reread() {
            @Override
            public void engine(String id) {
                fleetFeed.refresh(id);
            }

            @Override
            public void app(String id) {
                appsFeed.reload(id);
            }
        };
        desk = new OperationDesk(api, fleet, apps, reread, permissions, profile, lock, balance::amount, journal, log, operator, tasks, clock,
                () -> java.util.UUID.randomUUID().toString());
        run(() -> {
            balance.refresh();
            fleetFeed.start();
            appsFeed.start();
            return true;
        });
        ui.scheduleAtFixedRate(desk::tick, 200, 200, TimeUnit.MILLISECONDS);
        await(() -> fleet.connection().freshness().isLive() && fleet.fleet().size() >= 24 && !apps.apps().isEmpty());
    }

    /** Does something on the thread that stands for the FX thread, and waits for it. */
    public <T> T run(Callable<T> work) {
        try {
            return ui.submit(work).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Waits until something holds, looking again whenever anything changes. */
    public void await(Callable<Boolean> condition) {
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        InvalidationListener look = source -> look(condition, held);
        run(() -> {
            fleet.entries().addListener(look);
            fleet.connectionProperty().addListener(look);
            apps.apps().addListener(look);
            apps.versions().addListener(look);
            log.records().addListener(look);
            look(condition, held);
            return true;
        });
        try {
            held.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("operations so far: " + run(() -> log.records().stream().map(OperationRecord::steps).toList()), failed);
        }
    }

    private static void look(Callable<Boolean> condition, CompletableFuture<Boolean> held) {
        try {
            if (condition.call()) {
                held.complete(true);
            }
        } catch (Exception failed) {
            held.completeExceptionally(failed);
        }
    }

    /** Waits until the newest operation satisfies a condition. */
    public OperationRecord awaitLast(Predicate<OperationRecord> condition) {
        await(() -> !log.records().isEmpty() && condition.test(log.records().getFirst()));
        return run(() -> log.records().getFirst());
    }

    /** The id of an engine by its name. */
    public String engine(String name) {
        return run(() -> fleet.fleet().all().stream().map(entry -> entry.engine()).filter(engine -> engine.name().equals(name)).findFirst().orElseThrow().id());
    }

    /** The id of an app by its name, opened and read. */
    public String open(String name) {
        String id = run(() -> apps.apps().stream().filter(app -> app.name().equals(name)).findFirst().orElseThrow().id());
        run(() -> {
            appsFeed.open(id);
            return true;
        });
        await(() -> apps.versions().containsKey(id));
        return id;
    }

    /** The version that the console knows as current. */
    public Optional<String> current(String appId) {
        return run(() -> apps.snapshot().find(appId).map(app -> app.versionId()));
    }

    @Override
    public void close() {
        run(() -> {
            fleetFeed.close();
            appsFeed.close();
            return true;
        });
        ui.shutdownNow();
        background.shutdownNow();
        try {
            // Until the last line of the journal is written its folder cannot be deleted.
            background.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }
}
