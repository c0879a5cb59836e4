package sh.inference.console.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.model.Text;

/**
 * What stands in the journal.
 *
 * @param entries  every line that could be read, oldest first
 * @param findings what is wrong with the file: a torn last line, a line that was changed, taken out or cannot be read
 */
public record JournalReading(List<JournalEntry> entries, List<Text> findings) {
    public JournalReading {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    static JournalReading of(List<String> lines) {
        List<JournalEntry> entries = new ArrayList<>();
        List<Text> findings = new ArrayList<>();
        String previous = Journal.BEGINNING;
        int number = 0;
        for (String whole : lines) {
            number++;
            boolean torn = !whole.endsWith("\n");
            String line = torn ? whole : whole.substring(0, whole.length() - 1);
            try {
                JsonNode node = JournalLine.parse(line);
                if (!node.path("prev").asText().equals(previous)) {
                    findings.add(Text.of("journal.broken", number));
                }
                entries.add(JournalLine.read(node));
                if (torn) {
                    findings.add(Text.of("journal.torn", number));
                }
            } catch (IOException unreadable) {
                findings.add(Text.of(torn ? "journal.torn" : "journal.unreadable", number));
            }
            previous = JournalLine.hash(line);
        }
        return new JournalReading(entries, findings);
    }
}
