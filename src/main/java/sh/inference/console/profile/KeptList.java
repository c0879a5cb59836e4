package sh.inference.console.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * A short list that a profile's operator made, kept in a small file. A file that cannot be read is set aside, and the list
 * begins anew. Confined to the FX thread but for the writing.
 */
final class KeptList<T> {
    private final ProfileFile<ArrayNode> file;
    private final Form<T> form;
    private final List<T> items = new ArrayList<>();

    /** How an item stands in the file; empty for what is none. */
    record Form<T>(Function<T, JsonNode> written, Function<JsonNode, Optional<T>> read) {
    }

    /**
     * @param folder  the folder of settings
     * @param name    of what is kept; part of the file's name
     * @param profile the name of the profile
     * @param disk    writes in the background
     */
    KeptList(Path folder, String name, String profile, Executor disk, Form<T> form) {
        this.file = ProfileFile.ofList(folder, name, profile, disk);
        this.form = form;
        file.read().forEach(node -> form.read().apply(node).ifPresent(items::add));
    }

    List<T> items() {
        return Collections.unmodifiableList(items);
    }

    /** The names of files that were damaged and set aside. */
    List<String> aside() {
        return file.aside();
    }

    /** Keeps another list from now on. */
    void set(List<T> now) {
        items.clear();
        items.addAll(now);
        file.write(json());
    }

    /** The list as it stands in its file. */
    ArrayNode json() {
        ArrayNode json = ProfileFile.list();
        items.forEach(item -> json.add(form.written().apply(item)));
        return json;
    }
}
