package sh.inference.console;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.state.FleetFeed;

/** Tells a feed which engines are looked at in all windows together: these have streams of their own, also in a large fleet. FX thread. */
final class Onlookers {
    private final FleetFeed feed;
    private final Map<Object, Collection<String>> rows = new HashMap<>();
    private final Map<Object, String> details = new HashMap<>();

    Onlookers(FleetFeed feed) {
        this.feed = feed;
    }

    /** The engines whose rows a window shows. */
    void rows(Object window, Collection<String> ids) {
        rows.put(window, ids);
        tell();
    }

    /** The engine that a window shows in detail. */
    void details(Object window, Optional<String> id) {
        id.ifPresentOrElse(one -> details.put(window, one), () -> details.remove(window));
        feed.setOpened(id.or(() -> details.values().stream().findFirst()));
        tell();
    }

    /** A window is closed: what only it looked at is let go. */
    void leave(Object window) {
        rows.remove(window);
        details(window, Optional.empty());
    }

    private void tell() {
        Set<String> all = new LinkedHashSet<>(details.values());
        rows.values().forEach(all::addAll);
        feed.setVisible(all);
    }
}
