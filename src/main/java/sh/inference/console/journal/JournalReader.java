package sh.inference.console.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.model.Text;

/** Reads the files of a journal one after the other and checks the chain as it goes. Nothing is mended, everything is said. */
final class JournalReader {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Text> findings = new ArrayList<>();
    private String previous = Journal.BEGINNING;

    /** @param name for what is found to be wrong */
    void read(String name, byte[] bytes) {
        int number = 0;
        int from = 0;
        while (from < bytes.length) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            line(name, ++number, Arrays.copyOfRange(bytes, from, end), end == bytes.length);
            from = end + 1;
        }
    }

    JournalReading reading() {
        return new JournalReading(entries, findings);
    }

    private void line(String name, int number, byte[] line, boolean torn) {
        try {
            JsonNode node = JournalLine.parse(new String(line, StandardCharsets.UTF_8));
            if (!node.path("prev").asText().equals(previous)) {
                findings.add(Text.of("journal.broken", number, name));
            }
            entries.add(JournalLine.read(node));
            if (torn) {
                findings.add(Text.of("journal.torn", number, name));
            }
        } catch (IOException unreadable) {
            findings.add(Text.of(torn ? "journal.torn" : "journal.unreadable", number, name));
        }
        previous = JournalLine.hash(line);
    }
}
