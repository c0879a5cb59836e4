package sh.inference.console.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The files beneath the journal, made for their owner's eyes only: {@code journal.jsonl}, which is written to, and those
 * before it, {@code journal-00001.jsonl} and so on, which were full.
 */
final class JournalFile {
    private static final Logger LOG = Logger.getLogger(JournalFile.class.getName());
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final String FULL = "journal-\\d{5,}\\.jsonl";
    private static final int CHUNK = 8192;
    private final Path directory;
    private final Path path;

    JournalFile(Path directory) {
        this.directory = directory;
        this.path = directory.resolve("journal.jsonl");
    }

    /** The file that is written to. */
    Path path() {
        return path;
    }

    /** Keeps every other console out until it is closed. */
    FileChannel lock() throws IOException {
        Files.createDirectories(directory, onlyOwner("rwx------"));
        FileChannel channel = FileChannel.open(directory.resolve("journal.lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), onlyOwner("rw-------"));
        try {
            channel.lock();
            return channel;
        } catch (OverlappingFileLockException busy) {
            channel.close();
            throw new IOException("in use", busy);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Opens the file that is written to, which is made if need be. Call with the lock held. */
    FileChannel open() throws IOException {
        boolean made = !Files.exists(path);
        FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), onlyOwner("rw-------"));
        if (made) {
            flushDirectory();
        }
        return channel;
    }

    /** Puts the file that is written to among the full ones. Call with the lock held. */
    void rotate() throws IOException {
        int number = newest().map(full -> Integer.parseInt(full.getFileName().toString().replaceAll("\\D", ""))).orElse(0) + 1;
        Files.move(path, directory.resolve("journal-%05d.jsonl".formatted(number)), StandardCopyOption.ATOMIC_MOVE);
        flushDirectory();
    }

    /** The newest of the full ones. */
    Optional<Path> newest() throws IOException {
        List<Path> full = full();
        return full.isEmpty() ? Optional.empty() : Optional.of(full.getLast());
    }

    /** The bytes of the last line with its end, if it has one; none for an empty file. */
    static byte[] lastLine(FileChannel channel) throws IOException {
        long size = channel.size();
        long start = size;
        byte[] tail = new byte[0];
        while (start > 0) {
            start = Math.max(0, size - Math.max(CHUNK, 2L * tail.length));
            tail = read(channel, start, (int) (size - start));
            for (int i = tail.length - 2; i >= 0; i--) {
                if (tail[i] == '\n') {
                    return java.util.Arrays.copyOfRange(tail, i + 1, tail.length);
                }
            }
        }
        return tail;
    }

    /** How many bytes stand in a file; none where there is no file. */
    static long size(Path path) throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    /** What stands in a file from a place on; nothing where there is no file. */
    static byte[] rest(Path path, long from) throws IOException {
        if (!Files.exists(path)) {
            return new byte[0];
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return read(channel, from, (int) Math.max(0, channel.size() - from));
        }
    }

    /** The full ones, oldest first. */
    List<Path> full() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(FULL)).sorted().toList();
        }
    }

    /** So that the name of a new file is on the disk as well. Some systems cannot. */
    private void flushDirectory() {
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        } catch (IOException cannot) {
            LOG.log(Level.FINE, "The directory of the journal cannot be flushed: {0}", cannot.getMessage());
        }
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static FileAttribute<?>[] onlyOwner(String rights) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))} : new FileAttribute<?>[0];
    }
}
