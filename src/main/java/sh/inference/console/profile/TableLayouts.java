package sh.inference.console.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The layouts of a profile's tables, by the name of the table. A damaged one is set aside, and its table begins anew. FX thread. */
public final class TableLayouts {
    private static final double WIDEST = 4000;
    private final ProfileFile<ObjectNode> document;
    private final Map<String, TableLayout> layouts = new LinkedHashMap<>();

    /**
     * @param folder  the folder of settings
     * @param profile the name of the profile
     * @param disk    writes in the background
     */
    public TableLayouts(Path folder, String profile, Executor disk) {
        document = ProfileFile.ofThings(folder, "layouts", profile, disk);
        document.read().properties().forEach(entry -> read(entry.getValue())
                .ifPresentOrElse(layout -> layouts.put(entry.getKey(), layout), () -> document.setAside(entry.getKey(), entry.getValue())));
    }

    public Optional<TableLayout> find(String table) {
        return Optional.ofNullable(layouts.get(table));
    }

    public void put(String table, TableLayout layout) {
        if (!layout.equals(layouts.put(table, layout))) {
            write();
        }
    }

    /** Back to how the table comes. */
    public void reset(String table) {
        if (layouts.remove(table) != null) {
            write();
        }
    }

    /** The names of layouts that were damaged and set aside. */
    public List<String> aside() {
        return document.aside();
    }

    private void write() {
        ObjectNode all = ProfileFile.things();
        layouts.forEach((table, layout) -> {
            ArrayNode columns = all.putArray(table);
            layout.columns().forEach(column -> columns.addObject().put("id", column.id()).put("showing", column.showing().name().toLowerCase(Locale.ROOT))
                    .put("width", column.width()));
        });
        document.write(all);
    }

    private static Optional<TableLayout> read(JsonNode json) {
        List<TableLayout.Column> columns = new ArrayList<>();
        for (JsonNode column : json) {
            Optional<TableLayout.Showing> showing = showing(column.path("showing").asText());
            double width = column.path("width").asDouble(-1);
            if (column.path("id").asText().isBlank() || showing.isEmpty() || !(width >= 0 && width <= WIDEST)) {
                return Optional.empty();
            }
            columns.add(new TableLayout.Column(column.path("id").asText(), showing.get(), width));
        }
        return json.isArray() && !columns.isEmpty() ? Optional.of(new TableLayout(columns)) : Optional.empty();
    }

    private static Optional<TableLayout.Showing> showing(String word) {
        for (TableLayout.Showing showing : TableLayout.Showing.values()) {
            if (showing.name().equalsIgnoreCase(word)) {
                return Optional.of(showing);
            }
        }
        return Optional.empty();
    }
}
