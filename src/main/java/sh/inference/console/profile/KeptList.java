package sh.inference.console.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * A short list that a profile's operator made, kept in a small file. A file that cannot be read is set aside, and the list
 * begins anew. Confined to the FX thread but for the writing.
 */
final class KeptList<T> {
    private static final Logger LOG = Logger.getLogger(KeptList.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;
    private final Executor disk;
    private final Form<T> form;
    private final List<T> items;

    /** How an item stands in the file; empty for what is none. */
    record Form<T>(Function<T, JsonNode> written, Function<JsonNode, Optional<T>> read) {
    }

    /**
     * @param folder  the folder of settings
     * @param name    of what is kept; part of the file's name
     * @param profile the name of the profile
     * @param disk    writes one after the other
     */
    KeptList(Path folder, String name, String profile, Executor disk, Form<T> form) {
        this.file = folder.resolve(name + "-" + profile.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "_") + ".json");
        this.disk = disk;
        this.form = form;
        this.items = read();
    }

    List<T> items() {
        return Collections.unmodifiableList(items);
    }

    /** Keeps another list from now on. */
    void set(List<T> now) {
        items.clear();
        items.addAll(now);
        ArrayNode json = json();
        disk.execute(() -> write(json));
    }

    /** The list as it stands in its file. */
    ArrayNode json() {
        ArrayNode json = JSON.createArrayNode();
        items.forEach(item -> json.add(form.written().apply(item)));
        return json;
    }

    private List<T> read() {
        List<T> read = new ArrayList<>();
        if (!Files.exists(file)) {
            return read;
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            if (!root.isArray()) {
                throw new IOException("not a list");
            }
            root.forEach(node -> form.read().apply(node).ifPresent(read::add));
        } catch (IOException damaged) {
            LOG.log(Level.WARNING, "{0} cannot be read and is set aside: {1}", new Object[] {file.getFileName(), damaged.getMessage()});
            setAside();
        }
        return read;
    }

    private void setAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException kept) {
            LOG.log(Level.WARNING, "It stays where it is: {0}", kept.getMessage());
        }
    }

    /** Replaces the file as a whole, so that it is never half written. */
    private synchronized void write(ArrayNode json) {
        try {
            OwnerFile.replace(file, JSON.writeValueAsBytes(json));
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "{0} was not written: {1}", new Object[] {file.getFileName(), failed.getMessage()});
        }
    }
}
