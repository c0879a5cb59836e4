package sh.inference.console.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes small files so that they are whole or not there, and nobody but their owner can read them. */
public final class OwnerFile {
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerFile() {
    }

    /** Puts a file in the place of the one before, at once: whoever reads sees one or the other. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        directory(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new", rights("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(fresh, Set.of(StandardOpenOption.WRITE))) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Takes a file that cannot be read out of the way, for whoever wants to look into it.
     *
     * @return where it is now: beside, with the ending {@code .damaged}, or where it was
     */
    public static Path setAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return aside;
        } catch (IOException kept) {
            return file;
        }
    }

    /** Makes a directory, and those above it, that only its owner can enter; those that are there stay as they are. */
    public static void directory(Path directory) throws IOException {
        Files.createDirectories(directory, rights("rwx------"));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException odd) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] rights(String rights) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))} : new FileAttribute<?>[0];
    }
}
