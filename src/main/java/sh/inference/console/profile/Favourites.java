package sh.inference.console.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The apps an operator has marked, kept for each profile in a small file. A file that cannot be read is set aside, and the
 * list begins anew. Confined to the FX thread but for the writing.
 */
public final class Favourites {
    private static final Logger LOG = Logger.getLogger(Favourites.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 500;
    private final Path file;
    private final Executor disk;
    private final Set<String> ids;

    /**
     * @param folder  the folder of settings
     * @param profile the name of the profile
     * @param disk    writes one after the other
     */
    public Favourites(Path folder, String profile, Executor disk) {
        this.file = folder.resolve("favourites-" + profile.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "_") + ".json");
        this.disk = disk;
        this.ids = read();
    }

    public Set<String> ids() {
        return Collections.unmodifiableSet(ids);
    }

    public boolean contains(String appId) {
        return ids.contains(appId);
    }

    /** Marks an app, or takes the mark away. */
    public void toggle(String appId) {
        if (!ids.remove(appId) && ids.size() < MOST) {
            ids.add(appId);
        }
        List<String> now = List.copyOf(ids);
        disk.execute(() -> write(now));
    }

    private Set<String> read() {
        Set<String> read = new LinkedHashSet<>();
        if (!Files.exists(file)) {
            return read;
        }
        try {
            read.addAll(List.of(JSON.readValue(file.toFile(), String[].class)));
            read.remove(null);
        } catch (IOException | NullPointerException damaged) {
            LOG.log(Level.WARNING, "The favourites cannot be read and are set aside: {0}", damaged.getMessage());
            setAside();
        }
        return read;
    }

    private void setAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException kept) {
            LOG.log(Level.WARNING, "They stay where they are: {0}", kept.getMessage());
        }
    }

    /** Replaces the file as a whole, so that it is never half written. */
    private synchronized void write(List<String> now) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "favourites", ".new");
            JSON.writeValue(fresh.toFile(), now);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "The favourites were not written: {0}", failed.getMessage());
        }
    }
}
