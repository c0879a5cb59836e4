package sh.inference.console.ui.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.promote.CurrentStep;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.state.AppsStore;
import sh.inference.console.ui.common.Ticker;

/**
 * The last move of a current version by this console, for as long as it can be taken back from a bar. Taking it back only
 * opens the dialog of a roll back with its target filled in; it never writes by itself. Confined to the FX thread.
 */
public final class Undo {
    /** How long the bar stays. */
    public static final Duration WINDOW = Duration.ofMinutes(10);
    private final ObservableList<OperationRecord> records;
    private final AppsStore apps;
    private final Ticker ticker;
    private final Consumer<Operation> ask;
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * A move that can be taken back.
     *
     * @param left how long the bar still stays
     */
    public record Offer(CurrentStep.Taken taken, Duration left) {
    }

    /**
     * @param records newest first
     * @param ask     asks the operator to confirm an operation
     */
    public Undo(ObservableList<OperationRecord> records, AppsStore apps, Ticker ticker, Consumer<Operation> ask) {
        this.records = records;
        this.apps = apps;
        this.ticker = ticker;
        this.ask = ask;
        records.addListener((InvalidationListener) changed -> refresh());
        apps.apps().addListener((InvalidationListener) changed -> refresh());
        ticker.nowProperty().subscribe(this::refresh);
    }

    /** The newest move of all apps that can be taken back. */
    public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** The newest move of one app, if it can be taken back. */
    public Optional<Offer> of(String appId) {
        return records.stream().map(CurrentStep::taken).flatMap(Optional::stream).filter(taken -> taken.appId().equals(appId)).findFirst().flatMap(this::offer);
    }

    /** Opens the dialog that takes the newest move back; nothing where there is none. */
    public void request() {
        offer.get().ifPresent(this::request);
    }

    void request(Offer chosen) {
        ask.accept(new RollBackVersion(chosen.taken().appId(), chosen.taken().step().from()));
    }

    private void refresh() {
        offer.set(records.stream().map(CurrentStep::taken).flatMap(Optional::stream).findFirst().flatMap(this::offer));
    }

    /** Once somebody else has moved it on, there is nothing to take back. */
    private Optional<Offer> offer(CurrentStep.Taken taken) {
        Instant end = taken.at().plus(WINDOW);
        boolean still = apps.snapshot().find(taken.appId()).filter(app -> app.versionId().equals(taken.step().to())).isPresent();
        return still && !taken.step().from().isEmpty() && ticker.now().isBefore(end) ? Optional.of(new Offer(taken, Duration.between(ticker.now(), end))) : Optional.empty();
    }
}
