package sh.inference.console.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.model.Text;

/**
 * Reads the files of a journal one after the other and checks the chain as it goes; later it goes on from where it was.
 * Nothing is mended, everything is said.
 */
final class JournalReader {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Text> findings = new ArrayList<>();
    private String previous = Journal.BEGINNING;
    private int files;
    private long offset;
    private int number;
    private byte[] torn = new byte[0];
    private int sureEntries;
    private int sureFindings;
    private int firstFinding;

    /** How many full files were read to their end. */
    int files() {
        return files;
    }

    /** How far the file after those was read: to the end of its last whole line. */
    long offset() {
        return offset;
    }

    /**
     * Goes on in a file.
     *
     * @param name  for what is found to be wrong
     * @param bytes what stands in it from {@link #offset()} on
     */
    void read(String name, byte[] bytes) {
        forgetTorn();
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                byte[] line = Arrays.copyOfRange(bytes, from, at);
                line(name, ++number, line, false);
                previous = JournalLine.hash(line);
                from = at + 1;
            }
        }
        offset += from;
        sureEntries = entries.size();
        sureFindings = findings.size();
        torn = Arrays.copyOfRange(bytes, from, bytes.length);
        if (torn.length > 0) {
            line(name, number + 1, torn, true);
        }
    }

    /**
     * The file is full: the next bytes are of the one after it.
     *
     * @param name what it is called now; it may have been read under another name
     */
    void endFile(String name) {
        findings.subList(firstFinding, findings.size()).replaceAll(finding -> Text.of(finding.key(), finding.args().getFirst(), name));
        firstFinding = findings.size();
        if (torn.length > 0) {
            previous = JournalLine.hash(torn);
            torn = new byte[0];
        }
        sureEntries = entries.size();
        sureFindings = findings.size();
        files++;
        offset = 0;
        number = 0;
    }

    /** Whether more was read, or found, than stands in a reading of this reader. */
    boolean isAhead(JournalReading reading) {
        return entries.size() != reading.entries().size() || !findings.equals(reading.findings());
    }

    JournalReading reading() {
        return new JournalReading(entries, findings);
    }

    /** What was torn may have been written to its end meanwhile, so it is read again. */
    private void forgetTorn() {
        torn = new byte[0];
        entries.subList(sureEntries, entries.size()).clear();
        findings.subList(sureFindings, findings.size()).clear();
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
    }
}
