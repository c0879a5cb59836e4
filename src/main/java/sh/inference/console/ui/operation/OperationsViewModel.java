package sh.inference.console.ui.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

import sh.inference.console.model.Problem;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

/** The operations of this session, and the steps of the chosen one. Confined to the FX thread. */
public final class OperationsViewModel {
    /** The four steps of every operation. */
    private static final List<OperationState> STEPS = List.of(OperationState.SENT, OperationState.ACCEPTED, OperationState.OBSERVED, OperationState.DONE);

    /** A step; not reached yet when it has no time. */
    public record Step(String name, Optional<String> time) {
    }

    /** The chosen operation. */
    public record Card(String title, String facts, List<Step> steps, List<String> observed, Optional<Problem> problem) {
    }

    private final OperationLog log;
    private final Messages words;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<Optional<Card>> card = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String chosen = "";

    public OperationsViewModel(OperationLog log, Messages words, Ticker ticker) {
        this.log = log;
        this.words = words;
        this.ticker = ticker;
        log.records().addListener((InvalidationListener) changed -> refresh());
        ticker.nowProperty().subscribe(now -> refresh());
    }

    /** Newest first. */
    public ObservableList<OperationRecord> records() {
        return log.records();
    }

    public ReadOnlyObjectProperty<Optional<Card>> cardProperty() {
        return card.getReadOnlyProperty();
    }

    public void choose(OperationRecord record) {
        chosen = record == null ? "" : record.id();
        refresh();
    }

    /** The id of the chosen operation; empty for none. */
    public String chosen() {
        return chosen;
    }

    public Messages words() {
        return words;
    }

    /** The last sentence of an operation: what it is at. */
    public String sentence(OperationRecord record) {
        return words.of("operation.state." + key(record.state())) + " · " + words.of(record.last().text());
    }

    /** How long it has taken, or took. */
    public String elapsed(OperationRecord record) {
        Instant end = record.state().isUnderway() ? ticker.now() : record.last().at();
        Duration elapsed = Duration.between(record.startedAt(), end);
        return words.formats().duration(elapsed.isNegative() ? Duration.ZERO : elapsed);
    }

    public String time(OperationRecord record) {
        return words.formats().time(record.startedAt());
    }

    /** One sentence for a screen reader. */
    public String spoken(OperationRecord record) {
        return words.of("operation.spoken", words.of(record.plan().title()), sentence(record), elapsed(record));
    }

    private void refresh() {
        card.set(log.find(chosen).or(() -> log.records().stream().findFirst()).map(this::card));
    }

    private Card card(OperationRecord record) {
        List<Step> steps = new ArrayList<>();
        for (OperationState state : STEPS) {
            steps.add(new Step(words.of("operation.state." + key(state)), record.reached(state).map(step -> words.formats().time(step.at()))));
        }
        List<String> observed = record.steps().reversed().stream()
                .map(step -> words.of("operation.line", words.formats().time(step.at()), words.of("operation.state." + key(step.state())), step.text())).toList();
        String facts = words.of("operation.facts", record.plan().target().id(), elapsed(record))
                + (record.reason().isBlank() ? "" : " · " + words.of("operation.reason", record.reason()));
        return new Card(words.of(record.plan().title()), facts, steps, observed, record.problem());
    }

    static String key(OperationState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
