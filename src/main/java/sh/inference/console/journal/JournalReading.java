package sh.inference.console.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sh.inference.console.model.Text;

/**
 * What stands in the journal.
 *
 * @param entries  every line that could be read, oldest first
 * @param findings what is wrong with the files: a torn last line, a line that was changed, taken out or cannot be read
 */
public record JournalReading(List<JournalEntry> entries, List<Text> findings) {
    public JournalReading {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    /**
     * An operation whose end nobody has written down: the console that sent it is gone, or still follows it. Whether its
     * request reached the service is not known unless it was accepted.
     *
     * @param intent   what was about to be sent
     * @param last     the newest line about it, the intent itself if there is no other
     * @param accepted whether the service took it
     */
    public record Unfinished(JournalEntry intent, JournalEntry last, boolean accepted) {
    }

    /** Every operation without an outcome, in the order they were asked for. */
    public List<Unfinished> unfinished() {
        Map<String, Unfinished> open = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            switch (entry.kind()) {
                case INTENT -> open.put(entry.operation(), new Unfinished(entry, entry, false));
                case ACCEPTED -> open.computeIfPresent(entry.operation(), (id, one) -> new Unfinished(one.intent(), entry, true));
                case OBSERVED -> open.computeIfPresent(entry.operation(), (id, one) -> new Unfinished(one.intent(), entry, one.accepted()));
                case OUTCOME -> open.remove(entry.operation());
                case SIGHTING -> {
                }
            }
        }
        return List.copyOf(open.values());
    }
}
