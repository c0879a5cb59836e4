package sh.inference.console;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;
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

import sh.inference.console.api.ApiException;
import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.api.http.ProxyChoice;
import sh.inference.console.cli.Headless;
import sh.inference.console.cli.ScriptedConfirmation;
import sh.inference.console.compare.Comparison;
import sh.inference.console.compare.VersionComparison;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournaledSightings;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.WriteLock;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Balance;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FeedRuntime;
import sh.inference.console.state.FeedSettings;
import sh.inference.console.state.FleetFeed;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Notices;
import sh.inference.console.state.Permissions;
import sh.inference.console.state.ServiceNotes;

/** The console without its window: the same feeds, stores, lock, journal and desk, on one thread of its own in place of the FX thread. */
final class HeadlessConsole implements Headless, AutoCloseable {
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final Duration LAST_LINES = Duration.ofSeconds(5);
    private static final long TICK = 200;
    private final FleetStore fleet;
    private final AppsStore apps = new AppsStore();
    private final OperationLog log = new OperationLog();
    private final ScriptedConfirmation confirmation = new ScriptedConfirmation();
    // What comes back after the end has nobody left to come back to.
    private final ScheduledExecutorService owner = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("headless").factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ConnectionProfile profile;
    private final WriteLock lock;
    private final HttpInferenceApi api;
    private final FleetFeed fleetFeed;
    private final AppsFeed appsFeed;
    private final OperationDesk desk;

    HeadlessConsole(ConnectionProfile profile, ApiKey key, ConfigFolder folder, Clock clock) {
        this.profile = profile;
        this.fleet = new FleetStore(clock);
        lock = new WriteLock(WritePolicy.of(profile.kind()), clock);
        Permissions permissions = new Permissions();
        TaskRunner tasks = new TaskRunner(background, owner);
        HttpSettings settings = HttpSettings.DEFAULT.withProxy(ProxyChoice.OfSystem.from(System.getenv()));
        api = new HttpInferenceApi(profile.baseUrl(), key::bearer, () -> settings, clock, lock::isOpen, new ServiceNotes(new Notices(clock), tasks.ui()));
        FeedRuntime runtime = new FeedRuntime(tasks, owner, clock, new SplittableRandom());
        Journal journal = new Journal(folder.journal(), System.getProperty("user.name", ""));
        Balance balance = new Balance(api, tasks, permissions, clock);
        fleetFeed = new FleetFeed(api, fleet, permissions, new Diagnostics(api.meter()), runtime, FeedSettings.STANDARD);
        appsFeed = new AppsFeed(api, apps, permissions, new JournaledSightings(journal, profile.name(), profile.host()), runtime);
        desk = new OperationDesk(api, fleet, apps, new FeedReread(fleetFeed, appsFeed, balance), permissions, profile, lock, balance::amount, journal, log, confirmation, tasks, clock,
                () -> UUID.randomUUID().toString());
        run(() -> {
            balance.refresh();
            fleetFeed.start();
            appsFeed.start();
            return true;
        });
        owner.scheduleAtFixedRate(desk::tick, TICK, TICK, TimeUnit.MILLISECONDS);
    }

    @Override
    public ConnectionProfile profile() {
        return profile;
    }

    @Override
    public WriteLock lock() {
        return lock;
    }

    @Override
    public FleetStore fleet() {
        return fleet;
    }

    @Override
    public AppsStore apps() {
        return apps;
    }

    @Override
    public OperationLog log() {
        return log;
    }

    @Override
    public OperationDesk desk() {
        return desk;
    }

    @Override
    public ScriptedConfirmation confirmation() {
        return confirmation;
    }

    @Override
    public <T> T run(Callable<T> work) {
        try {
            return owner.submit(work).get(CALL.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public boolean await(Callable<Boolean> condition, Duration longest) {
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        var looking = owner.scheduleAtFixedRate(() -> {
            try {
                if (condition.call()) {
                    held.complete(true);
                }
            } catch (Exception failed) {
                held.completeExceptionally(failed);
            }
        }, 0, TICK / 4, TimeUnit.MILLISECONDS);
        try {
            return held.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            looking.cancel(false);
        }
    }

    @Override
    public void open(String appId) {
        run(() -> {
            appsFeed.open(appId);
            return true;
        });
    }

    @Override
    public Comparison compare(String appId, String from, String to) throws IOException {
        try {
            return VersionComparison.of(api.readVersion(appId, from), api.readVersion(appId, to));
        } catch (ApiException unread) {
            throw new IOException(Wiring.messages().of(unread.failure().problem().title()), unread);
        }
    }

    /** Waits for the last lines of the journal. */
    @Override
    public void close() {
        run(() -> {
            fleetFeed.close();
            appsFeed.close();
            return true;
        });
        owner.shutdownNow();
        background.shutdown();
        try {
            // A stream that was just being opened ends for nobody.
            if (!background.awaitTermination(LAST_LINES.toSeconds(), TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }
}
