package sh.inference.console.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Text;

/**
 * One line of the journal.
 *
 * @param at        by this computer's clock
 * @param actor     who sat at this console, a label and no proof
 * @param profile   the name of the profile
 * @param host      the host the profile points at
 * @param operation the operation's id; empty for a sighting
 * @param verb      the operation's verb; empty for a sighting
 * @param target    the id of the engine or app
 * @param name      its name at that time
 * @param reason    what the operator gave as reason, or wrote as note; may be empty
 * @param state     the state the operation reached; for a sighting the id of the version that was current, for a note of the one it is on
 * @param call      the request, for an intent; never with a key
 * @param status    the HTTP status of the answer; 0 where there was none
 * @param note      what to tell people
 * @param plan      what the operator was shown before they confirmed, line by line; for an intent
 */
public record JournalEntry(Kind kind, Instant at, String actor, String profile, String host, String operation, String verb, String target, String name,
                           String reason, String state, Optional<ApiCall> call, int status, Optional<Text> note, List<Text> plan) {
    public JournalEntry {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(at);
        plan = List.copyOf(plan);
    }

    /** What a line speaks of. */
    public enum Kind {
        /** About to be sent. Written, and on the disk, before the request leaves. */
        INTENT,
        /** The service took it. */
        ACCEPTED,
        /** A step that was seen. */
        OBSERVED,
        /** The end, as far as this console can tell. */
        OUTCOME,
        /** Confirmed and waiting for its moment. Nothing is sent before an intent is written. */
        ARMED,
        /** A step of a verb on several engines: of the whole where no target is named, else of that engine's turn. */
        RUN,
        /** A version was seen as an app's current one. */
        SIGHTING,
        /** What somebody at this console wrote beside a version; the service knows nothing of it. */
        NOTE
    }
}
