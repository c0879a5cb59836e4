package sh.inference.console.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A small file of one profile that holds named things. It is written as a whole, the latest state last. What cannot be
 * understood is set aside in a file of its own and named, so that the rest can be used. Confined to the FX thread but for
 * the writing.
 */
final class ProfileDocument {
    private static final Logger LOG = Logger.getLogger(ProfileDocument.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;
    private final Executor disk;
    private final AtomicReference<ObjectNode> latest = new AtomicReference<>();
    private final List<String> aside = new ArrayList<>();

    /** @param what names the file, together with the profile */
    ProfileDocument(Path folder, String what, String profile, Executor disk) {
        this.file = folder.resolve(what + "-" + plain(profile) + ".json");
        this.disk = disk;
    }

    /** The named things; none when there is no file, or a damaged one, which is set aside. */
    ObjectNode read() {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            if (JSON.readTree(file.toFile()) instanceof ObjectNode things) {
                return things;
            }
            throw new IOException("not an object");
        } catch (IOException damaged) {
            LOG.log(Level.WARNING, "{0} cannot be read and is set aside: {1}", new Object[] {file, damaged.getMessage()});
            aside.add(file.getFileName().toString());
            try {
                Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException kept) {
                LOG.log(Level.WARNING, "It stays where it is: {0}", kept.getMessage());
            }
            return JSON.createObjectNode();
        }
    }

    /** Puts one damaged thing into a file of its own. */
    void setAside(String name, JsonNode damaged) {
        aside.add(name);
        Path place = file.resolveSibling(file.getFileName() + "." + plain(name) + ".damaged");
        disk.execute(() -> {
            try {
                OwnerFile.replace(place, JSON.writeValueAsBytes(damaged));
            } catch (IOException failed) {
                LOG.log(Level.WARNING, "{0} was not written: {1}", new Object[] {place, failed.getMessage()});
            }
        });
    }

    /** The names of what was set aside. */
    List<String> aside() {
        return List.copyOf(aside);
    }

    void write(ObjectNode things) {
        latest.set(things);
        disk.execute(this::writeLatest);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private synchronized void writeLatest() {
        ObjectNode things = latest.getAndSet(null);
        if (things == null) {
            return;
        }
        try {
            OwnerFile.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(things));
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "{0} was not written: {1}", new Object[] {file, failed.getMessage()});
        }
    }

    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "_");
        return plain.substring(0, Math.min(60, plain.length()));
    }
}
