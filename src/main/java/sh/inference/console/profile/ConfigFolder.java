package sh.inference.console.profile;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the console keeps what it stores: one directory the operator named, or the platform's own places.
 *
 * @param settings what the operator set
 * @param records  what the console wrote down: the journal
 * @param logs     the log
 */
public record ConfigFolder(Path settings, Path records, Path logs) {
    private static final String NAME = "inference-console";
    private static final String TITLE = "Inference Console";

    /** Everything below one directory. */
    public static ConfigFolder under(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        return new ConfigFolder(root, root, root.resolve("log"));
    }

    /**
     * The named directory, or else the places of the platform: the XDG directories, Application Support, AppData.
     *
     * @param named       the directory of {@code --config}
     * @param environment the environment's variables
     * @param os          the value of {@code os.name}
     * @param home        the operator's home directory
     */
    public static ConfigFolder of(Optional<Path> named, Map<String, String> environment, String os, Path home) {
        return named.map(ConfigFolder::under).orElseGet(() -> platform(environment, os.toLowerCase(Locale.ROOT), home));
    }

    private static ConfigFolder platform(Map<String, String> environment, String os, Path home) {
        if (os.startsWith("win")) {
            Path roaming = place(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve(TITLE);
            Path local = place(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve(TITLE);
            return new ConfigFolder(roaming, local, local.resolve("log"));
        }
        if (os.contains("mac") || os.contains("darwin")) {
            Path support = home.resolve("Library/Application Support").resolve(TITLE);
            return new ConfigFolder(support, support, home.resolve("Library/Logs").resolve(TITLE));
        }
        Path state = place(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve(NAME);
        return new ConfigFolder(place(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME), state, state.resolve("log"));
    }

    /** The directory of the journal. */
    public Path journal() {
        return records.resolve("journal");
    }

    /** The directory of what was last seen in each profile. */
    public Path cache() {
        return records.resolve("cache");
    }

    /** A variable counts only if it holds an absolute path, as the XDG rules ask. */
    private static Path place(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
