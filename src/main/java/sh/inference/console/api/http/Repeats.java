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

    private record Said(Optional<List<Worker>> workers, Optional<SystemInfo> system, Optional<Instance> instance) {
    }

    /** The same news, made of what was said before as far as that says the same. */
    EngineChange of(EngineChange news) {
        Engine engine = news.values();
        if (engine.deletedAt().isPresent()) {
            said.remove(news.id());
            return news;
        }
        if (said.size() >= MOST) {
            said.clear();
        }
        Said before = said.get(news.id());
        Said now = before == null ? new Said(engine.workers(), engine.system(), engine.instance()) : said(before, news);
        said.put(news.id(), now);
        Engine shared = new Engine(engine.id(), engine.shortId(), engine.name(), engine.status(), engine.version(), now.system, now.instance, now.workers,
                engine.visibility(), engine.createdAt(), engine.updatedAt(), engine.deletedAt(), engine.unreadable());
        return new EngineChange(news.id(), news.updatedAt(), news.fields(), shared);
    }

    /** What the news do not speak of stays as it was said. */
    private static Said said(Said before, EngineChange news) {
        Engine engine = news.values();
        return new Said(news.fields().contains(EngineField.WORKERS) ? workers(before.workers, engine.workers()) : before.workers,
                news.fields().contains(EngineField.SYSTEM_INFO) ? system(before.system, engine.system()) : before.system,
                news.fields().contains(EngineField.INSTANCE) ? shared(before.instance, engine.instance()) : before.instance);
    }

    private static Optional<List<Worker>> workers(Optional<List<Worker>> before, Optional<List<Worker>> now) {
        if (before.isEmpty() || now.isEmpty() || before.get().size() != now.get().size()) {
            return now;
        }
        List<Worker> shared = new ArrayList<>(now.get().size());
        boolean same = true;
        for (int i = 0; i < now.get().size(); i++) {
            Worker then = before.get().get(i);
            boolean repeated = then.updatedAt().equals(now.get().get(i).updatedAt()) && then.equals(now.get().get(i));
            shared.add(repeated ? then : now.get().get(i));
            same &= repeated;
        }
        return same ? before : Optional.of(List.copyOf(shared));
    }

    /** Of a host, nearly only the figures move. */
    private static Optional<SystemInfo> system(Optional<SystemInfo> before, Optional<SystemInfo> now) {
        if (before.isEmpty() || now.isEmpty() || now.equals(before)) {
            return shared(before, now);
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

    private static <T> Optional<T> shared(Optional<T> before, Optional<T> now) {
        return now.equals(before) ? before : now;
    }
}
