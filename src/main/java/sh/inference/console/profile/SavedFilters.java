package sh.inference.console.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import sh.inference.console.model.AppStatus;

/** The filters of the list of apps that an operator has kept, for each profile. Confined to the FX thread. */
public final class SavedFilters {
    private static final int MOST = 30;
    private final KeptList<Filter> kept;

    /**
     * What is listed.
     *
     * @param term     what is searched for; empty for everything
     * @param category the one category; empty for all
     * @param status   the one status; empty for all
     */
    public record Filter(String term, String category, Optional<AppStatus> status) {
        /** Whether it leaves nothing out. */
        public boolean isOpen() {
            return term.isEmpty() && category.isEmpty() && status.isEmpty();
        }

        private JsonNode json() {
            return JsonNodeFactory.instance.objectNode().put("term", term).put("category", category)
                    .put("status", status.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(""));
        }

        private static Optional<Filter> of(JsonNode node) {
            String word = node.path("status").asText("");
            Filter filter = new Filter(node.path("term").asText(""), node.path("category").asText(""),
                    Stream.of(AppStatus.values()).filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word)).findFirst());
            return filter.isOpen() ? Optional.empty() : Optional.of(filter);
        }
    }

    /**
     * @param folder  the folder of settings
     * @param profile the name of the profile
     * @param disk    writes one after the other
     */
    public SavedFilters(Path folder, String profile, Executor disk) {
        kept = new KeptList<>(folder, "app-filters", profile, disk, new KeptList.Form<>(Filter::json, Filter::of));
    }

    /** The names of files that were damaged and set aside. */
    public List<String> aside() {
        return kept.aside();
    }

    /** The kept filters, the latest last. */
    public List<Filter> all() {
        return kept.items();
    }

    /** Keeps a filter. One that leaves nothing out, and one that is kept already, change nothing; of too many the oldest goes. */
    public void add(Filter filter) {
        if (!filter.isOpen() && !kept.items().contains(filter)) {
            List<Filter> now = new ArrayList<>(kept.items());
            now.add(filter);
            kept.set(now.subList(Math.max(0, now.size() - MOST), now.size()));
        }
    }

    public void remove(Filter filter) {
        List<Filter> now = new ArrayList<>(kept.items());
        now.remove(filter);
        kept.set(now);
    }

    /** All of it as JSON, for another console: words and choices, no key and no address. */
    public String json() {
        return kept.json().toPrettyString();
    }
}
