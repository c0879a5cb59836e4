package sh.inference.console.journal;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import sh.inference.console.model.App;
import sh.inference.console.model.Text;
import sh.inference.console.state.VersionNotes;

/**
 * Notes beside versions, kept in the journal and given out with it. A line is never changed: the last one of a version holds.
 * Safe for use by any thread.
 */
public final class JournaledNotes implements VersionNotes {
    /** What stands in the place of a verb. */
    static final String NOTE = "NOTE";
    private static final int BRIEF = 8;
    private final Journal journal;
    private final String profile;
    private final String host;
    private Map<String, Map<String, Note>> byApp;

    /**
     * @param profile the name of the profile whose versions are spoken of
     * @param host    where it points; another port of the same host counts as the same place
     */
    public JournaledNotes(Journal journal, String profile, String host) {
        this.journal = journal;
        this.profile = profile;
        this.host = host;
    }

    @Override
    public synchronized Map<String, Note> of(String appId) throws IOException {
        return Map.copyOf(recorded().getOrDefault(appId, Map.of()));
    }

    @Override
    public synchronized Note write(App app, String versionId, String text, Instant at) throws IOException {
        Map<String, Map<String, Note>> before = recorded();
        journal.append(new JournalEntry(JournalEntry.Kind.NOTE, at, journal.actor(), profile, host, UUID.randomUUID().toString(), NOTE, app.id(), app.reference(), text,
                versionId, Optional.empty(), 0, Optional.of(Text.of("journal.note.version", versionId.substring(0, Math.min(BRIEF, versionId.length())))), List.of()));
        Note note = new Note(text, journal.actor(), at);
        before.computeIfAbsent(app.id(), id -> new HashMap<>()).put(versionId, note);
        return note;
    }

    private Map<String, Map<String, Note>> recorded() throws IOException {
        if (byApp == null) {
            Map<String, Map<String, Note>> read = new HashMap<>();
            for (JournalEntry entry : journal.read().entries()) {
                if (entry.kind() == JournalEntry.Kind.NOTE && CurrentCauses.place(entry.host()).equals(CurrentCauses.place(host))) {
                    read.computeIfAbsent(entry.target(), id -> new HashMap<>()).put(entry.state(), new Note(entry.reason(), entry.actor(), entry.at()));
                }
            }
            byApp = read;
        }
        return byApp;
    }
}
