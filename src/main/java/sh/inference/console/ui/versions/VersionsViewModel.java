package sh.inference.console.ui.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.appstatus.SetAppStatus;
import sh.inference.console.ops.promote.PreviousGood;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.state.Adoption;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.CurrentSighting;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.LoadState;
import sh.inference.console.state.VersionBadge;
import sh.inference.console.state.VersionPair;
import sh.inference.console.state.Workload;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

/** The versions of the chosen app, and which of them is chosen. Confined to the FX thread. */
public final class VersionsViewModel {
    private final AppsStore store;
    private final FleetStore fleet;
    private final Consumer<String> open;
    private final Function<Operation, Optional<Text>> whyNot;
    private final Consumer<Operation> ask;
    private final Messages words;
    private final Ticker ticker;
    private final Map<String, VersionRow> known = new HashMap<>();
    private final ObservableList<VersionRow> rows = FXCollections.observableArrayList();
    private final ObservableList<VersionRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<AppHead>> head = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<VersionRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper promoteObstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rollBackObstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VersionFacts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Undo.Offer>> undoOffer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AdoptionLine>> adoption = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<CurrentSighting>> sightings = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final Map<String, Integer> heldAtFirst = new HashMap<>();
    private final Undo undo;
    private final Consumer<VersionPair> compare;
    private String appId = "";
    private String wanted = "";

    /**
     * @param open    reads the versions of an app into the store
     * @param compare works out what differs between two versions
     * @param whyNot  why an operation is not possible now
     * @param ask     asks the operator to confirm an operation
     */
    public VersionsViewModel(AppsStore store, FleetStore fleet, Consumer<String> open, Consumer<VersionPair> compare, Function<Operation, Optional<Text>> whyNot,
                             Consumer<Operation> ask, Undo undo, Messages words, Ticker ticker) {
        this.store = store;
        this.fleet = fleet;
        this.open = open;
        this.compare = compare;
        this.whyNot = whyNot;
        this.ask = ask;
        this.undo = undo;
        this.words = words;
        this.ticker = ticker;
        InvalidationListener changed = any -> refresh();
        store.apps().addListener(changed);
        store.versions().addListener(changed);
        store.versionStates().addListener(changed);
        store.opinions().addListener(changed);
        undo.offerProperty().subscribe((before, now) -> refreshSwitch(store.snapshot()));
        ticker.nowProperty().subscribe((before, now) -> tick());
        active.subscribe(this::tick);
        selected.subscribe((before, now) -> refreshChosen());
        refresh();
    }

    /** Shows an app; its versions are read when it is another one than before. */
    public void show(String id) {
        if (!id.equals(appId)) {
            appId = id;
            known.clear();
            rows.clear();
            selected.set(null);
            open.accept(id);
            refresh();
        }
    }

    /** Chooses a version by its id or short id as soon as it is read. */
    public void want(String reference) {
        wanted = reference;
        refresh();
    }

    /** Opens the dialog that sets the app's status; it starts with what the app says now. */
    public void setStatus() {
        store.snapshot().find(appId).ifPresent(app -> ask.accept(new SetAppStatus(appId, app.status().is(AppStatus.UNKNOWN) ? AppStatus.ACTIVE : app.status().value(), app.statusMessage())));
    }

    public ObservableList<VersionRow> rows() {
        return rowsView;
    }

    /** Empty while no app is chosen. */
    public ReadOnlyObjectProperty<Optional<AppHead>> headProperty() {
        return head.getReadOnlyProperty();
    }

    /** The chosen version; at first the current one. */
    public ObjectProperty<VersionRow> selectedProperty() {
        return selected;
    }

    /** Why the chosen version cannot be promoted; empty when it can. */
    public ReadOnlyStringProperty promoteObstacleProperty() {
        return promoteObstacle.getReadOnlyProperty();
    }

    /** Why the app cannot be rolled back to the chosen version; empty when it can. */
    public ReadOnlyStringProperty rollBackObstacleProperty() {
        return rollBackObstacle.getReadOnlyProperty();
    }

    /** What stands in place of rows when there are none. */
    public ReadOnlyStringProperty placeholderProperty() {
        return placeholder.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is known of the chosen version. */
    public ReadOnlyObjectProperty<Optional<VersionFacts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Opens the dialog that promotes the chosen version; nothing where that is not possible. */
    public void promote() {
        if (promoteObstacle.get().isEmpty()) {
            ask.accept(new PromoteVersion(appId, selected.get().id()));
        }
    }

    /**
     * Opens the dialog that rolls back: to the chosen version if it is an earlier one, and otherwise to the last one that
     * was current long enough, as this console saw it. Nothing where that is not possible.
     */
    public void rollBack() {
        if (rollBackObstacle.get().isEmpty()) {
            backTarget().ifPresent(this::rollBackTo);
        }
    }

    /** Opens the dialog that rolls back to a version of the shown app. */
    public void rollBackTo(String versionId) {
        ask.accept(new RollBackVersion(appId, versionId));
    }

    /** The move of this app by this console that can be taken back now. */
    public ReadOnlyObjectProperty<Optional<Undo.Offer>> undoProperty() {
        return undoOffer.getReadOnlyProperty();
    }

    /** What takes the last move back. */
    public Undo undo() {
        return undo;
    }

    /** How far the workers have followed the last switch; empty when all have, or when none was seen. */
    public ReadOnlyObjectProperty<Optional<AdoptionLine>> adoptionProperty() {
        return adoption.getReadOnlyProperty();
    }

    /** Which version this console saw as current when, latest last. */
    public ReadOnlyObjectProperty<List<CurrentSighting>> sightingsProperty() {
        return sightings.getReadOnlyProperty();
    }

    Instant now() {
        return ticker.now();
    }

    /** Whether it is looked at; ages stand still while it is not. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The pair that the comparison opens with: the current version and the chosen one, or the current one and the one before it. */
    public Optional<VersionPair> pair() {
        Optional<String> current = store.snapshot().find(appId).map(App::versionId).filter(id -> !id.isEmpty());
        if (selected.get() == null || current.isEmpty()) {
            return Optional.empty();
        }
        if (!selected.get().id().equals(current.get())) {
            return Optional.of(new VersionPair(appId, current.get(), selected.get().id()));
        }
        int at = rows.indexOf(selected.get());
        return at + 1 < rows.size() ? Optional.of(new VersionPair(appId, rows.get(at + 1).id(), current.get())) : Optional.empty();
    }

    /** Reads the versions again after a failure. */
    public void retry() {
        open.accept(appId);
    }

    private void tick() {
        if (active.get()) {
            refresh();
        }
    }

    private void refresh() {
        AppsSnapshot apps = store.snapshot();
        Workload load = fleet.workload();
        head.set(apps.find(appId).map(app -> AppHead.of(app, words, ticker.now())));
        List<VersionRow> now = new ArrayList<>();
        for (AppVersion version : apps.versions().getOrDefault(appId, List.of())) {
            VersionRow row = known.computeIfAbsent(version.id(), VersionRow::new);
            row.set(VersionLine.of(version, VersionBadge.of(version, appId, apps), load.ofVersion(version.id()), words, ticker.now()));
            now.add(row);
        }
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        Optional<VersionRow> named = wanted.isEmpty() ? Optional.empty() : rows.stream().filter(row -> row.id().equals(wanted) || row.line().shortId().equals(wanted)).findFirst();
        named.ifPresent(row -> {
            wanted = "";
            selected.set(row);
        });
        if (!rows.contains(selected.get())) {
            selected.set(rows.stream().filter(row -> row.line().badge() == VersionBadge.CURRENT).findFirst().orElse(rows.isEmpty() ? null : rows.getFirst()));
        }
        refreshChosen();
        refreshSwitch(apps);
        LoadState state = store.versionStates().get(appId);
        problem.set(state == null ? Optional.empty() : state.problem());
        placeholder.set(words.of(appId.isEmpty() ? "versions.choose" : state == null || state.loading() ? "versions.loading" : "versions.empty"));
    }

    private void refreshSwitch(AppsSnapshot apps) {
        undoOffer.set(undo.of(appId));
        sightings.set(apps.seen(appId));
        String current = apps.find(appId).map(App::versionId).orElse("");
        List<CurrentSighting> seen = apps.seen(appId);
        if (seen.size() < 2 || !seen.getLast().versionId().equals(current)) {
            adoption.set(Optional.empty());
            return;
        }
        Adoption now = Adoption.of(fleet.fleet(), appId, current);
        int start = heldAtFirst.merge(current + seen.getLast().from(), now.holdingWorkers(), Math::max);
        adoption.set(now.holdingWorkers() == 0 ? Optional.empty()
                : Optional.of(AdoptionLine.of(now, start, brief(seen.get(seen.size() - 2).versionId()), brief(current), words)));
    }

    private static String brief(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }

    private void refreshChosen() {
        Optional<VersionRow> row = Optional.ofNullable(selected.get());
        if (active.get() && row.isPresent()) {
            pair().ifPresent(compare);
        }
        promoteObstacle.set(row.map(this::promoteObstacle).orElse(words.of("versions.choose.version")));
        rollBackObstacle.set(row.map(this::rollBackObstacle).orElse(words.of("versions.choose.version")));
        Optional<VersionFacts> now = row.flatMap(chosen -> version(chosen.id())).map(version -> VersionFacts.of(version, fleet.fleet(), opinion(version), words));
        if (!now.equals(facts.get())) {
            facts.set(now);
        }
    }

    private String promoteObstacle(VersionRow row) {
        if (row.line().badge() == VersionBadge.CURRENT) {
            return words.of("versions.is-current", row.line().shortId());
        }
        if (row.line().badge() != VersionBadge.NEWER_NEVER_CURRENT && isOlderThanCurrent(row)) {
            return words.of("versions.is-older");
        }
        return whyNot.apply(new PromoteVersion(appId, row.id())).map(words::of).orElse("");
    }

    private String rollBackObstacle(VersionRow row) {
        Optional<String> target = backTarget();
        return target.isEmpty() ? words.of("versions.back.unknown") : whyNot.apply(new RollBackVersion(appId, target.get())).map(words::of).orElse("");
    }

    /** Nothing is preselected where this console does not know. */
    private Optional<String> backTarget() {
        VersionRow row = selected.get();
        boolean earlier = row != null && (row.line().badge() == VersionBadge.FORMER || row.line().badge() == VersionBadge.FIRST_SEEN_HERE);
        return earlier ? Optional.of(row.id()) : PreviousGood.of(store.snapshot(), appId).map(CurrentSighting::versionId);
    }

    /** How many engines the service thinks able, for the current version only: it is never asked about another one. */
    private OptionalInt opinion(AppVersion version) {
        boolean current = store.snapshot().find(appId).filter(app -> version.matches(app.versionId())).isPresent();
        List<String> engines = store.opinions().get(appId);
        return current && engines != null ? OptionalInt.of(engines.size()) : OptionalInt.empty();
    }

    /** Unknown times are no reason to refuse: the plan then says what it does not know. */
    private boolean isOlderThanCurrent(VersionRow row) {
        Optional<Instant> made = version(row.id()).flatMap(AppVersion::createdAt);
        Optional<Instant> currentMade = rows.stream().filter(other -> other.line().badge() == VersionBadge.CURRENT).findFirst()
                .flatMap(current -> version(current.id())).flatMap(AppVersion::createdAt);
        return made.isPresent() && currentMade.isPresent() && !made.get().isAfter(currentMade.get());
    }

    private Optional<AppVersion> version(String id) {
        return store.versions().getOrDefault(appId, List.of()).stream().filter(version -> version.id().equals(id)).findFirst();
    }
}
