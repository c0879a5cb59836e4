package sh.inference.console;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import javafx.scene.Node;
import javafx.scene.Parent;

import sh.inference.console.api.http.HttpFaultDesk;
import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.cli.SandboxFlags;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.fx.UiThread;
import sh.inference.console.fx.ViewLoader;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournaledSightings;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.ops.OperationState;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.Favourites;
import sh.inference.console.profile.WriteLock;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Balance;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FeedNotices;
import sh.inference.console.state.FeedRuntime;
import sh.inference.console.state.FeedSettings;
import sh.inference.console.state.FleetFeed;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.NetworkAddresses;
import sh.inference.console.state.Notices;
import sh.inference.console.state.Permissions;
import sh.inference.console.state.ServiceNotes;
import sh.inference.console.state.VersionReader;
import sh.inference.console.state.WakeWatch;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Languages;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.apps.AppsViewModel;
import sh.inference.console.ui.bulk.ChosenFile;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.AppNames;
import sh.inference.console.ui.common.DeskVerbs;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.SecondHand;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.confirm.BulkDialog;
import sh.inference.console.ui.compare.CompareViewModel;
import sh.inference.console.ui.confirm.ConfirmDialog;
import sh.inference.console.ui.engine.EngineViewModel;
import sh.inference.console.ui.engines.EnginesViewModel;
import sh.inference.console.ui.operation.OperationsView;
import sh.inference.console.ui.operation.OperationsViewModel;
import sh.inference.console.ui.shell.DiagnosticsDrawer;
import sh.inference.console.ui.palette.ActionSource;
import sh.inference.console.ui.palette.AppSource;
import sh.inference.console.ui.palette.EngineSource;
import sh.inference.console.ui.palette.KeysView;
import sh.inference.console.ui.palette.KeysViewModel;
import sh.inference.console.ui.palette.PaletteView;
import sh.inference.console.ui.palette.PaletteViewModel;
import sh.inference.console.ui.palette.ProfileSource;
import sh.inference.console.ui.settings.SettingsView;
import sh.inference.console.ui.settings.SettingsViewModel;
import sh.inference.console.ui.shell.AppsPage;
import sh.inference.console.ui.profile.ProfileDialogs;
import sh.inference.console.ui.profile.ProfileMenu;
import sh.inference.console.ui.shell.EnginesPage;
import sh.inference.console.ui.shell.Exporter;
import sh.inference.console.ui.shell.NoticesBell;
import sh.inference.console.ui.shell.ShellView;
import sh.inference.console.ui.shell.ShellViewModel;
import sh.inference.console.ui.shell.WindowActions;
import sh.inference.console.ui.shell.WriteLockMenu;
import sh.inference.console.ui.shell.WriteLockViewModel;
import sh.inference.console.ui.versions.Undo;
import sh.inference.console.ui.versions.VersionsViewModel;

/** The composition root: everything that lives as long as the window is made here, by hand, in order. FX thread. */
final class Wiring implements AutoCloseable {
    private final Clock clock = clock();
    private final OperatorChoices choices;
    private final Messages words;
    private final FleetStore fleet = new FleetStore(clock);
    private final AppsStore apps = new AppsStore();
    private final Permissions permissions = new Permissions();
    private final OperationLog log = new OperationLog();
    private final Notices notices = new Notices(clock);
    private final Actions actions = new Actions();
    private final ModalLayer layer = new ModalLayer();
    private final Ticker ticker = new Ticker(clock);
    private final SecondHand secondHand = new SecondHand(ticker);
    private final ViewLoader loader;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("scheduler").factory());
    private final Session session;
    private final ConnectionProfile profile;
    private final Journal journal;
    private final WriteLock lock;
    private final ProfileDialogs dialogs;
    private final Balance balance;
    private final FleetFeed fleetFeed;
    private final AppsFeed appsFeed;
    private final VersionReader versionReader;
    private final WakeWatch wake;
    private final OperationDesk desk;
    private final TaskRunner tasks;
    private final BulkRoom bulk;
    private final ShellViewModel shell;
    private final Parent root;
    private EnginesPage enginesPage;
    private EnginesViewModel grid;
    private final Favourites favourites;
    private AppsViewModel appList;
    private VersionsViewModel versions;
    private CompareViewModel comparison;
    private final WriteLockViewModel lockModel;

    /** A console that stays on one profile, which is not kept. */
    Wiring(ConnectionProfile profile, ApiKey key, ConfigFolder folder) {
        this(Session.alone(profile, key, folder, clock()));
    }

    Wiring(Session session) {
        this.session = session;
        profile = session.profile().place();
        journal = session.journal();
        lock = new WriteLock(session.profile().settings().writes(), clock);
        choices = new OperatorChoices(session.folder(), scheduler);
        words = messages(choices.store().now().language());
        loader = new ViewLoader(words.bundle());
        tasks = new TaskRunner(this::inBackground, new UiThread());
        HttpInferenceApi api = new HttpInferenceApi(profile.baseUrl(), session::bearer, session.http()::get, clock, lock::isOpen,
                new ServiceNotes(notices, tasks.ui()));
        FeedRuntime runtime = new FeedRuntime(tasks, scheduler, clock, new SplittableRandom());
        balance = new Balance(api, tasks, permissions, clock);
        Diagnostics diagnostics = new Diagnostics(api.meter());
        new FeedNotices(notices, diagnostics);
        fleetFeed = new FleetFeed(api, fleet, permissions, diagnostics, runtime, FeedSettings.STANDARD.reconcilingEvery(session.profile().settings().reconcile()));
        wake = new WakeWatch(runtime, new NetworkAddresses(), fleetFeed::wake);
        appsFeed = new AppsFeed(api, apps, permissions, new JournaledSightings(journal, profile.name(), profile.host()), runtime);
        favourites = new Favourites(session.folder().settings(), profile.name(), this::inBackground);
        versionReader = new VersionReader(api, apps, permissions, runtime);
        desk = new OperationDesk(api, fleet, apps, new FeedReread(fleetFeed, appsFeed, balance), permissions, profile, lock, balance::amount, journal, log,
                new ConfirmDialog(layer, loader, profile, words, ticker), tasks, clock, () -> UUID.randomUUID().toString());
        bulk = new BulkRoom(desk, new BulkDialog(layer, loader, profile, words, ticker), log, journal, profile, tasks, clock, words, ticker);
        shell = new ShellViewModel(fleet, apps, log, profile, words, ticker, diagnostics, this::readNow);
        EngineWords engineWords = new EngineWords(words, new AppNames(apps));
        Map<ShellViewModel.Page, Node> pages = new EnumMap<>(ShellViewModel.Page.class);
        pages.put(ShellViewModel.Page.ENGINES, enginesPage(engineWords, tasks));
        if (profile.kind() == ProfileKind.SANDBOX) {
            // A manifest that cannot be read leaves every version "not known", which is true.
            tasks.run(api::newestEngineRelease, grid.releases()::setNewest, unread -> { });
        }
        pages.put(ShellViewModel.Page.APPS, appsPage(tasks));
        pages.put(ShellViewModel.Page.OPERATIONS, bulk.above(loader.load(new OperationsView(new OperationsViewModel(log.records(), fleet, words, ticker,
                new DeskChoices(desk, api, tasks, words, this::openEngine), engineWords.apps()::of, desk::patience), words))));
        lockModel = new WriteLockViewModel(lock, words, ticker);
        dialogs = new ProfileDialogs(session.profiles(), loader, layer, words);
        ShellView view = new ShellView(shell, words, pages, layer, new ProfileMenu(profile, dialogs, words), new WriteLockMenu(lockModel, words),
                new NoticesBell(notices, words, ticker, loader), new DiagnosticsDrawer(diagnostics, fleet, words, loader), actions);
        offerActions(view, engineWords);
        root = loader.load(view);
        DrillsTool.offer(view, profile, new HttpFaultDesk(profile.baseUrl(), session::bearer, session.http()::get, clock), tasks, words);
        choices.countFor(actions, engineWords, desk, profile, shell::notice);
    }

    /** Begins to read and to follow. */
    void start() {
        secondHand.start();
        new Watchers(desk, fleet, notices, ticker).takeUp(journal, desk, bulk, fleet, profile, tasks, clock);
        fleetFeed.start();
        wake.start();
        appsFeed.start();
        balance.refresh();
    }

    Parent root() {
        return root;
    }

    ShellViewModel shell() {
        return shell;
    }

    Actions actions() {
        return actions;
    }

    FleetStore fleet() {
        return fleet;
    }

    ConnectionProfile profile() {
        return profile;
    }

    Session session() {
        return session;
    }

    ProfileDialogs dialogs() {
        return dialogs;
    }

    /** Whether operations are under way that somebody has to follow, or wait for their moment. */
    boolean isBusy() {
        return bulk.isBusy() || log.records().stream().anyMatch(record -> record.state().isUnderway() || record.state() == OperationState.ARMED);
    }

    @Override
    public void close() {
        secondHand.stop();
        wake.close();
        fleetFeed.close();
        appsFeed.close();
        scheduler.shutdownNow();
        background.shutdownNow();
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    /** Words in the language of the system. */
    static Messages messages() {
        return messages("");
    }

    private static Messages messages(String language) {
        Locale locale = Languages.choose(language, Locale.getDefault());
        return new Messages(locale, new Formats(locale, ZoneId.systemDefault()));
    }

    /** Dresses scenes as the operator chose, from now on. */
    void dress(Theme theme) {
        choices.dress(theme, layer);
    }

    /** @throws IOException when the port is taken */
    static SandboxServer sandbox(SandboxFlags flags) throws IOException {
        return SandboxLaunch.start(flags, Clock.systemUTC());
    }

    /** Milliseconds since the process started. */
    static long sinceStart() {
        return ProcessAge.millis(Clock.systemUTC());
    }

    /** All that the palette and the keyboard reach. */
    private void offerActions(ShellView view, EngineWords engineWords) {
        EngineVerbs verbs = new DeskVerbs(desk);
        PaletteView palette = new PaletteView(new PaletteViewModel(List.of(new ActionSource(actions, words),
                new EngineSource(fleet, engineWords, verbs, this::openEngine), new AppSource(apps, words, this::openApp),
                new ProfileSource(() -> PalettePlaces.of(dialogs.actions(), words), words)), words), profile, layer);
        KeysView keys = new KeysView(new KeysViewModel(actions, words), layer);
        loader.load(palette);
        loader.load(keys);
        SettingsView settings = new SettingsView(new SettingsViewModel(choices.store(), actions, words), layer);
        loader.load(settings);
        new WindowActions(actions, shell).window(view, () -> palette.show(""), keys::show, settings::show)
                .exports(view, new Exporter(profile, new ChosenFile(() -> root().getScene().getWindow()), new TaskRunner(this::inBackground, new UiThread()), shell::say))
                .engines(() -> grid.selectedProperty().get(), verbs).apps(appList, versions, comparison).profiles(view, dialogs, lockModel);
    }

    /** Shows an engine with its details. */
    void openEngine(String id) {
        shell.go(ShellViewModel.Page.ENGINES);
        enginesPage.open(id);
    }

    private void openApp(String id) {
        shell.go(ShellViewModel.Page.APPS);
        appList.choose(id);
    }

    private Node enginesPage(EngineWords engineWords, TaskRunner tasks) {
        EngineVerbs verbs = new DeskVerbs(desk);
        grid = new EnginesViewModel(fleet, engineWords, ticker, tasks.ui(), verbs, profile.baseUrl().toString());
        enginesPage = new EnginesPage(grid, new EngineViewModel(fleet, engineWords, ticker, verbs), loader, this::readNow).followedBy(fleetFeed);
        bulk.joins(enginesPage, grid, fleet);
        return enginesPage.node();
    }

    private Node appsPage(TaskRunner tasks) {
        versions = new VersionsViewModel(apps, fleet, this::readApp, versionReader::compare, desk::whyNot, desk::request,
                new Undo(log.records(), apps, ticker, desk::request), words, ticker);
        comparison = new CompareViewModel(apps, fleet, versionReader::compare, desk::whyNot, desk::request, words);
        AppsViewModel list = new AppsViewModel(apps, fleet, appsFeed, favourites, words, ticker, scheduler, tasks.ui());
        appList = list;
        return new AppsPage(list, versions, comparison, loader, words, layer).node();
    }

    private void readApp(String id) {
        appsFeed.open(id);
        versionReader.askForEngines(id);
    }

    /** Once the window is closed nothing more is asked: what the FX thread still had to do finds nobody. */
    private void inBackground(Runnable task) {
        if (!background.isShutdown()) {
            background.execute(task);
        }
    }

    private void readNow() {
        fleetFeed.readNow();
        appsFeed.reload();
        balance.refresh();
    }
}
