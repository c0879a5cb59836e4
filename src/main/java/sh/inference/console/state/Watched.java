package sh.inference.console.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The engines somebody looks at: those on screen, and the last few that were, so that scrolling back finds them live. */
final class Watched {
    private final int lingering;
    private final Set<String> left = new LinkedHashSet<>();
    private Set<String> visible = Set.of();

    /** @param lingering how many that left the screen still count */
    Watched(int lingering) {
        this.lingering = lingering;
    }

    void show(Collection<String> ids) {
        Set<String> now = new LinkedHashSet<>(ids);
        left.removeAll(now);
        visible.stream().filter(id -> !now.contains(id)).forEach(left::add);
        visible = now;
        List<String> oldestFirst = new ArrayList<>(left);
        oldestFirst.subList(0, Math.max(0, oldestFirst.size() - lingering)).forEach(left::remove);
    }

    /** Those on screen first. */
    List<String> ids() {
        List<String> ids = new ArrayList<>(visible);
        ids.addAll(left);
        return ids;
    }
}
