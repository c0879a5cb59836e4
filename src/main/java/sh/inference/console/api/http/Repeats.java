package sh.inference.console.api.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Sharing;
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
                workers = Sharing.workers(workers, engine.workers());
            }
            if (news.fields().contains(EngineField.SYSTEM_INFO)) {
                system = Sharing.system(system, engine.system());
            }
            if (news.fields().contains(EngineField.INSTANCE)) {
                instance = Sharing.same(instance, engine.instance());
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
        Engine shared = engine.with(known.system, known.instance, known.workers);
        return new EngineChange(news.id(), news.updatedAt(), news.fields(), shared);
    }
}
