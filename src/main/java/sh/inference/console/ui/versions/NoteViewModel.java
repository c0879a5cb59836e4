package sh.inference.console.ui.versions;

import java.util.Optional;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Notebook;
import sh.inference.console.state.VersionNotes.Note;
import sh.inference.console.text.Messages;

/** The operator's own note beside the chosen version, which the service knows nothing of. Confined to the FX thread. */
public final class NoteViewModel {
    /** A note is a remark, no document. */
    static final int LONGEST = 2000;
    private final Notebook notebook;
    private final AppsStore apps;
    private final Messages words;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private String appId = "";
    private String versionId = "";

    public NoteViewModel(Notebook notebook, AppsStore apps, Messages words) {
        this.notebook = notebook;
        this.apps = apps;
        this.words = words;
        notebook.notes().addListener((InvalidationListener) any -> takeOver());
        text.subscribe((before, now) -> compare());
    }

    /** Follows which app and which version are chosen. */
    NoteViewModel following(ObservableValue<Optional<AppHead>> app, ObservableValue<VersionRow> version) {
        app.subscribe(now -> now.map(AppHead::id).filter(id -> !id.equals(appId)).ifPresent(id -> {
            appId = id;
            notebook.open(id);
        }));
        version.subscribe(now -> show(now == null ? "" : now.id()));
        return this;
    }

    private void show(String id) {
        versionId = id;
        problem.set("");
        text.set(kept());
        compare();
    }

    /** What is typed; at first what is kept. */
    public StringProperty textProperty() {
        return text;
    }

    /** Who wrote what is kept, and when; empty without a note. */
    public ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether there is anything to keep. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Keeps what is typed; an empty note takes the old one back. */
    public void save() {
        if (changed.get()) {
            String written = text.get();
            apps.snapshot().find(appId).ifPresent(app -> notebook.write(app, versionId, written.substring(0, Math.min(LONGEST, written.length())),
                    trouble -> problem.set(trouble.map(words::of).orElse(""))));
        }
    }

    /** A note that was read or kept while something else is typed does not replace that. */
    private void takeOver() {
        if (!changed.get()) {
            text.set(kept());
        }
        compare();
    }

    private void compare() {
        Note note = notebook.notes().get(versionId);
        changed.set(!versionId.isEmpty() && !text.get().strip().equals(kept()));
        origin.set(note == null || note.text().isEmpty() ? "" : words.of("versions.note.origin", note.author(), words.formats().dateTime(note.at())));
    }

    private String kept() {
        Note note = notebook.notes().get(versionId);
        return note == null ? "" : note.text();
    }
}
