package sh.inference.console.ui.apps;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.model.App;
import sh.inference.console.model.AppReference;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.Problem;
import sh.inference.console.ops.appstatus.SetAppStatus;
import sh.inference.console.profile.Favourites;
import sh.inference.console.profile.SavedFilters;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsQuery;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.LoadState;
import sh.inference.console.state.Workload;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

/** The apps of the current search, and which one is chosen. Confined to the FX thread. */
public final class AppsViewModel {
    /** How long the operator must have stopped typing before the service is asked. */
    static final Duration TYPING_PAUSE = Duration.ofMillis(250);
    private final AppsStore store;
    private final FleetStore fleet;
    private final AppsFeed feed;
    private final Favourites favourites;
    private final Messages words;
    private final Ticker ticker;
    private final ScheduledExecutorService scheduler;
    private final Executor ui;
    private final Map<String, AppRow> known = new LinkedHashMap<>();
    private final ObservableList<AppRow> rows = FXCollections.observableArrayList();
    private final ObservableList<AppRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<AppRow> selected = new SimpleObjectProperty<>();
    private final StringProperty term = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper loaded = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private Optional<Future<?>> pause = Optional.empty();
    private final StringProperty category = new SimpleStringProperty("");
    private final ObjectProperty<Optional<AppStatus>> status = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AppReference>> jumped = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper jumpProblem = new ReadOnlyStringWrapper("");
    private final BooleanProperty active = new SimpleBooleanProperty();
    private AppsQuery searched = AppsQuery.ALL;
    private AppRow first;
    private AppRow lookedAt;

    public AppsViewModel(AppsStore store, FleetStore fleet, AppsFeed feed, Favourites favourites, Messages words, Ticker ticker, ScheduledExecutorService scheduler,
                         Executor ui) {
        this.favourites = favourites;
        this.store = store;
        this.fleet = fleet;
        this.feed = feed;
        this.words = words;
        this.ticker = ticker;
        this.scheduler = scheduler;
        this.ui = ui;
        store.apps().addListener((InvalidationListener) list -> readRows());
        store.listStateProperty().subscribe((before, now) -> {
            if (before.loading() != now.loading()) {
                readRows();
            } else {
                readState(now);
            }
        });
        term.subscribe((before, now) -> typed());
        category.subscribe((before, now) -> searchNow());
        status.subscribe((before, now) -> searchNow());
        active.subscribe(this::tick);
        ticker.nowProperty().subscribe((before, now) -> tick());
        readRows();
    }

    public ObservableList<AppRow> rows() {
        return rowsView;
    }

    /** The chosen app; it stays chosen when a search no longer lists it. */
    public ObjectProperty<AppRow> selectedProperty() {
        return selected;
    }

    /** What the operator types; the service is asked once the typing pauses. */
    public StringProperty termProperty() {
        return term;
    }

    /** The head of the column of names: it carries the namespace where all apps share one. */
    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** {@code 18 of 18 loaded}; empty while none was read. */
    public ReadOnlyStringProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** What stands in place of rows when there are none. */
    public ReadOnlyStringProperty placeholderProperty() {
        return placeholder.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a further page can be asked for now. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Whether the namespace stands in the head and need not be repeated in each row. */
    public boolean sharesNamespace() {
        return rows.stream().map(row -> row.line().namespace()).distinct().count() == 1;
    }

    public void loadMore() {
        if (more.get()) {
            feed.loadMore();
        }
    }

    /** Reads the page again that failed. */
    public void retry() {
        feed.loadMore();
    }

    /** Chooses an app that was read, whatever is searched for. */
    public void choose(String appId) {
        Optional.ofNullable(known.get(appId)).ifPresent(row -> {
            if (!rows.contains(row)) {
                showAll();
            }
            selected.set(row);
        });
    }

    /** Whether a row is only chosen because something has to be. */
    public boolean isByItself(AppRow row) {
        return row == first;
    }

    /** Searches at once, without waiting for a pause in the typing. */
    public void searchNow() {
        pause.ifPresent(waiting -> waiting.cancel(false));
        pause = Optional.empty();
        AppsQuery wanted = query();
        if (!wanted.equals(searched)) {
            searched = wanted;
            feed.search(wanted);
            readRows();
        }
    }

    /** Enter: a reference or an id goes straight to its app, anything else is searched for. */
    public void go() {
        if (!jump(term.get())) {
            searchNow();
        }
    }

    /**
     * Goes to the app that a reference or an id names, and to its version.
     *
     * @return whether the text is a reference at all
     */
    public boolean jump(String text) {
        Optional<AppReference> reference = AppReference.parse(text);
        reference.ifPresent(wanted -> {
            pause.ifPresent(waiting -> waiting.cancel(false));
            jumpProblem.set("");
            feed.find(wanted, app -> arrive(app, wanted), failed -> jumpProblem.set(words.of(failed.code().equals("notfound")
                    ? "apps.jump.gone" : "apps.jump.failed", text.strip(), words.of(failed.title()))));
        });
        return reference.isPresent();
    }

    private void arrive(App app, AppReference wanted) {
        AppRow row = known.computeIfAbsent(app.id(), AppRow::new);
        write(row, app, fleet.workload());
        selected.set(row);
        jumped.set(Optional.of(new AppReference(app.id(), wanted.version())));
        jumped.set(Optional.empty());
    }

    /** The app and the version that were just jumped to; empty again at once. */
    public ReadOnlyObjectProperty<Optional<AppReference>> jumpedProperty() {
        return jumped.getReadOnlyProperty();
    }

    /** Why a reference led nowhere; empty when it did not. */
    public ReadOnlyStringProperty jumpProblemProperty() {
        return jumpProblem.getReadOnlyProperty();
    }

    /** The one category that is listed; empty for all. */
    public StringProperty categoryProperty() {
        return category;
    }

    /** The one status that is listed; empty for all. */
    public ObjectProperty<Optional<AppStatus>> statusProperty() {
        return status;
    }

    /** Marks the chosen app as a favourite, or takes the mark away; favourites stand first. */
    public void toggleFavourite() {
        if (selected.get() != null) {
            favourites.toggle(selected.get().id());
            readRows();
        }
    }

    /** Whether it is looked at; ages stand still while it is not. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** What is listed, as it can be kept. */
    SavedFilters.Filter filter() {
        return new SavedFilters.Filter(term.get().strip(), category.get(), status.get());
    }

    /** Lists what a kept filter says. */
    void apply(SavedFilters.Filter filter) {
        term.set(filter.term());
        category.set(filter.category());
        status.set(filter.status());
        searchNow();
    }

    /** Whether anything narrows the list. */
    boolean isNarrowed() {
        return !query().equals(AppsQuery.ALL);
    }

    void showAll() {
        apply(new SavedFilters.Filter("", "", Optional.empty()));
    }

    private AppsQuery query() {
        return new AppsQuery(term.get().strip(), category.get(), status.get());
    }

    /** The service finds by more than is shown here, so what it has found for these very words is not filtered again. */
    private boolean passes(App app) {
        boolean answered = query().equals(searched) && !store.listStateProperty().get().loading();
        return answered ? searched.hasKind(app) : query().matches(app);
    }

    /** Ages and workers move on; an app that is looked at for longer than a passing key counts as opened. */
    private void tick() {
        if (!active.get()) {
            return;
        }
        AppRow looked = selected.get();
        if (looked != null && looked == lookedAt && looked != first) {
            favourites.opened(looked.id());
        }
        lookedAt = looked;
        Workload load = fleet.workload();
        store.apps().forEach(app -> Optional.ofNullable(known.get(app.id())).ifPresent(row -> write(row, app, load)));
    }

    private void typed() {
        jumpProblem.set("");
        readRows();
        pause.ifPresent(waiting -> waiting.cancel(false));
        pause = Optional.of(scheduler.schedule(() -> ui.execute(this::searchNow), TYPING_PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void readRows() {
        Workload load = fleet.workload();
        SequencedSet<AppRow> listed = new LinkedHashSet<>();
        List<App> passing = store.apps().stream().filter(this::passes).toList();
        for (App app : Stream.concat(passing.stream().filter(app -> favourites.contains(app.id())), passing.stream()).toList()) {
            AppRow row = known.computeIfAbsent(app.id(), AppRow::new);
            write(row, app, load);
            listed.add(row);
        }
        List<AppRow> now = List.copyOf(listed);
        if (now.size() >= rows.size() && now.subList(0, rows.size()).equals(rows)) {
            rows.addAll(now.subList(rows.size(), now.size()));
        } else {
            rows.setAll(now);
        }
        heading.set(sharesNamespace() && !rows.getFirst().line().namespace().isEmpty() ? words.of("apps.head.name.in", rows.getFirst().line().namespace())
                : words.of("apps.head.name"));
        if (selected.get() == null && !rows.isEmpty()) {
            // Nobody chose this one.
            first = rows.getFirst();
            selected.set(first);
        }
        readState(store.listStateProperty().get());
    }

    private void readState(LoadState state) {
        loaded.set(state.total().isPresent() ? words.of("apps.loaded.of", store.apps().size(), state.total().getAsInt())
                : store.apps().isEmpty() ? "" : words.of("apps.loaded", store.apps().size()));
        problem.set(state.problem());
        // A page that failed waits for the operator, or scrolling would ask for it without end.
        more.set(state.hasMore() && !state.loading() && state.problem().isEmpty());
        // By identity: an empty list without a total is equal to one that was never read.
        placeholder.set(state.loading() || state == LoadState.IDLE ? words.of("apps.loading")
                : !isNarrowed() ? words.of("apps.empty") : words.of("apps.empty.search", describe()));
    }

    private String describe() {
        return Stream.of(term.get().strip(), category.get(), status.get().map(one -> words.of(SetAppStatus.word(one))).orElse("")).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
    }

    private void write(AppRow row, App app, Workload load) {
        row.set(AppLine.of(app, favourites.contains(app.id()), load.ofApp(app.id()), words, ticker.now()));
    }
}
