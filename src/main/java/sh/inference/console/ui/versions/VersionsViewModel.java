package sh.inference.console.ui.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.LoadState;
import sh.inference.console.state.VersionBadge;
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
    private String appId = "";

    /**
     * @param open   reads the versions of an app into the store
     * @param whyNot why an operation is not possible now
     * @param ask    opens the dialog of an operation
     */
    public VersionsViewModel(AppsStore store, FleetStore fleet, Consumer<String> open, Function<Operation, Optional<Text>> whyNot, Consumer<Operation> ask,
                             Messages words, Ticker ticker) {
        this.store = store;
        this.fleet = fleet;
        this.open = open;
        this.whyNot = whyNot;
        this.ask = ask;
        this.words = words;
        this.ticker = ticker;
        InvalidationListener changed = any -> refresh();
        store.apps().addListener(changed);
        store.versions().addListener(changed);
        store.versionStates().addListener(changed);
        ticker.nowProperty().subscribe((before, now) -> refresh());
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

    /** Opens the dialog that rolls back to the chosen version; nothing where that is not possible. */
    public void rollBack() {
        if (rollBackObstacle.get().isEmpty()) {
            ask.accept(new RollBackVersion(appId, selected.get().id()));
        }
    }

    /** Reads the versions again after a failure. */
    public void retry() {
        open.accept(appId);
    }

    private void refresh() {
        AppsSnapshot apps = store.snapshot();
        Workload load = Workload.of(fleet.fleet());
        head.set(apps.find(appId).map(app -> AppHead.of(app, words)));
        List<VersionRow> now = new ArrayList<>();
        for (AppVersion version : apps.versions().getOrDefault(appId, List.of())) {
            VersionRow row = known.computeIfAbsent(version.id(), VersionRow::new);
            row.set(VersionLine.of(version, VersionBadge.of(version, appId, apps), load.ofVersion(version.id()), words, ticker.now()));
            now.add(row);
        }
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        if (!rows.contains(selected.get())) {
            selected.set(rows.stream().filter(row -> row.line().badge() == VersionBadge.CURRENT).findFirst().orElse(rows.isEmpty() ? null : rows.getFirst()));
        }
        refreshChosen();
        LoadState state = store.versionStates().get(appId);
        problem.set(state == null ? Optional.empty() : state.problem());
        placeholder.set(words.of(appId.isEmpty() ? "versions.choose" : state == null || state.loading() ? "versions.loading" : "versions.empty"));
    }

    private void refreshChosen() {
        Optional<VersionRow> row = Optional.ofNullable(selected.get());
        promoteObstacle.set(row.map(this::promoteObstacle).orElse(words.of("versions.choose.version")));
        rollBackObstacle.set(row.map(this::rollBackObstacle).orElse(words.of("versions.choose.version")));
        Optional<VersionFacts> now = row.flatMap(chosen -> version(chosen.id())).map(version -> VersionFacts.of(version, fleet.fleet(), words));
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
        return switch (row.line().badge()) {
            case CURRENT -> words.of("versions.is-current", row.line().shortId());
            case NEWER_NEVER_CURRENT -> words.of("versions.is-newer");
            case FORMER, FIRST_SEEN_HERE -> whyNot.apply(new RollBackVersion(appId, row.id())).map(words::of).orElse("");
        };
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
