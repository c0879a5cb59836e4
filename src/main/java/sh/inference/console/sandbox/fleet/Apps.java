package sh.inference.console.sandbox.fleet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The team's apps. */
public final class Apps {
    private final Map<String, AppRecord> byId = new LinkedHashMap<>();
    private final List<AppRecord> inOrder;

    public Apps(List<AppRecord> apps) {
        apps.forEach(app -> byId.put(app.id(), app));
        inOrder = List.copyOf(apps);
    }

    public Collection<AppRecord> list() {
        return inOrder;
    }

    AppRecord get(int index) {
        return inOrder.get(index);
    }

    int size() {
        return inOrder.size();
    }

    /** @param reference an id or a short id */
    public Optional<AppRecord> find(String reference) {
        AppRecord known = byId.get(reference);
        return known != null ? Optional.of(known) : inOrder.stream().filter(app -> Ids.shorten(app.id()).equals(reference)).findFirst();
    }

    public Optional<AppRecord> find(String namespace, String name) {
        return inOrder.stream().filter(app -> app.namespace().equals(namespace) && app.name().equals(name)).findFirst();
    }

    public Optional<VersionRecord> version(String appId, String versionId) {
        return Optional.ofNullable(byId.get(appId)).flatMap(app -> app.version(versionId));
    }
}
