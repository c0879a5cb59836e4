package sh.inference.console.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The file beneath the journal: made for its owner's eyes only, opened, and read back. */
final class JournalFile {
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final int CHUNK = 8192;
    private final Path directory;
    private final Path path;

    JournalFile(Path directory) {
        this.directory = directory;
        this.path = directory.resolve("journal.jsonl");
    }

    Path path() {
        return path;
    }

    FileChannel open() throws IOException {
        Files.createDirectories(directory, onlyOwner("rwx------"));
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), onlyOwner("rw-------"));
    }

    /** Every line with its end, so that a torn last one can be told. */
    List<String> lines() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        String all = Files.readString(path, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < all.length()) {
            int end = all.indexOf('\n', from);
            int to = end < 0 ? all.length() : end + 1;
            lines.add(all.substring(from, to));
            from = to;
        }
        return lines;
    }

    /** The bytes of the last line with its end, if it has one; none for an empty file. */
    static byte[] lastLine(FileChannel channel) throws IOException {
        long size = channel.size();
        long start = size;
        byte[] tail = new byte[0];
        while (start > 0) {
            long from = Math.max(0, start - CHUNK);
            tail = read(channel, from, (int) (size - from));
            start = from;
            for (int i = tail.length - 2; i >= 0; i--) {
                if (tail[i] == '\n') {
                    return java.util.Arrays.copyOfRange(tail, i + 1, tail.length);
                }
            }
        }
        return tail;
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
