package sh.inference.console.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.compare.Change;
import sh.inference.console.compare.Comparison;
import sh.inference.console.compare.Weight;
import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.ops.FleetFit;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.promote.Needs;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Compared;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.VersionBadge;
import sh.inference.console.state.VersionPair;
import sh.inference.console.text.Messages;

/** The comparison of two versions that is on screen. Confined to the FX thread. */
public final class CompareViewModel {
    private final AppsStore store;
    private final FleetStore fleet;
    private final Consumer<VersionPair> compare;
    private final Function<Operation, Optional<Text>> whyNot;
    private final Consumer<Operation> ask;
    private final Messages words;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final BooleanProperty unified = new SimpleBooleanProperty();
    private final ObjectProperty<VersionChoice> from = new SimpleObjectProperty<>();
    private final ObjectProperty<VersionChoice> to = new SimpleObjectProperty<>();
    private final ObservableList<VersionChoice> choices = FXCollections.observableArrayList();
    private final ObservableList<ChangeLine> changes = FXCollections.observableArrayList();
    private final ObservableList<DiffRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fit = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fitToday = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Double> fitShare = new ReadOnlyObjectWrapper<>(-1.0);
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String appId = "";
    private DiffRows laidOut;
    private boolean choosing;

    /**
     * @param compare works out what differs between two versions
     * @param whyNot  why an operation is not possible now
     * @param ask     asks the operator to confirm an operation
     */
    public CompareViewModel(AppsStore store, FleetStore fleet, Consumer<VersionPair> compare, Function<Operation, Optional<Text>> whyNot, Consumer<Operation> ask,
                            Messages words) {
        this.store = store;
        this.fleet = fleet;
        this.compare = compare;
        this.whyNot = whyNot;
        this.ask = ask;
        this.words = words;
        InvalidationListener changed = any -> refresh();
        store.comparisons().addListener(changed);
        store.versions().addListener(changed);
        store.apps().addListener(changed);
        from.subscribe((before, now) -> chosen());
        to.subscribe((before, now) -> chosen());
        unified.subscribe((before, now) -> refresh());
    }

    /** Opens the comparison of two versions. */
    public void show(VersionPair pair) {
        appId = pair.appId();
        open.set(true);
        choosing = true;
        choices();
        from.set(choice(pair.from()));
        to.set(choice(pair.to()));
        choosing = false;
        chosen();
    }

    public void close() {
        open.set(false);
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Both texts as one instead of side by side. */
    public BooleanProperty unifiedProperty() {
        return unified;
    }

    ObjectProperty<VersionChoice> fromProperty() {
        return from;
    }

    ObjectProperty<VersionChoice> toProperty() {
        return to;
    }

    ObservableList<VersionChoice> choiceList() {
        return choices;
    }

    ObservableList<ChangeLine> changes() {
        return changes;
    }

    ObservableList<DiffRow> rows() {
        return rows;
    }

    /** The reference of the app. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What is to be said of the comparison as a whole: being read, same build, nothing differs; empty when the changes say it all. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** {@code 3 of 11 workers can run it, needs 24 GB}. */
    public ReadOnlyStringProperty fitProperty() {
        return fit.getReadOnlyProperty();
    }

    /** How many can run the current version. */
    public ReadOnlyStringProperty fitTodayProperty() {
        return fitToday.getReadOnlyProperty();
    }

    /** The share of workers that can run it, from 0 to 1; negative when it is not known. */
    public ReadOnlyObjectProperty<Double> fitShareProperty() {
        return fitShare.getReadOnlyProperty();
    }

    /** Why the right version cannot be made current; empty when it can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Where the text of a change begins. */
    OptionalInt rowOf(Change change) {
        int row = laidOut == null ? -1 : laidOut.rowOf(change);
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** Swaps the sides. */
    public void swap() {
        VersionChoice left = from.get();
        choosing = true;
        from.set(to.get());
        to.set(left);
        choosing = false;
        chosen();
    }

    /** Opens the dialog that makes the right version current: a promotion where it is newer than the current one, and otherwise a roll back. */
    public void makeCurrent() {
        if (obstacle.get().isEmpty()) {
            operation().ifPresent(ask);
        }
    }

    /** Reads again what failed. */
    public void retry() {
        pair().ifPresent(compare);
    }

    private Optional<VersionPair> pair() {
        return from.get() == null || to.get() == null ? Optional.empty() : Optional.of(new VersionPair(appId, from.get().id(), to.get().id()));
    }

    private void chosen() {
        if (!choosing && open.get()) {
            pair().ifPresent(compare);
            refresh();
        }
    }

    private void refresh() {
        if (!open.get() || choosing) {
            return;
        }
        title.set(store.snapshot().find(appId).map(App::reference).orElse(appId));
        Compared compared = pair().map(store.comparisons()::get).orElse(null);
        Comparison done = compared instanceof Compared.Done it ? it.comparison() : null;
        problem.set(compared instanceof Compared.Failed failed ? Optional.of(failed.problem()) : Optional.empty());
        laidOut = done == null ? null : DiffRows.of(done, unified.get(), words);
        rows.setAll(laidOut == null ? List.of() : laidOut.rows());
        changes.setAll(done == null ? List.of() : lines(done));
        state.set(problem.get().isPresent() ? words.of("compare.failed") : done == null ? words.of("compare.reading") : done.sameBuild() ? words.of("compare.same-build") : done.changes().isEmpty() ? words.of("compare.nothing") : "");
        fits();
        obstacle.set(problem.get().isPresent() ? words.of("compare.failed") : operation().map(operation -> whyNot.apply(operation).map(words::of).orElse("")).orElse(words.of("compare.is-current")));
    }

    private List<ChangeLine> lines(Comparison done) {
        List<ChangeLine> lines = new ArrayList<>();
        for (Weight weight : Weight.values()) {
            long count = done.count(weight);
            if (count > 0) {
                lines.add(new ChangeLine(weight, words.of("compare." + weight.key(), count), "", null));
                done.changes().stream().filter(change -> change.weight() == weight)
                        .forEach(change -> lines.add(new ChangeLine(weight, words.of(change.what()), words.of(change.why()), change)));
            }
        }
        return lines;
    }

    private void fits() {
        Optional<AppVersion> version = to.get() == null ? Optional.empty() : version(to.get().id());
        Optional<FleetFit> now = version.map(known -> FleetFit.of(fleet.fleet(), known));
        fit.set(now.filter(FleetFit::isKnown).map(known -> words.of(Needs.workers(known)))
                .orElse(words.of(now.isPresent() && now.get().needs().isPresent() ? "current.fit.no-workers" : "current.fit.unknown")));
        fitShare.set(now.filter(FleetFit::isKnown).map(known -> (double) known.able() / known.online()).orElse(-1.0));
        fitToday.set(store.snapshot().find(appId).flatMap(app -> version(app.versionId())).map(current -> FleetFit.of(fleet.fleet(), current)).filter(FleetFit::isKnown)
                .map(current -> words.of("current.fit.today", current.able())).orElse(""));
    }

    private Optional<Operation> operation() {
        if (to.get() == null || store.snapshot().find(appId).filter(app -> app.versionId().equals(to.get().id())).isPresent()) {
            return Optional.empty();
        }
        boolean newer = version(to.get().id()).filter(version -> VersionBadge.of(version, appId, store.snapshot()) == VersionBadge.NEWER_NEVER_CURRENT).isPresent();
        return Optional.of(newer ? new PromoteVersion(appId, to.get().id()) : new RollBackVersion(appId, to.get().id()));
    }

    private Optional<AppVersion> version(String id) {
        return store.versions().getOrDefault(appId, List.of()).stream().filter(version -> version.matches(id)).findFirst();
    }

    private void choices() {
        choices.setAll(store.versions().getOrDefault(appId, List.of()).stream().map(version -> new VersionChoice(version.id(),
                words.of("compare.choice", version.shortId(), words.of(badge(version)), version.createdAt().map(words.formats()::shortDateTime).orElse("")))).toList());
    }

    private String badge(AppVersion version) {
        return switch (VersionBadge.of(version, appId, store.snapshot())) {
            case CURRENT -> "versions.badge.current";
            case NEWER_NEVER_CURRENT -> "versions.badge.newer";
            case FORMER -> "versions.badge.former";
            case FIRST_SEEN_HERE -> "versions.badge.first-seen";
        };
    }

    private VersionChoice choice(String id) {
        return choices.stream().filter(choice -> choice.id().equals(id)).findFirst().orElse(null);
    }
}
