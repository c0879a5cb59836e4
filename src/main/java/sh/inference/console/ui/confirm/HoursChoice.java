package sh.inference.console.ui.confirm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import sh.inference.console.ops.Operation;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.extend.Hours;
import sh.inference.console.text.Messages;

/** How many hours an extension is for: one of three usual numbers, or what the operator types. */
public final class HoursChoice {
    public static final List<BigDecimal> PRESETS = List.of(BigDecimal.ONE, BigDecimal.valueOf(3), BigDecimal.valueOf(8));
    private final String engineId;
    private final Messages words;
    private final Consumer<Operation> change;
    private final ObjectProperty<Optional<BigDecimal>> preset = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

    private HoursChoice(ExtendEngine operation, Messages words, Consumer<Operation> change) {
        this.engineId = operation.targetId();
        this.words = words;
        this.change = change;
        this.text.set(Hours.words(operation.hours()));
        this.preset.set(PRESETS.stream().filter(hours -> hours.compareTo(operation.hours()) == 0).findFirst());
        preset.subscribe((before, now) -> decide());
        text.subscribe((before, now) -> decide());
    }

    /** Only an extension has hours to choose. */
    static Optional<HoursChoice> of(Operation operation, Messages words, Consumer<Operation> change) {
        return operation instanceof ExtendEngine extend ? Optional.of(new HoursChoice(extend, words, change)) : Optional.empty();
    }

    /** Empty when the operator types the hours. */
    public ObjectProperty<Optional<BigDecimal>> presetProperty() {
        return preset;
    }

    public StringProperty textProperty() {
        return text;
    }

    /** Why the typed hours cannot be asked for; empty when they can. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    private void decide() {
        Hours.Parsed parsed = preset.get().<Hours.Parsed>map(Hours.Parsed.Valid::new).orElseGet(() -> Hours.parse(text.get()));
        switch (parsed) {
            case Hours.Parsed.Valid valid -> {
                complaint.set("");
                change.accept(new ExtendEngine(engineId, valid.hours()));
            }
            case Hours.Parsed.Invalid invalid -> complaint.set(words.of(invalid.why()));
        }
    }
}
