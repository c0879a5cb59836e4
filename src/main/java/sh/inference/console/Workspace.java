package sh.inference.console;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javafx.beans.InvalidationListener;

import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.api.http.ReleaseManifest;
import sh.inference.console.fx.NextPicture;
import sh.inference.console.fx.Patient;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.fx.UiThread;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournaledNotes;
import sh.inference.console.journal.JournaledSightings;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.bulk.BulkDesk;
import sh.inference.console.ops.bulk.BulkRun;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.Favourites;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.SavedFilters;
import sh.inference.console.profile.SavedViews;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.profile.WriteLock;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Balance;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FeedNotices;
import sh.inference.console.state.FeedRuntime;
import sh.inference.console.state.FeedSettings;
import sh.inference.console.state.FleetFeed;
import sh.inference.console.state.FleetHistory;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Freshness;
import sh.inference.console.state.NetworkAddresses;
import sh.inference.console.state.Notebook;
import sh.inference.console.state.Notices;
import sh.inference.console.state.Permissions;
import sh.inference.console.state.ServiceNotes;
import sh.inference.console.state.StatusTrail;
import sh.inference.console.state.VersionReader;
import sh.inference.console.state.WakeWatch;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Languages;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.AppNames;
import sh.inference.console.ui.common.BackgroundWork;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.SecondHand;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.shell.OpenWork;

/**
 * What a session on one profile is made of behind its windows: one service, one set of streams, one fleet, one list of
 * operations, whoever looks at them. Made by hand, in order. FX thread.
 */
final class Workspace implements AutoCloseable {
    /** What a window may take to be made on the slowest computer. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(3);
    final Clock clock = Wiring.clock();
    final Session session;
    final ConnectionProfile profile;
    final Journal journal;
    final WriteLock lock;
    final OperatorChoices choices;
    final Messages words;
    final EngineWords engineWords;
    final FleetStore fleet = new FleetStore(clock);
    final AppsStore apps = new AppsStore();
    final Permissions permissions = new Permissions();
    final OperationLog log = new OperationLog();
    final Notices notices = new Notices(clock);
    final Ticker ticker = new Ticker(clock);
    final FrontWindow front = new FrontWindow();
    final TaskRunner tasks;
    final BackgroundWork work;
    final HttpInferenceApi api;
    final Diagnostics diagnostics;
    final Balance balance;
    final FleetFeed fleetFeed;
    final Onlookers onlookers;
    final AppsFeed appsFeed;
    final FleetHistory history;
    final StatusTrail trail;
    final TableLayouts layouts;
    final SavedViews views;
    final Favourites favourites;
    final SavedFilters appFilters;
    final Notebook notebook;
    final VersionReader versionReader;
    final OperationDesk desk;
    final BulkDesk bulk;
    final FleetMemory memory;
    final NewestRelease release;
    final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("scheduler").factory());
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Patient patient = new Patient(background);
    private final SecondHand secondHand;
    private final WakeWatch wake;
    private Optional<Runnable> instead = Optional.empty();

    Workspace(Session session) {
        this(session, FeedSettings.STANDARD);
    }

    /** @param patience how long the feeds bear a silence, and how often they read in between */
    Workspace(Session session, FeedSettings patience) {
        this.session = session;
        profile = session.profile().place();
        journal = session.journal();
        lock = new WriteLock(session.profile().settings().writes(), clock);
        choices = new OperatorChoices(session.settings(), session.folder(), scheduler);
        words = words(choices.store().now().language());
        engineWords = new EngineWords(words, new AppNames(apps));
        tasks = new TaskRunner(this::inBackground, new UiThread());
        work = new BackgroundWork(tasks);
        api = new HttpInferenceApi(profile.baseUrl(), session::bearer, session.http()::get, clock, lock::isOpen, new ServiceNotes(notices, tasks.ui()));
        FeedRuntime runtime = new FeedRuntime(tasks, new NextPicture(tasks.ui()), scheduler, clock, new SplittableRandom());
        balance = new Balance(api, tasks, permissions, clock);
        diagnostics = new Diagnostics(api.meter());
        new FeedNotices(notices, diagnostics);
        secondHand = new SecondHand(ticker, scheduler, tasks.ui(), new Stillness(fleet, diagnostics, lock, this::isBusy));
        fleet.connectionProperty().subscribe((before, now) -> stirAfter(before.freshness(), now.freshness()));
        fleet.heardAtProperty().subscribe(secondHand::join);
        log.records().addListener((InvalidationListener) changed -> stir());
        fleetFeed = new FleetFeed(api, fleet, permissions, diagnostics, runtime, patience.reconcilingEvery(session.profile().settings().reconcile()));
        onlookers = new Onlookers(fleetFeed);
        wake = new WakeWatch(runtime, new NetworkAddresses(), fleetFeed::wake);
        appsFeed = new AppsFeed(api, apps, permissions, new JournaledSightings(journal, profile.name(), profile.host()), runtime);
        favourites = new Favourites(session.folder().settings(), profile.name(), this::inBackground);
        notebook = new Notebook(new JournaledNotes(journal, profile.name(), profile.host()), tasks, clock);
        appFilters = new SavedFilters(session.folder().settings(), profile.name(), this::inBackground);
        history = new FleetHistory(fleet, runtime);
        trail = new StatusTrail(fleet, id -> log.records().stream().anyMatch(record -> record.state().isUnderway() && record.plan().target().id().equals(id)), clock);
        layouts = new TableLayouts(session.folder().settings(), profile.name(), this::inBackground);
        views = new SavedViews(session.folder().settings(), profile.name(), this::inBackground);
        versionReader = new VersionReader(api, apps, permissions, runtime);
        desk = new OperationDesk(api, fleet, apps, new FeedReread(fleetFeed, appsFeed, balance), permissions, profile, lock, balance::amount, journal, log,
                front::ask, tasks, clock, () -> UUID.randomUUID().toString());
        release = release();
        memory = new FleetMemory(session.memory(), fleet, apps, tasks, ticker);
        bulk = new BulkDesk(desk, front::ask, log, journal, tasks, clock, () -> UUID.randomUUID().toString());
    }

    /** The sandbox names the newest release itself; that of the real service stands on another host, which the operator must agree to ask. */
    private NewestRelease release() {
        boolean own = profile.kind() == ProfileKind.SANDBOX;
        ReleaseManifest manifest = new ReleaseManifest(own ? profile.baseUrl() : ReleaseManifest.PUBLISHED, session.http()::get, clock);
        NewestRelease newest = new NewestRelease(manifest::newest, tasks, ticker);
        return own ? newest.always() : newest.whileAgreed(choices.store().nowProperty());
    }

    /** Something is missing without which nothing can begin: whoever wants to read is asked for it. */
    void waitFor(Problem missing, Runnable ask) {
        instead = Optional.of(ask);
        // What was seen last grows older meanwhile.
        secondHand.start();
        fleetFeed.hold(missing);
    }

    /**
     * Begins as {@link #start()} does, for a window that is still being made: the engines, which it will show first, are asked
     * for at once, and all else when it is {@link #drawn()}, or after a while if that never happens.
     */
    void startBefore() {
        fleetFeed.start();
        patient.hold();
        scheduler.schedule(patient::release, LONGEST_HOLD.toMillis(), TimeUnit.MILLISECONDS);
        startTheRest();
    }

    /** The first window shows what it has. */
    void drawn() {
        patient.release();
    }

    /** Begins to read and to follow. */
    void start() {
        fleetFeed.start();
        startTheRest();
    }

    private void startTheRest() {
        instead = Optional.empty();
        secondHand.start();
        new Watchers(this).takeUp();
        history.start();
        wake.start();
        appsFeed.start();
        balance.refresh();
        release.start();
    }

    /** What the operator kept of this profile and could not be read: it begins anew, and the old file is named. Saved views say it where they are. */
    List<Text> damage() {
        return Stream.of(layouts.aside(), favourites.aside(), appFilters.aside()).flatMap(List::stream).map(name -> Text.of("profile.kept.damaged", name)).toList();
    }

    /** Reads everything again now. */
    void readNow() {
        if (instead.isPresent()) {
            instead.get().run();
            return;
        }
        fleetFeed.readNow();
        appsFeed.reload();
        balance.refresh();
    }

    /** Whether operations are under way that somebody has to follow, or wait for their moment. */
    boolean isBusy() {
        return bulk.runs().stream().anyMatch(run -> run.stateProperty().get() != BulkRun.State.ENDED)
                || log.records().stream().anyMatch(record -> record.state().isUnderway() || record.state() == OperationState.ARMED);
    }

    /** Somebody is at work in a window. */
    void stir() {
        secondHand.stir();
    }

    private void stirAfter(Freshness before, Freshness now) {
        if (before.isLive() != now.isLive()) {
            stir();
        }
    }

    /** What the operator should know of before the console ends. */
    OpenWork openWork() {
        return OpenWork.of(log.records(), bulk.runs());
    }

    /** Once the last window is closed nothing more is asked: what the FX thread still had to do finds nobody. */
    void inBackground(Runnable task) {
        if (!background.isShutdown()) {
            patient.execute(task);
        }
    }

    @Override
    public void close() {
        choices.close();
        secondHand.stop();
        wake.close();
        fleetFeed.close();
        history.close();
        appsFeed.close();
        scheduler.shutdownNow();
        background.shutdownNow();
    }

    /** Words in a language; the empty language is the system's. */
    static Messages words(String language) {
        Locale locale = Languages.choose(language, Locale.getDefault());
        return new Messages(locale, new Formats(locale, ZoneId.systemDefault()));
    }
}
