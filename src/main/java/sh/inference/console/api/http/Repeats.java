package sh.inference.console.api.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.GpuReading;
import sh.inference.console.model.Instance;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Worker;

/**
 * What a stream has said last of each engine. A frame names all workers of an engine when one of them changed, so most of it
 * repeats what is known: then the objects that were made before are handed on, and who takes the news over neither keeps
 * nor compares anything twice. Confined to the thread that reads the stream.
 */
final class Repeats {
    /** More engines than anybody has; so that ids that come and go cannot fill the memory. */
    private static final int MOST = 100_000;
    private final Map<String, Said> said = new HashMap<>();

    /** What was said of one engine; changed in place, because it changes with every frame. */
    private static final class Said {
        private Optional<List<Worker>> workers;
        private Optional<SystemInfo> system;
        private Optional<Instance> instance;

        private Said(Engine engine) {
            workers = engine.workers();
            system = engine.system();
            instance = engine.instance();
        }

        /** Takes the news over; what they do not speak of stays as it was said. */
        private void hear(EngineChange news) {
            Engine engine = news.values();
            if (news.fields().contains(EngineField.WORKERS)) {
                workers = shared(workers, engine.workers());
            }
            if (news.fields().contains(EngineField.SYSTEM_INFO)) {
                system = system(system, engine.system());
            }
            if (news.fields().contains(EngineField.INSTANCE)) {
                instance = engine.instance().equals(instance) ? instance : engine.instance();
            }
        }

        private boolean isMadeOf(Engine engine) {
            return workers == engine.workers() && system == engine.system() && instance == engine.instance();
        }
    }

    /** The same news, made of what was said before as far as that says the same. */
    EngineChange of(EngineChange news) {
        Engine engine = news.values();
        if (engine.deletedAt().isPresent()) {
            said.remove(news.id());
            return news;
        }
        Said known = said.get(news.id());
        if (known == null) {
            if (said.size() >= MOST) {
                said.clear();
            }
            said.put(news.id(), new Said(engine));
            return news;
        }
        known.hear(news);
        if (known.isMadeOf(engine)) {
            return news;
        }
        Engine shared = new Engine(engine.id(), engine.shortId(), engine.name(), engine.status(), engine.version(), known.system, known.instance, known.workers,
                engine.visibility(), engine.createdAt(), engine.updatedAt(), engine.deletedAt(), engine.unreadable());
        return new EngineChange(news.id(), news.updatedAt(), news.fields(), shared);
    }

    private static Optional<List<Worker>> shared(Optional<List<Worker>> before, Optional<List<Worker>> now) {
        if (before.isEmpty() || now.isEmpty() || before.get().size() != now.get().size()) {
            return now;
        }
        Worker[] shared = new Worker[now.get().size()];
        int repeated = 0;
        for (int i = 0; i < shared.length; i++) {
            Worker then = before.get().get(i);
            shared[i] = now.get().get(i);
            if (then.updatedAt().equals(shared[i].updatedAt()) && then.equals(shared[i])) {
                shared[i] = then;
                repeated++;
            }
        }
        return repeated == shared.length ? before : repeated == 0 ? now : Optional.of(List.of(shared));
    }

    /** Of a host, nearly only the figures move. */
    private static Optional<SystemInfo> system(Optional<SystemInfo> before, Optional<SystemInfo> now) {
        if (before.isEmpty() || now.isEmpty() || now.equals(before)) {
            return now.equals(before) ? before : now;
        }
        SystemInfo then = before.get();
        SystemInfo news = now.get();
        List<GpuReading> gpus = new ArrayList<>(news.gpus().size());
        for (int i = 0; i < news.gpus().size(); i++) {
            gpus.add(i < then.gpus().size() ? reading(then.gpus().get(i), news.gpus().get(i)) : news.gpus().get(i));
        }
        return Optional.of(new SystemInfo(news.hostname().equals(then.hostname()) ? then.hostname() : news.hostname(), news.os(), gpus,
                news.volumes().equals(then.volumes()) ? then.volumes() : news.volumes(), news.ramTotal().equals(then.ramTotal()) ? then.ramTotal() : news.ramTotal(),
                news.ramAvailable()));
    }

    private static GpuReading reading(GpuReading then, GpuReading now) {
        if (now.equals(then)) {
            return then;
        }
        return now.memoryTotal().equals(then.memoryTotal())
                ? new GpuReading(now.index(), now.name(), now.driver(), now.cuda(), now.memoryUsed(), then.memoryTotal(), now.temperature()) : now;
    }
}
