package sh.inference.console.state;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Instance;

/**
 * The engines that may need somebody: those whose instance ends, by its end, and those that are cut off or in no status the
 * console knows. Kept by following changes, so that who asks every second need not look at the whole fleet.
 */
final class Watchlist {
    private final TreeMap<Instant, Set<String>> ending = new TreeMap<>();
    private final Set<String> troubled = new HashSet<>();

    /** An engine changed; empty before it is known and after it is gone. */
    void change(Optional<Engine> before, Optional<Engine> after) {
        if (before.isPresent() && after.isPresent() && before.get().instance() == after.get().instance() && before.get().status().equals(after.get().status())) {
            return;
        }
        before.ifPresent(engine -> {
            troubled.remove(engine.id());
            end(engine).ifPresent(at -> forget(at, engine.id()));
        });
        after.ifPresent(engine -> {
            if (isTroubled(engine)) {
                troubled.add(engine.id());
            }
            end(engine).ifPresent(at -> ending.computeIfAbsent(at, any -> new TreeSet<>()).add(engine.id()));
        });
    }

    /** Names each engine once that ends until a moment, or is troubled. */
    void each(Instant until, Consumer<String> what) {
        Set<String> named = new HashSet<>(troubled);
        ending.headMap(until, true).values().forEach(named::addAll);
        named.forEach(what);
    }

    private void forget(Instant at, String id) {
        Set<String> ids = ending.get(at);
        ids.remove(id);
        if (ids.isEmpty()) {
            ending.remove(at);
        }
    }

    private static boolean isTroubled(Engine engine) {
        return engine.is(EngineStatus.DISCONNECTED) || engine.is(EngineStatus.UNKNOWN);
    }

    private static Optional<Instant> end(Engine engine) {
        return engine.instance().filter(Instance::bills).flatMap(Instance::endsAt);
    }
}
