package sh.inference.console.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import sh.inference.console.model.Text;

/**
 * The journal file {@code journal.jsonl} in a directory of its owner's. Lines are only ever added; each names the hash of
 * the line before, so that a line that was changed or taken out shows. Several consoles may write the same file: each
 * append takes the file's lock and first looks at what others added. Safe for use by any thread; every call blocks.
 */
public final class Journal {
    /** The hash that stands in the first line. */
    static final String BEGINNING = "0".repeat(64);
    private static final byte NEW_LINE = '\n';
    private final JournalFile file;
    private final String actor;
    private volatile Optional<Text> trouble = Optional.empty();
    private String lastHash = BEGINNING;
    private long knownEnd;
    private boolean torn;

    /**
     * Opens or creates the journal. Never fails: what is in the way is said by {@link #trouble()}.
     *
     * @param actor a label for who sits at this console
     */
    public Journal(Path directory, String actor) {
        this.file = new JournalFile(directory);
        this.actor = actor;
        recover();
    }

    public String actor() {
        return actor;
    }

    public Path path() {
        return file.path();
    }

    /** Why nothing can be written, if so; then nothing may be sent either. */
    public Optional<Text> trouble() {
        return trouble;
    }

    /** Tries again whether the file can be written. */
    public synchronized void recover() {
        try (FileChannel channel = file.open()) {
            catchUp(channel);
            trouble = Optional.empty();
        } catch (IOException failed) {
            trouble = Optional.of(Text.of("journal.trouble", file.path().toString(), reason(failed)));
        }
    }

    /**
     * Adds a line and returns when it is on the disk.
     *
     * @throws IOException if it is not known to be there
     */
    public void append(JournalEntry entry) throws IOException {
        append(List.of(entry));
    }

    /** Adds lines together, with one trip to the disk. */
    public synchronized void append(List<JournalEntry> entries) throws IOException {
        try (FileChannel channel = file.open()) {
            // Closing the channel gives the lock back.
            lock(channel);
            catchUp(channel);
            StringBuilder lines = new StringBuilder(torn ? "\n" : "");
            String hash = lastHash;
            for (JournalEntry entry : entries) {
                String line = JournalLine.write(entry, hash);
                hash = JournalLine.hash(line);
                lines.append(line).append('\n');
            }
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            channel.position(channel.size());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            knownEnd = channel.size();
            lastHash = hash;
            torn = false;
            trouble = Optional.empty();
        } catch (IOException failed) {
            trouble = Optional.of(Text.of("journal.trouble", file.path().toString(), reason(failed)));
            throw failed;
        }
    }

    /** Reads and checks the whole file. */
    public JournalReading read() throws IOException {
        return JournalReading.of(file.lines());
    }

    private static void lock(FileChannel channel) throws IOException {
        try {
            channel.lock();
        } catch (OverlappingFileLockException busy) {
            throw new IOException("in use", busy);
        }
    }

    /** Takes over the end of the file when somebody else has written since. A torn last line is left as it is, and hashed as it is. */
    private void catchUp(FileChannel channel) throws IOException {
        if (channel.size() == knownEnd) {
            return;
        }
        byte[] tail = JournalFile.lastLine(channel);
        torn = tail.length > 0 && tail[tail.length - 1] != NEW_LINE;
        byte[] line = torn ? tail : java.util.Arrays.copyOf(tail, Math.max(0, tail.length - 1));
        lastHash = line.length == 0 ? BEGINNING : JournalLine.hash(line);
        knownEnd = channel.size();
    }

    private static String reason(IOException failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
