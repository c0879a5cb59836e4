package sh.inference.console.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import sh.inference.console.model.FileFault;
import sh.inference.console.model.Text;

/**
 * The file of profiles, {@code profiles.json}. A file that cannot be read is set aside beside it, whole, and said; it is
 * never written over. Blocks. Safe for use by any thread.
 */
public final class ProfileRepository {
    private final Path file;
    private final Clock clock;

    public ProfileRepository(Path directory, Clock clock) {
        this.file = directory.resolve("profiles.json");
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param finding what was wrong with the file and where it is now, in words
     */
    public record Loaded(ProfileBook book, Optional<Text> finding) {
    }

    public Path file() {
        return file;
    }

    public synchronized Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(ProfileBook.EMPTY, Optional.empty());
        }
        try {
            return new Loaded(ProfileJson.read(Files.readAllBytes(file)), Optional.empty());
        } catch (IOException damaged) {
            return new Loaded(ProfileBook.EMPTY, Optional.of(setAside(damaged)));
        }
    }

    /** Puts the profiles on the disk, all of them or none. */
    public synchronized void save(ProfileBook book) throws IOException {
        OwnerFile.replace(file, ProfileJson.write(book));
    }

    private Text setAside(IOException why) {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC).format(clock.instant());
        Path aside = file.resolveSibling("profiles.damaged-" + stamp + ".json");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return Text.of("profile.damaged", file.getFileName().toString(), FileFault.why(why), aside.toString());
        } catch (IOException stuck) {
            return Text.of("profile.unreadable", file.toString(), FileFault.why(why));
        }
    }
}
