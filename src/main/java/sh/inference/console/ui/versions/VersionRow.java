package sh.inference.console.ui.versions;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A version in the table. One object per id for as long as its app is shown; only its line changes. */
public final class VersionRow {
    private final String id;
    private final ReadOnlyObjectWrapper<VersionLine> line = new ReadOnlyObjectWrapper<>();

    VersionRow(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public ReadOnlyObjectProperty<VersionLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public VersionLine line() {
        return line.get();
    }

    void set(VersionLine now) {
        if (!now.equals(line.get())) {
            line.set(now);
        }
    }
}
