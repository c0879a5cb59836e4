package sh.inference.console.ui.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;

import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.Connection;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.FleetHistory;
import sh.inference.console.state.FleetStore;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Releases;
import sh.inference.console.ui.common.Ticker;

/**
 * The grid of engines without its widgets. News change rows at once; what depends on all of them (order, counts,
 * attention) is brought up to date once for each burst of news, through the executor of the FX thread.
 */
public final class EnginesViewModel {
    private static final Duration BETWEEN_SORTS = Duration.ofMillis(500);
    /** While a long list comes in, its rows are shown in strokes: every stroke lays the whole table out. */
    private static final Duration BETWEEN_STROKES = Duration.ofSeconds(1);
    private final FleetStore store;
    private final EngineWords words;
    private final Ticker ticker;
    private final Executor ui;
    private final EngineVerbs verbs;
    private final EngineRows rows;
    private final AttentionList attention;
    private final SummaryChips chips = new SummaryChips();
    private final Facets facets;
    private final ReadOnlyObjectWrapper<EngineFilter> filter = new ReadOnlyObjectWrapper<>(EngineFilter.ALL);
    private final GridSelection selection = new GridSelection();
    private final ReadOnlyStringWrapper selectionText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<GridState> state = new ReadOnlyObjectWrapper<>(new GridState.Loading());
    private final ReadOnlyObjectWrapper<List<String>> onScreen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper loaded = new ReadOnlyStringWrapper("");
    private final GridArrangement arrangement;
    private final FleetNews news;
    private final FleetHistory history;
    private final BooleanProperty keepSorted = new SimpleBooleanProperty();
    private Instant sortedAt = Instant.EPOCH;
    private Instant arrangedAt = Instant.EPOCH;
    private boolean handsOn;
    private boolean scheduled;
    private boolean choosingAll;
    private boolean attentionDue = true;

    public EnginesViewModel(FleetStore store, FleetHistory history, EngineWords words, Ticker ticker, Executor ui, EngineVerbs verbs) {
        this.store = store;
        this.history = history;
        this.words = words;
        this.ticker = ticker;
        this.ui = ui;
        this.verbs = verbs;
        this.facets = new Facets(words, ticker, words.releases());
        this.rows = new EngineRows(words, facets);
        this.arrangement = new GridArrangement(rows, facets, words, this::sort);
        this.attention = new AttentionList(store, words);
        news = new FleetNews(store.entries(), this::change, this::schedule);
        news.follow();
        store.connectionProperty().subscribe((before, now) -> {
            attentionDue |= !before.freshness().getClass().equals(now.freshness().getClass());
            schedule();
        });
        words.releases().newestProperty().subscribe(now -> rows.setFilter(filter.get()));
        words.apps().changesProperty().subscribe(now -> rows.setFilter(filter.get()));
        selection.idsProperty().subscribe(now -> refreshSelection());
        rows.shown().addListener((InvalidationListener) changed -> refreshSelection());
        ticker.nowProperty().subscribe(now -> {
            attentionDue = true;
            schedule();
        });
        refresh();
    }

    /** The rows to show, in their order. */
    public ObservableList<EngineRow> rows() {
        return rows.shown();
    }

    boolean isArranging() {
        return rows.isArranging();
    }

    public ObservableList<SummaryChip> chips() {
        return chips.chips();
    }

    /** Worst first; empty when all is well, and while old news would make the reasons untrue. */
    public ObservableList<AttentionItem> attention() {
        return attention.items();
    }

    public ReadOnlyObjectProperty<GridState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return store.connectionProperty();
    }

    /** Whether an engine is not known as it is now, while others may be. */
    boolean isOld(EngineEntry entry) {
        return entry.stale() || store.connection().freshness().isDoubted(entry.seenAt());
    }

    /** "412 of 5,000 loaded"; empty when all are. */
    public ReadOnlyStringProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Ids of the rows on screen, as of the last second: a large fleet has streams for these. */
    public ReadOnlyObjectProperty<List<String>> onScreenProperty() {
        return onScreen.getReadOnlyProperty();
    }

    void setOnScreen(List<String> ids) {
        onScreen.set(List.copyOf(ids));
    }

    public EngineWords words() {
        return words;
    }

    public Ticker ticker() {
        return ticker;
    }

    /** The id of the engine that leads the selection: the one the details show. It leads on when the filter hides it. */
    public ReadOnlyObjectProperty<Optional<String>> selectedProperty() {
        return selection.leadProperty();
    }

    /** The ids of all chosen engines, those that the filter hides among them; a new set at every change. */
    public ReadOnlyObjectProperty<Set<String>> selectedIdsProperty() {
        return selection.idsProperty();
    }

    GridSelection selection() {
        return selection;
    }

    /** "7 selected, 2 filtered out"; empty while one engine is chosen that is in sight. */
    public ReadOnlyStringProperty selectionTextProperty() {
        return selectionText.getReadOnlyProperty();
    }

    public void select(String id) {
        selection.only(id);
    }

    /** Chooses every engine that is shown, beside those that are chosen already. */
    public void selectAll() {
        choosingAll = true;
        selection.all(shownIds());
        choosingAll = false;
    }

    /** Chooses all from the one that led first to this one, in the order they are shown. */
    public void selectThrough(String id, boolean add) {
        selection.through(shownIds(), id, add);
    }

    public Optional<EngineRow> selectedRow() {
        return selection.leadProperty().get().flatMap(rows::find);
    }

    /** What is shown of all engines. */
    ReadOnlyObjectProperty<EngineFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    public void setFilterText(String text) {
        setFilter(filter.get().withText(text));
    }

    /** Shows engines with one value of a facet alone; once more shows all values again. An empty value shows all. */
    void chooseOnly(Facet facet, String value) {
        boolean again = filter.get().of(facet).equals(Set.of(value));
        setFilter(value.isEmpty() ? filter.get().with(Facet.STATUS, Set.of()).with(Facet.WORKERS, Set.of())
                : filter.get().with(facet, again ? Set.of() : Set.of(value)));
    }

    void toggle(Facet facet, String value) {
        setFilter(filter.get().toggled(facet, value));
    }

    public void clearFilter() {
        setFilter(EngineFilter.ALL);
    }

    /** Every value that engines have in a facet and how many have it; counted when asked. */
    Map<String, Integer> values(Facet facet) {
        return facets.count(facet, rows.all());
    }

    Facets facets() {
        return facets;
    }

    public Releases releases() {
        return words.releases();
    }

    /** Sorts once, because the operator asked. */
    void sort(RowOrder order) {
        rows.sort(order);
        sortedAt = ticker.exact();
    }

    GridArrangement arrangement() {
        return arrangement;
    }

    /** What was seen of late, for the charts. */
    FleetHistory history() {
        return history;
    }

    /** Whether the order follows the news. Off until the operator asks for it. */
    public BooleanProperty keepSortedProperty() {
        return keepSorted;
    }

    /** Tells whether the operator's hands are on the rows: pointer, menu or keys. Meanwhile nothing moves. */
    void setHandsOn(boolean now) {
        handsOn = now;
    }

    public Optional<Text> whyNot(Verb verb, EngineRow row) {
        return verbs.whyNot(verb, row.id());
    }

    /** Opens the dialog of an extension, unless it is off. */
    public void requestExtension(String id) {
        if (verbs.whyNot(Verb.EXTEND, id).isEmpty()) {
            verbs.request(Verb.EXTEND, id);
        }
    }

    public void request(Verb verb, EngineRow row) {
        verbs.request(verb, row.id());
    }

    /** The chosen rows that are shown as text, a line each, for the clipboard. */
    public String copyText() {
        return rows.shown().stream().filter(row -> selection.contains(row.id()))
                .map(row -> row.id() + "\t" + words.sentence(row.entry(), ticker.now())).collect(Collectors.joining("\n"));
    }

    void setFilter(EngineFilter now) {
        if (!now.equals(filter.get())) {
            filter.set(now);
            rows.setFilter(now);
            refreshState();
        }
    }

    /** Follows the fleet, from the start and after a rest: what was missed is made up for at once. */
    public void follow() {
        attentionDue = true;
        news.follow();
    }

    /** Nobody can see the grid: the fleet goes on without it. */
    public void rest() {
        news.rest();
    }

    private void change(EngineEntry before, EngineEntry after) {
        chips.change(before, after);
        if (after == null) {
            rows.remove(before.engine().id());
            selection.forget(before.engine().id());
        } else {
            rows.put(after);
        }
    }

    private void schedule() {
        if (!scheduled && news.isFollowing()) {
            scheduled = true;
            ui.execute(this::refresh);
        }
    }

    private void refresh() {
        scheduled = false;
        if (!isLoading() || !ticker.exact().isBefore(arrangedAt.plus(BETWEEN_STROKES))) {
            rows.arrange();
            // The first page is shown as soon as it is there.
            arrangedAt = rows.size() == 0 ? Instant.EPOCH : ticker.exact();
        }
        if (keepSorted.get() && !handsOn && !ticker.exact().isBefore(sortedAt.plus(BETWEEN_SORTS))) {
            rows.sort();
            sortedAt = ticker.exact();
        }
        if (attentionDue) {
            attentionDue = false;
            attention.refresh(ticker.now());
        }
        refreshState();
    }

    /** Whether more engines are known to come. What is not shown at once comes with the next page or the next second. */
    private boolean isLoading() {
        Connection connection = store.connection();
        return connection.total().isPresent() && connection.loaded() < connection.total().getAsInt();
    }

    private List<String> shownIds() {
        return rows.shown().stream().map(EngineRow::id).toList();
    }

    private void refreshSelection() {
        int chosen = selection.size();
        boolean all = rows.shown().size() == rows.size();
        // Looking for each of them takes longer than choosing them.
        long hidden = chosen == 0 || all ? 0 : choosingAll ? chosen - rows.shown().size() : selection.idsProperty().get().stream().filter(id -> !rows.isShown(id)).count();
        selectionText.set(hidden > 0 ? words.messages().of("engines.selected.hidden", chosen, hidden) : chosen > 1 ? words.messages().of("engines.selected", chosen) : "");
    }

    private void refreshState() {
        Connection connection = store.connection();
        state.set(GridState.of(rows.size(), rows.shown().size(), connection));
        chips.refresh(state.get().isRead() ? OptionalInt.of(rows.size()) : OptionalInt.empty(), filter.get());
        loaded.set(isLoading() ? words.messages().of("engines.loaded", connection.loaded(), connection.total().getAsInt()) : "");
    }
}
