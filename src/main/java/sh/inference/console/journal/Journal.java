package sh.inference.console.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import sh.inference.console.model.Text;

/**
 * The journal in a directory of its owner's: {@code journal.jsonl}, and before it the files that were full. Lines are only
 * ever added; each names the hash of the line before, across files, so that a line that was changed or taken out shows.
 * Several consoles may write the same journal: each append takes its lock and goes on from the line that is then the last.
 * Safe for use by any thread; every call blocks.
 */
public final class Journal {
    /** The hash that stands in the first line. */
    static final String BEGINNING = "0".repeat(64);
    /** A file that has grown to this many bytes is full. */
    static final long FULL = 8L << 20;
    private static final byte NEW_LINE = '\n';
    private final JournalFile file;
    private final String actor;
    private final long full;
    private volatile Optional<Text> trouble = Optional.empty();

    /**
     * Opens or creates the journal. Never fails: what is in the way is said by {@link #trouble()}.
     *
     * @param actor a label for who sits at this console
     */
    public Journal(Path directory, String actor) {
        this(directory, actor, FULL);
    }

    Journal(Path directory, String actor, long full) {
        this.file = new JournalFile(directory);
        this.actor = actor;
        this.full = full;
        recover();
    }

    public String actor() {
        return actor;
    }

    /** The file that is written to. */
    public Path path() {
        return file.path();
    }

    /** Why nothing can be written, if so; then nothing may be sent either. */
    public Optional<Text> trouble() {
        return trouble;
    }

    /** Tries again whether the file can be written. */
    public synchronized void recover() {
        try (FileChannel lock = file.lock(); FileChannel channel = file.open()) {
            trouble = lock.isOpen() && channel.isOpen() ? Optional.empty() : trouble;
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
        // Closing the channel gives the lock back.
        try (FileChannel lock = file.lock()) {
            if (lock.isOpen() && Files.exists(file.path()) && Files.size(file.path()) >= full) {
                file.rotate();
            }
            try (FileChannel channel = file.open()) {
                write(channel, entries);
            }
            trouble = Optional.empty();
        } catch (IOException failed) {
            trouble = Optional.of(Text.of("journal.trouble", file.path().toString(), reason(failed)));
            throw failed;
        }
    }

    /** Reads and checks everything there is. */
    public JournalReading read() throws IOException {
        JournalReader reader = new JournalReader();
        readOn(reader);
        return reader.reading();
    }

    /**
     * Lets a reader go on from where it is.
     *
     * @return whether it could: not where the files are shorter than what it has read
     */
    boolean readOn(JournalReader reader) throws IOException {
        List<Path> before;
        byte[] now;
        synchronized (this) {
            if (!Files.isDirectory(file.path().getParent())) {
                return reader.files() == 0 && reader.offset() == 0;
            }
            try (FileChannel lock = file.lock()) {
                before = lock.isOpen() ? file.full() : List.of();
                long from = before.size() == reader.files() ? reader.offset() : 0;
                if (before.size() < reader.files() || from > JournalFile.size(file.path())) {
                    return false;
                }
                now = JournalFile.rest(file.path(), from);
            }
        }
        // Full files never change, so nobody who writes has to wait while they are read.
        for (Path one : before.subList(reader.files(), before.size())) {
            reader.read(one.getFileName().toString(), JournalFile.rest(one, reader.offset()));
            reader.endFile(one.getFileName().toString());
        }
        reader.read(file.path().getFileName().toString(), now);
        return true;
    }

    private void write(FileChannel channel, List<JournalEntry> entries) throws IOException {
        byte[] last = JournalFile.lastLine(channel);
        // A torn last line is left as it is, and hashed as it is.
        boolean torn = last.length > 0 && last[last.length - 1] != NEW_LINE;
        String hash = last.length > 0 ? hash(last) : before();
        StringBuilder lines = new StringBuilder(torn ? "\n" : "");
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
    }

    /** The hash that the first line of a new file goes on from. */
    private String before() throws IOException {
        Optional<Path> newest = file.newest();
        if (newest.isEmpty()) {
            return BEGINNING;
        }
        try (FileChannel channel = FileChannel.open(newest.get(), StandardOpenOption.READ)) {
            return hash(JournalFile.lastLine(channel));
        }
    }

    private static String hash(byte[] line) {
        return JournalLine.hash(line.length > 0 && line[line.length - 1] == NEW_LINE ? Arrays.copyOf(line, line.length - 1) : line);
    }

    private static String reason(IOException failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
