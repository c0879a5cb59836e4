package sh.inference.console.ui.confirm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import sh.inference.console.ops.Operation;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.extend.Hours;
import sh.inference.console.text.Messages;

/** How many hours to add: a few presets, or what the operator types. What cannot be asked for is refused in the field. */
public final class HoursChoice {
    static final List<BigDecimal> PRESETS = List.of(BigDecimal.ONE, BigDecimal.valueOf(3), BigDecimal.valueOf(8));
    private final String engineId;
    private final Messages words;
    private final Consumer<Operation> chosen;
    private final StringProperty text = new SimpleStringProperty();
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

    private HoursChoice(ExtendEngine extension, Messages words, Consumer<Operation> chosen) {
        this.engineId = extension.targetId();
        this.words = words;
        this.chosen = chosen;
        text.set(Hours.words(extension.hours()));
        text.subscribe((before, now) -> read(now));
    }

    /** Only an extension has hours to choose. */
    static Optional<HoursChoice> of(Operation operation, Messages words, Consumer<Operation> chosen) {
        return operation instanceof ExtendEngine extension ? Optional.of(new HoursChoice(extension, words, chosen)) : Optional.empty();
    }

    /** What stands in the field. */
    public StringProperty textProperty() {
        return text;
    }

    /** Why the field's text cannot be asked for; empty when it can. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    private void read(String typed) {
        switch (Hours.parse(typed == null ? "" : typed)) {
            case Hours.Parsed.Valid valid -> {
                complaint.set("");
                chosen.accept(new ExtendEngine(engineId, valid.hours()));
            }
            case Hours.Parsed.Invalid invalid -> complaint.set(words.of(invalid.why()));
        }
    }
}
