package sh.inference.console.sandbox.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The team's engine records. */
public final class Engines {
    private final Map<String, EngineRecord> byId = new HashMap<>();
    private final List<EngineRecord> inOrder = new ArrayList<>();

    public Engines(List<EngineRecord> engines) {
        engines.forEach(this::add);
    }

    public List<EngineRecord> list() {
        return inOrder;
    }

    /** @param reference an id or a short id */
    public Optional<EngineRecord> find(String reference) {
        EngineRecord known = byId.get(reference);
        return known != null ? Optional.of(known) : inOrder.stream().filter(engine -> Ids.shorten(engine.id()).equals(reference)).findFirst();
    }

    public EngineRecord get(String reference) {
        return find(reference).orElseThrow(() -> Refusal.notFound("engine", reference));
    }

    void add(EngineRecord engine) {
        byId.put(engine.id(), engine);
        inOrder.add(engine);
    }

    void remove(EngineRecord engine) {
        byId.remove(engine.id());
        inOrder.remove(engine);
    }
}
