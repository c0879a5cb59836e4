package sh.inference.console;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.util.Subscription;

import sh.inference.console.api.http.HttpFaultDesk;
import sh.inference.console.cli.SandboxFlags;
import sh.inference.console.fx.Once;
import sh.inference.console.fx.ViewLoader;
import sh.inference.console.model.Text;
import sh.inference.console.model.WebPage;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.model.Problem;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Notice;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.apps.AppsViewModel;
import sh.inference.console.ui.apps.ShelfViewModel;
import sh.inference.console.ui.bulk.ChosenFile;
import sh.inference.console.ui.bulk.Destination;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.DeskVerbs;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.compare.CompareViewModel;
import sh.inference.console.ui.confirm.ConfirmDialog;
import sh.inference.console.ui.engine.EngineStory;
import sh.inference.console.ui.engine.EngineViewModel;
import sh.inference.console.ui.engines.EnginesViewModel;
import sh.inference.console.ui.journal.JournalExports;
import sh.inference.console.ui.engines.GridViews;
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
import sh.inference.console.ui.shell.LeaveQuestion;
import sh.inference.console.ui.shell.NoticesBell;
import sh.inference.console.ui.shell.OpenWork;
import sh.inference.console.ui.shell.ShellView;
import sh.inference.console.ui.shell.ShellViewModel;
import sh.inference.console.ui.shell.WindowActions;
import sh.inference.console.ui.shell.WorkDrawer;
import sh.inference.console.ui.shell.WriteLockMenu;
import sh.inference.console.ui.shell.WriteLockViewModel;
import sh.inference.console.ui.versions.NoteViewModel;
import sh.inference.console.ui.versions.Undo;
import sh.inference.console.ui.versions.VersionsViewModel;
import sh.inference.console.ui.versions.WebLink;
import sh.inference.console.ui.work.WorkViewModel;

/**
 * One window on a workspace: its pages, dialogs, palette and keys, made by hand, in order. The first window of a session
 * makes its workspace and ends it. FX thread.
 */
final class Wiring implements AutoCloseable {
    private final Workspace workspace;
    private final Messages words;
    private final Ticker ticker;
    private final Actions actions = new Actions();
    private final ModalLayer layer = new ModalLayer();
    private final ViewLoader loader;
    private final ConnectionProfile profile;
    private final ProfileDialogs dialogs;
    private final DrillsTool drills;
    private final OperationDesk desk;
    private final BulkRoom bulk;
    private final ShellViewModel shell;
    private final WriteLockViewModel lockModel;
    private final Parent root;
    private boolean dressed;
    private Subscription attending = Subscription.EMPTY;
    private EnginesPage enginesPage;
    private EnginesViewModel grid;
    private AppsViewModel appList;
    private Consumer<URI> browser = page -> CopyButton.toClipboard(page.toString());
    private VersionsViewModel versions;
    private CompareViewModel comparison;

    /** A console that stays on one profile, which is not kept. */
    Wiring(ConnectionProfile profile, ApiKey key, ConfigFolder folder) {
        this(Session.alone(profile, key, folder, clock()));
    }

    Wiring(Session session) {
        this(new Workspace(session));
    }

    /** A further window on what another one shows. */
    Wiring(Workspace workspace) {
        this.workspace = workspace;
        profile = workspace.profile;
        desk = workspace.desk;
        words = workspace.words;
        ticker = new Ticker(workspace.clock);
        follow();
        loader = new ViewLoader(words.bundle());
        workspace.front.add(layer, new ConfirmDialog(layer, loader, profile, words, ticker));
        bulk = new BulkRoom(workspace, ticker);
        shell = new ShellViewModel(workspace.fleet, workspace.apps, workspace.log, profile, words, ticker, workspace.diagnostics, workspace::readNow);
        Destination file = new ChosenFile(() -> root().getScene().getWindow(), words);
        Map<ShellViewModel.Page, Supplier<? extends Node>> pages = new EnumMap<>(ShellViewModel.Page.class);
        Node engines = enginesPage();
        pages.put(ShellViewModel.Page.ENGINES, () -> engines);
        workspace.release.versionProperty().subscribe(grid.releases()::setNewest);
        pages.put(ShellViewModel.Page.APPS, appsPage());
        pages.put(ShellViewModel.Page.OPERATIONS, new Once<>(() -> bulk.above(loader.load(new OperationsView(new OperationsViewModel(workspace.log.records(), workspace.fleet,
                words, ticker, new DeskChoices(desk, workspace.api, workspace.tasks, words, this::openEngine), workspace.engineWords.apps()::of, desk::patience), words)))));
        JournalRoom journalRoom = new JournalRoom(workspace, ticker, file, new JournalRoom.Doors(this::openEngine, this::openApp, shell::say, shell::notice));
        pages.put(ShellViewModel.Page.JOURNAL, new Once<>(() -> journalRoom.page(loader)));
        lockModel = new WriteLockViewModel(workspace.lock, words, ticker);
        dialogs = new ProfileDialogs(workspace.session.profiles(), loader, layer, words);
        ShellView view = new ShellView(shell, words, pages, layer, new ProfileMenu(profile, dialogs, words), new WriteLockMenu(lockModel, words),
                new NoticesBell(workspace.notices, words, ticker, loader, new DeadlineRemedy(desk)), new DiagnosticsDrawer(workspace.diagnostics, workspace.fleet, profile.kind(), words, loader),
                new WorkDrawer(new WorkViewModel(workspace.log.records(), workspace.bulk.runs(), workspace.work, words, desk::disarm), words), actions);
        drills = new DrillsTool(profile, new HttpFaultDesk(profile.baseUrl(), workspace.session::bearer, workspace.session.http()::get, workspace.clock), workspace.tasks, words);
        offerActions(view, new Exporter(profile, file, workspace.work, words, shell::say, shell::notice), journalRoom.model().exports());
        root = loader.load(view);
        root.addEventFilter(InputEvent.ANY, event -> workspace.stir());
        drills.offer(view);
        workspace.choices.countFor(actions, workspace.engineWords, desk, profile, this::say);
    }

    /** Begins to read and to follow. */
    void start() {
        workspace.start();
    }

    /** The operator works in this window: it is here that they are asked. */
    void toFront() {
        workspace.front.toFront(layer);
        workspace.stir();
    }

    /** The window is closed, though it may open once more: what it asked is cancelled, and nothing in it follows the news. */
    void rest() {
        layer.dismiss();
        enginesPage.rest();
        workspace.onlookers.leave(this);
        attending.unsubscribe();
    }

    /** The window is open again, with all that happened meanwhile. */
    void wake() {
        enginesPage.follow();
        follow();
    }

    private void follow() {
        attending = workspace.ticker.nowProperty().subscribe(now -> ticker.tick());
    }

    Workspace workspace() {
        return workspace;
    }

    /** Says what is missing for a beginning, and asks for it. */
    void waitFor(Problem missing, Runnable ask) {
        workspace.waitFor(missing, ask);
    }

    FleetMemory memory() {
        return workspace.memory;
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
        return workspace.fleet;
    }

    ConnectionProfile profile() {
        return profile;
    }

    Session session() {
        return workspace.session;
    }

    /** Says something that was found at the start, and keeps it to be read again. */
    void say(Text finding) {
        shell.notice(finding);
        workspace.notices.tell("start", Notice.Level.WARNING, finding);
    }

    ProfileDialogs dialogs() {
        return dialogs;
    }

    /** Asks whether the console is to be closed all the same. */
    void askToLeave(OpenWork work, Runnable leave) {
        new LeaveQuestion(work, words, layer, leave);
    }

    @Override
    public void close() {
        workspace.close();
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    /** Words in the language of the system. */
    static Messages messages() {
        return Workspace.words("");
    }

    /** Dresses scenes as the operator chose, from now on. */
    void dress(Theme theme) {
        if (!dressed) {
            dressed = true;
            workspace.choices.dress(theme, layer);
        }
    }

    /** @throws IOException when the port is taken */
    static SandboxServer sandbox(SandboxFlags flags) throws IOException {
        return SandboxLaunch.start(flags, Clock.systemUTC());
    }

    /** Counts the milliseconds since the process started. */
    static LongSupplier sinceStart() {
        return ProcessAge.counting(clock());
    }

    /** All that the palette and the keyboard reach. */
    private void offerActions(ShellView view, Exporter exporter, JournalExports journalExports) {
        EngineVerbs verbs = new DeskVerbs(desk);
        Supplier<PaletteView> palette = loaded(() -> new PaletteView(new PaletteViewModel(List.of(new ActionSource(actions, words),
                new EngineSource(workspace.fleet, workspace.engineWords, verbs, this::openEngine), new AppSource(workspace.apps, workspace.favourites, words, this::openApp),
                new ProfileSource(() -> PalettePlaces.of(dialogs.actions(), words), words), drills.source()), words), profile, layer));
        Supplier<KeysView> keys = loaded(() -> new KeysView(new KeysViewModel(actions, words), layer));
        Supplier<SettingsView> settings = loaded(() -> new SettingsView(new SettingsViewModel(workspace.choices.store(), actions, words), layer));
        new WindowActions(actions, shell).window(view, () -> palette.get().show(""), () -> keys.get().show(), () -> settings.get().show())
                .exports(view, exporter, journalExports)
                .engines(() -> grid.selectedProperty().get(), verbs, bulk.several()).apps(appList, versions, comparison, webLink()).profiles(view, dialogs, workspace.session.profile(), lockModel);
        enginesPage.offer(actions);
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

    private Node enginesPage() {
        EngineVerbs verbs = new DeskVerbs(desk);
        grid = new EnginesViewModel(workspace.fleet, workspace.history, workspace.engineWords, ticker, workspace.tasks.ui(), verbs);
        enginesPage = new EnginesPage(grid, new EngineViewModel(workspace.fleet, workspace.engineWords, ticker, verbs), new EngineStory(workspace.fleet, workspace.trail,
                workspace.history, new EngineArchive(workspace.api, workspace.tasks), workspace.engineWords, ticker), new GridViews(grid, workspace.views), workspace.layouts, loader,
                workspace::readNow)
                .followedBy(ids -> workspace.onlookers.rows(this, ids), id -> workspace.onlookers.details(this, id));
        bulk.joins(enginesPage, grid);
        return enginesPage.node();
    }

    /** A view that is made when it is first wanted: no start waits for it. */
    private <V> Supplier<V> loaded(Supplier<V> maker) {
        return new Once<>(() -> {
            V view = maker.get();
            loader.load(view);
            return view;
        });
    }

    private Supplier<Node> appsPage() {
        versions = new VersionsViewModel(workspace.apps, workspace.fleet, this::readApp, workspace.versionReader::compare, desk::whyNot, desk::request,
                new Undo(workspace.log.records(), workspace.apps, ticker, desk::request), words, ticker);
        comparison = new CompareViewModel(workspace.apps, workspace.fleet, workspace.versionReader::compare, desk::whyNot, desk::request, words);
        appList = new AppsViewModel(workspace.apps, workspace.fleet, workspace.appsFeed, workspace.favourites, words, ticker, workspace.scheduler, workspace.tasks.ui());
        return new Once<>(() -> new AppsPage(appList, new ShelfViewModel(appList, workspace.apps, workspace.appFilters, workspace.favourites, words), versions,
                comparison, webLink(), new NoteViewModel(workspace.notebook, workspace.apps, words), workspace.layouts, loader, words, layer).greyedBy(shell.markProperty()).node());
    }

    private WebLink webLink() {
        return new WebLink(id -> workspace.apps.snapshot().find(id).flatMap(app -> WebPage.of(profile.baseUrl(), app)), page -> browser.accept(page));
    }

    /** Shows addresses in the operator's browser. Until this is called, and where there is none, they are copied. */
    void browseWith(Consumer<URI> shown) {
        browser = shown;
    }

    private void readApp(String id) {
        workspace.appsFeed.open(id);
        workspace.versionReader.askForEngines(id);
    }
}
