package sh.inference.console.journal;

import java.util.ArrayList;
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
    /** The word for an operation that was waited for no longer: a verdict of the console, not of the service. */
    private static final String TIMED_OUT = "TIMED_OUT";

    public JournalReading {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    /**
     * An operation whose end nobody has written down: the console that sent it is gone, or still follows it. Whether its
     * request reached the service is not known unless it was accepted.
     *
     * @param lines all there is about it, from the intent on
     */
    public record Unfinished(List<JournalEntry> lines) {
        public Unfinished {
            lines = List.copyOf(lines);
        }

        /** What was about to be sent. */
        public JournalEntry intent() {
            return lines.getFirst();
        }

        /** The newest line about it, the intent itself if there is no other. */
        public JournalEntry last() {
            return lines.getLast();
        }

        /** Whether the service took it. */
        public boolean accepted() {
            return lines.stream().anyMatch(line -> line.kind() == JournalEntry.Kind.ACCEPTED);
        }
    }

    /** Every operation without an end, in the order they were asked for; one that was waited for no longer may still end. */
    public List<Unfinished> unfinished() {
        return told().values().stream().filter(lines -> lines.stream().noneMatch(line -> line.kind() == JournalEntry.Kind.OUTCOME && !line.state().equals(TIMED_OUT)))
                .map(Unfinished::new).toList();
    }

    /** What was written of each operation that was sent, by its id: from the intent on. */
    public Map<String, List<JournalEntry>> told() {
        Map<String, List<JournalEntry>> told = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            switch (entry.kind()) {
                case INTENT -> told.put(entry.operation(), new ArrayList<>(List.of(entry)));
                case ACCEPTED, OBSERVED, OUTCOME -> told.computeIfPresent(entry.operation(), (id, lines) -> {
                    lines.add(entry);
                    return lines;
                });
                case ARMED, RUN, SIGHTING, NOTE -> {
                }
            }
        }
        return told;
    }

    /** What was confirmed for a later moment that never came: its console is gone, or still waits. */
    public List<JournalEntry> waits() {
        Map<String, JournalEntry> open = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            if (entry.kind() == JournalEntry.Kind.ARMED) {
                open.put(entry.operation(), entry);
            } else {
                open.remove(entry.operation());
            }
        }
        return List.copyOf(open.values());
    }
}
