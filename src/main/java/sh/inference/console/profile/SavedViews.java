package sh.inference.console.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The saved views of a profile, by name. A damaged one is set aside under its name; the others stay. FX thread. */
public final class SavedViews {
    /** Longer names are cut. */
    public static final int LONGEST = 60;
    private static final int MOST = 100;
    private final ProfileFile<ObjectNode> document;
    private final Map<String, SavedView> views = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param folder  the folder of settings
     * @param profile the name of the profile
     * @param disk    writes in the background
     */
    public SavedViews(Path folder, String profile, Executor disk) {
        document = ProfileFile.ofThings(folder, "views", profile, disk);
        document.read().properties().forEach(entry -> read(entry.getKey(), entry.getValue())
                .ifPresentOrElse(view -> views.put(view.name(), view), () -> document.setAside(entry.getKey(), entry.getValue())));
    }

    /** In the order of their names. */
    public Collection<SavedView> all() {
        return Collections.unmodifiableCollection(views.values());
    }

    /** Keeps a view in the place of one of the same name. Beyond a hundred nothing more is kept. */
    public void put(SavedView view) {
        if (views.size() < MOST || views.containsKey(view.name())) {
            views.remove(view.name());
            views.put(view.name(), view);
            write();
        }
    }

    public void remove(String name) {
        if (views.remove(name) != null) {
            write();
        }
    }

    /** The names of views that were damaged and set aside. */
    public List<String> aside() {
        return document.aside();
    }

    private void write() {
        ObjectNode all = ProfileFile.things();
        views.values().forEach(view -> {
            ObjectNode json = all.putObject(view.name()).put("text", view.text()).put("group", view.group());
            ObjectNode values = json.putObject("values");
            view.values().forEach((facet, chosen) -> chosen.forEach(values.putArray(facet)::add));
            var order = json.putArray("order");
            view.order().forEach(level -> order.addObject().put("column", level.column()).put("descending", level.descending()));
        });
        document.write(all);
    }

    private static Optional<SavedView> read(String name, JsonNode json) {
        if (name.isBlank() || name.length() > LONGEST || !json.isObject() || !json.path("text").isTextual() || !json.path("values").isObject()) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> facet : json.path("values").properties()) {
            if (!facet.getValue().isArray()) {
                return Optional.empty();
            }
            List<String> chosen = new ArrayList<>();
            facet.getValue().forEach(value -> chosen.add(value.asText()));
            values.put(facet.getKey(), chosen);
        }
        List<SavedView.Level> order = new ArrayList<>();
        json.path("order").forEach(level -> order.add(new SavedView.Level(level.path("column").asText(), level.path("descending").asBoolean())));
        return Optional.of(new SavedView(name, json.path("text").asText(), values, json.path("group").asText(""), order));
    }
}
