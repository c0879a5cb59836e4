package sh.inference.console.ui.confirm;

import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import sh.inference.console.ops.Operation;
import sh.inference.console.ops.record.RenameEngine;

/** The new name of an engine as the operator types it. */
public final class NameChoice {
    private final StringProperty text = new SimpleStringProperty("");

    private NameChoice(RenameEngine operation, Consumer<Operation> change) {
        text.set(operation.name());
        text.subscribe((before, now) -> change.accept(new RenameEngine(operation.targetId(), now)));
    }

    /** Only a renaming has a name to choose. */
    static Optional<NameChoice> of(Operation operation, Consumer<Operation> change) {
        return operation instanceof RenameEngine rename ? Optional.of(new NameChoice(rename, change)) : Optional.empty();
    }

    public StringProperty textProperty() {
        return text;
    }
}
