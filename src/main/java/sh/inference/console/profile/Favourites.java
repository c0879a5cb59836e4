package sh.inference.console.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** The apps an operator has marked, and those they opened last, kept for each profile. Confined to the FX thread. */
public final class Favourites {
    private static final int MOST = 500;
    private static final int MOST_RECENT = 12;
    private static final KeptList.Form<String> IDS = new KeptList.Form<>(TextNode::valueOf, node -> Optional.of(node).filter(JsonNode::isTextual).map(JsonNode::asText));
    private final KeptList<String> marked;
    private final KeptList<String> recent;
    private Set<String> quick;

    /**
     * @param folder  the folder of settings
     * @param profile the name of the profile
     * @param disk    writes one after the other
     */
    public Favourites(Path folder, String profile, Executor disk) {
        marked = new KeptList<>(folder, "favourites", profile, disk, IDS);
        recent = new KeptList<>(folder, "recent", profile, disk, IDS);
        quick = Set.copyOf(marked.items());
    }

    /** The names of files that were damaged and set aside. */
    public List<String> aside() {
        return Stream.concat(marked.aside().stream(), recent.aside().stream()).toList();
    }

    /** The ids of the marked apps, in the order in which they were marked. */
    public List<String> ids() {
        return marked.items();
    }

    public boolean contains(String appId) {
        return quick.contains(appId);
    }

    /** Marks an app, or takes the mark away. */
    public void toggle(String appId) {
        List<String> now = new ArrayList<>(marked.items());
        if (!now.remove(appId) && now.size() < MOST) {
            now.add(appId);
        }
        marked.set(now);
        quick = Set.copyOf(now);
    }

    /** The ids of the apps opened last, the latest first. */
    public List<String> recent() {
        return recent.items();
    }

    /** An app was opened. */
    public void opened(String appId) {
        if (!recent.items().isEmpty() && recent.items().getFirst().equals(appId)) {
            return;
        }
        List<String> now = new ArrayList<>(recent.items());
        now.remove(appId);
        now.addFirst(appId);
        recent.set(now.subList(0, Math.min(MOST_RECENT, now.size())));
    }
}
