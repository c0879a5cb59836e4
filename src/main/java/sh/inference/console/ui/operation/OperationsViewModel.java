package sh.inference.console.ui.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.ops.OperationRecord;
import sh.inference.console.state.FleetStore;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

/** The operations of this session, newest first, and the one that is looked at. Confined to the FX thread. */
public final class OperationsViewModel {
    private final ObservableList<OperationRecord> records;
    private final FleetStore fleet;
    private final Messages words;
    private final Ticker ticker;
    private final Map<String, OperationRow> known = new HashMap<>();
    private final ObservableList<OperationRow> rows = FXCollections.observableArrayList();
    private final ObservableList<OperationRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<OperationRow> selected = new SimpleObjectProperty<>();
    private final BooleanProperty onlyRunning = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<OperationCard>> card = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private String newest = "";

    /** @param records the log's, newest first */
    public OperationsViewModel(ObservableList<OperationRecord> records, FleetStore fleet, Messages words, Ticker ticker) {
        this.records = records;
        this.fleet = fleet;
        this.words = words;
        this.ticker = ticker;
        records.addListener((InvalidationListener) changed -> refresh());
        ticker.nowProperty().subscribe((before, now) -> refresh());
        onlyRunning.subscribe((before, now) -> refresh());
        selected.subscribe((before, now) -> refreshCard());
        refresh();
    }

    public ObservableList<OperationRow> rows() {
        return rowsView;
    }

    /** The operation that is looked at; a new one is looked at as soon as it was sent. */
    public ObjectProperty<OperationRow> selectedProperty() {
        return selected;
    }

    /** Whether only operations that have not ended are listed. */
    public BooleanProperty onlyRunningProperty() {
        return onlyRunning;
    }

    /** Empty while no operation is looked at. */
    public ReadOnlyObjectProperty<Optional<OperationCard>> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** How many have not ended. */
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    private void refresh() {
        List<OperationRow> now = new ArrayList<>();
        int open = 0;
        for (OperationRecord record : records) {
            OperationRow row = known.computeIfAbsent(record.id(), OperationRow::new);
            row.set(OperationLine.of(record, words, ticker.now()));
            boolean ended = record.state().isEnded();
            open += ended ? 0 : 1;
            if (!ended || !onlyRunning.get()) {
                now.add(row);
            }
        }
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        running.set(open);
        total.set(records.size());
        choose();
        refreshCard();
    }

    private void choose() {
        String first = records.isEmpty() ? "" : records.getFirst().id();
        if (!first.equals(newest)) {
            newest = first;
            selected.set(known.get(first));
        } else if (!rows.contains(selected.get())) {
            selected.set(rows.isEmpty() ? null : rows.getFirst());
        }
    }

    private Optional<OperationRecord> record(String id) {
        return records.stream().filter(record -> record.id().equals(id)).findFirst();
    }

    private void refreshCard() {
        Optional<OperationCard> now = Optional.ofNullable(selected.get()).flatMap(row -> record(row.id()))
                .map(record -> OperationCard.of(record, fleet.fleet(), words, ticker.now()));
        if (!now.equals(card.get())) {
            card.set(now);
        }
    }
}
