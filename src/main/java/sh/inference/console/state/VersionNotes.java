package sh.inference.console.state;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import sh.inference.console.model.App;

/** What people wrote beside versions at this console: the service keeps no such notes (contract 4.3). Blocks; any thread. */
public interface VersionNotes {
    /**
     * A note.
     *
     * @param text   empty when it was taken back
     * @param author who sat at this console, a label and no proof
     * @param at     by this computer's clock
     */
    record Note(String text, String author, Instant at) {
    }

    /** The latest note of every version of an app that has one, by the version's id. */
    Map<String, Note> of(String appId) throws IOException;

    /**
     * Writes a note in the place of the one before.
     *
     * @throws IOException if it is not known to be kept
     */
    Note write(App app, String versionId, String text, Instant at) throws IOException;
}
