package sh.inference.console.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What belongs together in the journal: an operation with all its lines, a verb on several engines as a whole, or a sight of which version of an app is current.
 *
 * @param lines  oldest first, at least one
 * @param ending how it came out, as far as the journal knows
 * @param former of a version that somebody else made current: the last line in which another one was
 */
public record JournalItem(List<JournalEntry> lines, Ending ending, Optional<JournalEntry> former) {
    /** How things came out. */
    public enum Ending {
        DONE, FAILED, TIMED_OUT, SUPERSEDED, CANCELLED,
        /** Nobody has written down an end: it is still followed, or the console that sent it is gone. */
        OPEN,
        /** Another version became current, and not by this console. */
        MOVED,
        /** An app was seen for the first time, with the version that was current. */
        SEEN,
        /** Something was written beside a version. */
        NOTED
    }

    public JournalItem {
        lines = List.copyOf(lines);
    }

    /** Its first line. */
    public JournalEntry first() {
        return lines.getFirst();
    }

    /** What was about to be sent; the first line where nothing was. */
    public JournalEntry intent() {
        return lines.stream().filter(line -> line.call().isPresent()).findFirst().orElse(first());
    }

    /** Whether it is a verb on several engines as a whole. */
    public boolean isRun() {
        return first().kind() == JournalEntry.Kind.RUN;
    }

    public JournalEntry last() {
        return lines.getLast();
    }

    public Instant at() {
        return first().at();
    }

    /** Whether it is an operation, and not something that was only seen. */
    public boolean isOperation() {
        return first().kind() != JournalEntry.Kind.SIGHTING;
    }

    /** What it is known by, also after it has got further lines. */
    public String key() {
        return isOperation() ? first().operation() : first().target() + " " + first().at();
    }
}
