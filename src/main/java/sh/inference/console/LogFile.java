package sh.inference.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import sh.inference.console.profile.KnownKeys;
import sh.inference.console.profile.OwnerFile;

/** The rotated log: five files of a megabyte. No record that carries a key gets through with it. */
final class LogFile {
    private static final int BYTES = 1 << 20;
    private static final int FILES = 5;

    private LogFile() {
    }

    /**
     * Sends everything that is logged to {@code folder}, and to stderr as well when {@code verbose}.
     *
     * @throws IOException if the folder cannot be written
     */
    static void open(Path folder, boolean verbose, KnownKeys keys) throws IOException {
        OwnerFile.directory(folder);
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.INFO);
        Logger.getLogger("sh.inference.console").setLevel(verbose ? Level.FINE : Level.INFO);
        add(root, new FileHandler(folder.resolve("console.%g.log").toString(), BYTES, FILES, true), keys);
        if (verbose) {
            add(root, new ConsoleHandler(), keys);
        }
    }

    private static void add(Logger root, Handler handler, KnownKeys keys) {
        handler.setLevel(Level.ALL);
        handler.setFormatter(new Hiding(keys));
        root.addHandler(handler);
    }

    /** Writes records in one line each and blots out every key wherever it may have come from. */
    private static final class Hiding extends Formatter {
        private final SimpleFormatter lines = new SimpleFormatter();
        private final KnownKeys keys;

        Hiding(KnownKeys keys) {
            this.keys = keys;
        }

        @Override
        public String format(LogRecord record) {
            return keys.hide(lines.format(record));
        }
    }
}
