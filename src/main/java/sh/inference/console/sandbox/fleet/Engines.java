package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The team's engine records. */
public final class Engines {
    private final Map<String, EngineRecord> byId = new HashMap<>();
    private final List<EngineRecord> inOrder = new ArrayList<>();
    private final NavigableSet<EngineRecord> newestFirst =
            new TreeSet<>(Comparator.comparing(Engines::createdAt).thenComparing(EngineRecord::id).reversed());

    public Engines(List<EngineRecord> engines) {
        engines.forEach(this::add);
    }

    public List<EngineRecord> list() {
        return inOrder;
    }

    /** In the order of lists, so that a page of ten thousand need not sort them first. */
    public Collection<EngineRecord> newestFirst() {
        return newestFirst;
    }

    /** As lists say it, to the microsecond. */
    private static Instant createdAt(EngineRecord engine) {
        return engine.createdAt().truncatedTo(ChronoUnit.MICROS);
    }

    /** @param reference an id or a short id */
    public Optional<EngineRecord> find(String reference) {
        EngineRecord known = byId.get(reference);
        return known != null ? Optional.of(known) : inOrder.stream().filter(engine -> Ids.shorten(engine.id()).equals(reference)).findFirst();
    }

    /** The engine a host's own key belongs to. */
    public Optional<EngineRecord> ofKey(String token) {
        return inOrder.stream().filter(engine -> engine.key().equals(token)).findFirst();
    }

    public EngineRecord get(String reference) {
        return find(reference).orElseThrow(() -> Refusal.notFound("engine", reference));
    }

    void add(EngineRecord engine) {
        byId.put(engine.id(), engine);
        inOrder.add(engine);
        newestFirst.add(engine);
    }

    void remove(EngineRecord engine) {
        byId.remove(engine.id());
        inOrder.remove(engine);
        newestFirst.remove(engine);
    }
}
