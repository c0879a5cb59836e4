package sh.inference.console.state;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.App;
import sh.inference.console.model.Text;

/** The notes of the versions that were looked at. Confined to the FX thread; what touches the disk runs in the background. */
public final class Notebook {
    private final VersionNotes notes;
    private final TaskRunner tasks;
    private final Clock clock;
    private final ObservableMap<String, VersionNotes.Note> known = FXCollections.observableMap(new HashMap<>());
    private final ObservableMap<String, VersionNotes.Note> view = FXCollections.unmodifiableObservableMap(known);

    public Notebook(VersionNotes notes, TaskRunner tasks, Clock clock) {
        this.notes = notes;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** By the version's id, observable, not to be modified. */
    public ObservableMap<String, VersionNotes.Note> notes() {
        return view;
    }

    /** Reads the notes of an app's versions. What cannot be read is not there; the journal says so on its own page. */
    public void open(String appId) {
        tasks.run(() -> Map.copyOf(notes.of(appId)), known::putAll, unreadable -> { });
    }

    /**
     * Keeps a note.
     *
     * @param done gets what went wrong; empty when it is kept
     */
    public void write(App app, String versionId, String text, Consumer<Optional<Text>> done) {
        tasks.run(() -> notes.write(app, versionId, text.strip(), clock.instant()), note -> {
            known.put(versionId, note);
            done.accept(Optional.empty());
        }, failed -> done.accept(Optional.of(Text.of("versions.note.failed", String.valueOf(failed.getMessage())))));
    }
}
