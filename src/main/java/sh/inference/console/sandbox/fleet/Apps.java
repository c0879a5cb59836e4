package sh.inference.console.sandbox.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The team's apps. */
public final class Apps {
    private final Map<String, AppRecord> byId = new HashMap<>();
    private final Map<String, AppRecord> byReference = new HashMap<>();
    private final List<AppRecord> inOrder = new ArrayList<>();

    public Apps(List<AppRecord> apps) {
        apps.forEach(this::add);
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
        return Optional.ofNullable(byReference.get(namespace + "/" + name));
    }

    public Optional<VersionRecord> version(String appId, String versionId) {
        return Optional.ofNullable(byId.get(appId)).flatMap(app -> app.version(versionId));
    }

    void add(AppRecord app) {
        byId.put(app.id(), app);
        byReference.put(app.reference(), app);
        inOrder.add(app);
    }

    /** Frees its reference as well. */
    void remove(AppRecord app) {
        byId.remove(app.id());
        byReference.remove(app.reference());
        inOrder.remove(app);
    }
}
