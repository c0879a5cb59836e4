package sh.inference.console.journal;

import java.io.IOException;

/** Reads a journal as it grows: a second look reads only what was added since the first. Blocks. Safe for use by any thread. */
public final class JournalTail {
    private final Journal journal;
    private JournalReader reader = new JournalReader();
    private JournalReading last = reader.reading();

    public JournalTail(Journal journal) {
        this.journal = journal;
    }

    /** Everything there is; the same object as before where nothing was added. What was read before is not checked again, unless the files have become shorter. */
    public synchronized JournalReading look() throws IOException {
        if (!journal.readOn(reader)) {
            return again();
        }
        if (reader.isAhead(last)) {
            last = reader.reading();
        }
        return last;
    }

    /** Reads and checks everything anew. */
    public synchronized JournalReading again() throws IOException {
        reader = new JournalReader();
        journal.readOn(reader);
        last = reader.reading();
        return last;
    }
}
