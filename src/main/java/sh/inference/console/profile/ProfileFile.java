package sh.inference.console.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A small file of one profile: a list, or named things. It is written as a whole, the latest state last. What cannot be
 * understood is set aside in a file of its own and named, so that the rest can be used. Confined to the FX thread but for
 * the writing.
 *
 * @param <N> what stands in it
 */
final class ProfileFile<N extends JsonNode> {
    private static final Logger LOG = Logger.getLogger(ProfileFile.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;
    private final Executor disk;
    private final N empty;
    private final AtomicReference<JsonNode> latest = new AtomicReference<>();
    private final List<String> aside = new ArrayList<>();

    private ProfileFile(Path folder, String what, String profile, Executor disk, N empty) {
        this.file = folder.resolve(what + "-" + plain(profile) + ".json");
        this.disk = disk;
        this.empty = empty;
    }

    /** A file of named things; {@code what} names it, together with the profile. */
    static ProfileFile<ObjectNode> ofThings(Path folder, String what, String profile, Executor disk) {
        return new ProfileFile<>(folder, what, profile, disk, things());
    }

    /** A file with a list; {@code what} names it, together with the profile. */
    static ProfileFile<ArrayNode> ofList(Path folder, String what, String profile, Executor disk) {
        return new ProfileFile<>(folder, what, profile, disk, list());
    }

    /** What stands there; nothing when there is no file, or a damaged one, which is set aside. */
    N read() {
        if (!Files.exists(file)) {
            return empty;
        }
        try {
            JsonNode found = JSON.readTree(file.toFile());
            if (found.getNodeType() != empty.getNodeType()) {
                throw new IOException("not of the kind " + empty.getNodeType());
            }
            @SuppressWarnings("unchecked")
            N same = (N) found;
            return same;
        } catch (IOException damaged) {
            LOG.log(Level.WARNING, "{0} cannot be read and is set aside: {1}", new Object[] {file, damaged.getMessage()});
            aside.add(OwnerFile.setAside(file).getFileName().toString());
            return empty;
        }
    }

    /** Puts one damaged thing into a file of its own. */
    void setAside(String name, JsonNode damaged) {
        aside.add(name);
        Path place = file.resolveSibling(file.getFileName() + "." + plain(name) + ".damaged");
        disk.execute(() -> put(place, damaged));
    }

    /** The names of what was set aside. */
    List<String> aside() {
        return List.copyOf(aside);
    }

    void write(N now) {
        latest.set(now);
        disk.execute(this::writeLatest);
    }

    static ObjectNode things() {
        return JSON.createObjectNode();
    }

    static ArrayNode list() {
        return JSON.createArrayNode();
    }

    private synchronized void writeLatest() {
        JsonNode now = latest.getAndSet(null);
        if (now != null) {
            put(file, now);
        }
    }

    private static void put(Path place, JsonNode what) {
        try {
            OwnerFile.replace(place, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(what));
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "{0} was not written: {1}", new Object[] {place, failed.getMessage()});
        }
    }

    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "_");
        return plain.substring(0, Math.min(60, plain.length()));
    }
}
