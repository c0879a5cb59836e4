package sh.inference.console.ui.confirm;

import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import sh.inference.console.model.AppStatus;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.appstatus.SetAppStatus;

/** Which status an app is set to, and the message beside it. */
public final class StatusChoice {
    private final ObjectProperty<AppStatus> status = new SimpleObjectProperty<>();
    private final StringProperty message = new SimpleStringProperty();

    private StatusChoice(SetAppStatus operation, Consumer<Operation> change) {
        status.set(operation.status());
        message.set(operation.message());
        status.subscribe((before, now) -> change.accept(new SetAppStatus(operation.targetId(), now, message.get())));
        message.subscribe((before, now) -> change.accept(new SetAppStatus(operation.targetId(), status.get(), now)));
    }

    /** Only the status of an app is chosen so. */
    static Optional<StatusChoice> of(Operation operation, Consumer<Operation> change) {
        return operation instanceof SetAppStatus set ? Optional.of(new StatusChoice(set, change)) : Optional.empty();
    }

    public ObjectProperty<AppStatus> statusProperty() {
        return status;
    }

    public StringProperty messageProperty() {
        return message;
    }
}
