package sh.inference.console.ui.apps;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** An app in the list. One object per id for as long as it is listed; only its line changes. */
public final class AppRow {
    private final String id;
    private final ReadOnlyObjectWrapper<AppLine> line = new ReadOnlyObjectWrapper<>();

    AppRow(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public ReadOnlyObjectProperty<AppLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public AppLine line() {
        return line.get();
    }

    void set(AppLine now) {
        if (!now.equals(line.get())) {
            line.set(now);
        }
    }
}
