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

import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.model.App;
import sh.inference.console.model.Problem;
import sh.inference.console.state.AppsFeed;
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
    private String searched = "";

    public AppsViewModel(AppsStore store, FleetStore fleet, AppsFeed feed, Messages words, Ticker ticker, ScheduledExecutorService scheduler, Executor ui) {
        this.store = store;
        this.fleet = fleet;
        this.feed = feed;
        this.words = words;
        this.ticker = ticker;
        this.scheduler = scheduler;
        this.ui = ui;
        store.apps().addListener((InvalidationListener) list -> readRows());
        store.listStateProperty().subscribe(this::readState);
        term.subscribe((before, now) -> typed());
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

    /** {@code 18 of 18 loaded}. */
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
                term.set("");
                searchNow();
            }
            selected.set(row);
        });
    }

    /** Searches at once, without waiting for a pause in the typing. */
    public void searchNow() {
        pause.ifPresent(waiting -> waiting.cancel(false));
        pause = Optional.empty();
        String wanted = term.get().strip();
        if (!wanted.equals(searched)) {
            searched = wanted;
            feed.search(wanted);
        }
    }

    /** Ages and workers move on. */
    private void tick() {
        Workload load = Workload.of(fleet.fleet());
        store.apps().forEach(app -> Optional.ofNullable(known.get(app.id())).ifPresent(row -> write(row, app, load)));
    }

    private void typed() {
        pause.ifPresent(waiting -> waiting.cancel(false));
        pause = Optional.of(scheduler.schedule(() -> ui.execute(this::searchNow), TYPING_PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void readRows() {
        Workload load = Workload.of(fleet.fleet());
        SequencedSet<AppRow> listed = new LinkedHashSet<>();
        for (App app : store.apps()) {
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
        heading.set(sharesNamespace() && !rows.getFirst().line().namespace().isEmpty()
                ? words.of("apps.head.name.in", rows.getFirst().line().namespace())
                : words.of("apps.head.name"));
        if (selected.get() == null && !rows.isEmpty()) {
            selected.set(rows.getFirst());
        }
        readState(store.listStateProperty().get());
    }

    private void readState(LoadState state) {
        loaded.set(state.total().isPresent()
                ? words.of("apps.loaded.of", rows.size(), state.total().getAsInt())
                : words.of("apps.loaded", rows.size()));
        problem.set(state.problem());
        // A page that failed waits for the operator, or scrolling would ask for it without end.
        more.set(state.hasMore() && !state.loading() && state.problem().isEmpty());
        // By identity: an empty list without a total is equal to one that was never read.
        placeholder.set(state.loading() || state == LoadState.IDLE ? words.of("apps.loading")
                : searched.isEmpty() ? words.of("apps.empty") : words.of("apps.empty.search", searched));
    }

    private void write(AppRow row, App app, Workload load) {
        row.set(AppLine.of(app, load.ofApp(app.id()), words, ticker.now()));
    }
}
