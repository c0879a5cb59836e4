package sh.inference.console.ui.operation;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** An operation in the list. One object per id; only its line changes. */
public final class OperationRow {
    private final String id;
    private final ReadOnlyObjectWrapper<OperationLine> line = new ReadOnlyObjectWrapper<>();

    OperationRow(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public ReadOnlyObjectProperty<OperationLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public OperationLine line() {
        return line.get();
    }

    void set(OperationLine now) {
        if (!now.equals(line.get())) {
            line.set(now);
        }
    }
}
