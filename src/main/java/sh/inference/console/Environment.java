package sh.inference.console;

import java.nio.file.Path;
import java.util.Optional;

import sh.inference.console.cli.LaunchOptions;
import sh.inference.console.profile.ConfigFolder;

/** What the process was started with, besides its arguments. */
final class Environment {
    private Environment() {
    }

    static boolean hasKey() {
        return !key().isBlank();
    }

    /** The key of the environment; empty when there is none. */
    static String key() {
        return System.getenv().getOrDefault(LaunchOptions.KEY_VARIABLE, "").strip();
    }

    static ConfigFolder folder(Optional<Path> named) {
        return ConfigFolder.of(named, System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }
}
