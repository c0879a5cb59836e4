package sh.inference.console.ui.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

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
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.Stuck;
import sh.inference.console.state.FleetStore;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.SeenList;
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
    private final ReadOnlyObjectWrapper<Optional<TaskLines>> taskLog = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final OperationChoices choices;
    private final Function<String, String> appNames;
    private final Supplier<Duration> patience;
    private String newest = "";

    /** What a task has said, once it was asked for. */
    public record TaskLines(String taskId, List<String> lines) {
    }

    /**
     * @param records  the log's, newest first
     * @param choices  what can be done about one that is stuck
     * @param appNames names of apps by id
     * @param patience how long one may show no progress
     */
    public OperationsViewModel(ObservableList<OperationRecord> records, FleetStore fleet, Messages words, Ticker ticker, OperationChoices choices,
                               Function<String, String> appNames, Supplier<Duration> patience) {
        this.choices = choices;
        this.appNames = appNames;
        this.patience = patience;
        this.records = records;
        this.fleet = fleet;
        this.words = words;
        this.ticker = ticker;
        records.addListener((InvalidationListener) changed -> refresh());
        ticker.nowProperty().subscribe((before, now) -> refresh());
        onlyRunning.subscribe((before, now) -> refresh());
        selected.subscribe((before, now) -> {
            taskLog.set(Optional.empty());
            refreshCard();
        });
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

    /** The log of a task that was asked for, until another operation is looked at. */
    public ReadOnlyObjectProperty<Optional<TaskLines>> taskLogProperty() {
        return taskLog.getReadOnlyProperty();
    }

    /** Does what the operator chose about an operation that is stuck. */
    public void choose(Verdict.Choice choice) {
        switch (choice.action()) {
            case LOOK_AGAIN -> choices.lookAgain(choice.subject());
            case DISARM -> choices.disarm(choice.subject());
            case GIVE_UP -> choices.giveUp(choice.subject());
            case TASK_LOG -> choices.readTaskLog(choice.subject(), lines -> taskLog.set(Optional.of(new TaskLines(choice.subject(), lines))));
            case CANCEL_TASK -> chosen().ifPresent(record -> choices.cancelTask(record.plan().target().id(), choice.subject()));
            case STOP -> choices.stop(choice.subject());
        }
    }

    /** Whether the operation that is looked at is about an engine that can be shown. */
    public boolean canShowEngine() {
        return chosen().filter(record -> fleet.fleet().find(record.plan().target().id()).isPresent()).isPresent();
    }

    public void showEngine() {
        chosen().ifPresent(record -> choices.showEngine(record.plan().target().id()));
    }

    /** What is listed, to be copied and saved. */
    SeenList seen() {
        return new SeenList(() -> chosen().map(record -> new SeenList.Row(record.plan().target().id() + "\t" + known.get(record.id()).line().sentence(words), Optional.of(record.plan().call()))))
                .filteredBy(() -> onlyRunning.get() ? words.of("operations.running", running.get()) : "")
                .inColumns(List.of(words.of("operations.column.title"), words.of("operations.column.last"), words.of("operations.column.elapsed"), words.of("operations.column.started")),
                        () -> rows.stream().map(OperationRow::line).map(line -> List.of(line.title(), line.last(), line.elapsed(), line.startedAt())).toList());
    }

    private Optional<OperationRecord> chosen() {
        return Optional.ofNullable(selected.get()).flatMap(row -> record(row.id()));
    }

    private Optional<Verdict> verdict(OperationRecord record, Optional<Stuck> stuck) {
        return record.state() == OperationState.ARMED ? Optional.of(Verdict.ofArmed(record, words))
                : stuck.map(found -> Verdict.of(record, found, appNames, patience.get(), words, ticker.now()));
    }

    private Optional<Stuck> stuck(OperationRecord record) {
        return Stuck.of(record, fleet.fleet(), fleet.connection(), patience.get(), ticker.now());
    }

    private void refresh() {
        List<OperationRow> now = new ArrayList<>();
        int open = 0;
        for (OperationRecord record : records) {
            OperationRow row = known.computeIfAbsent(record.id(), OperationRow::new);
            row.set(OperationLine.of(record, stuck(record), words, ticker.now()));
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
        Optional<OperationCard> now = chosen().map(record -> {
            Optional<Stuck> stuck = stuck(record);
            return OperationCard.of(record, fleet.fleet(), stuck, verdict(record, stuck), words, ticker.now());
        });
        if (!now.equals(card.get())) {
            card.set(now);
        }
    }
}
