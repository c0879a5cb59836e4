package sh.inference.console.model;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in a few words: the platform's own message is often nothing but the file's name. */
public final class FileFault {
    private FileFault() {
    }

    /** The reason without the name of the file, which the sentence around it says. */
    public static Text why(Throwable failed) {
        return switch (failed) {
            case NoSuchFileException missing -> Text.of("file.missing");
            case AccessDeniedException denied -> Text.of("file.denied");
            case FileSystemException told when told.getReason() != null -> Text.verbatim(told.getReason());
            default -> Text.verbatim(failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage());
        };
    }
}
