package sh.inference.console.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.EngineStream;
import sh.inference.console.api.Frame;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.EngineChange;

/** Notes when frames about the engines on screen were read, before anybody else sees them. */
final class FrameTap {
    private record Note(Instant updatedAt, long nanos) {
    }

    private final AtomicLong frames = new AtomicLong();
    private final Map<String, Deque<Note>> notes = new HashMap<>();
    private volatile Set<String> watched = Set.of();

    /** The service as before, with every stream listened to. */
    InferenceApi around(InferenceApi service) {
        return (InferenceApi) Proxy.newProxyInstance(InferenceApi.class.getClassLoader(), new Class<?>[] {InferenceApi.class}, (proxy, method, args) -> {
            try {
                Object answer = method.invoke(service, args);
                return answer instanceof EngineStream stream ? listened(stream) : answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    /** Which engines to note frames of: those on screen. What was noted of one that left is no sample. */
    void watch(Set<String> ids) {
        if (!ids.equals(watched)) {
            watched = ids;
            forgetOthers(ids);
        }
    }

    private synchronized void forgetOthers(Set<String> ids) {
        notes.keySet().retainAll(ids);
    }

    long frames() {
        return frames.get();
    }

    /** When the frames were read that brought an engine to where it is, oldest first; each is told once. */
    synchronized List<Long> readUpTo(String id, Instant updatedAt) {
        Deque<Note> ofEngine = notes.get(id);
        if (ofEngine == null) {
            return List.of();
        }
        List<Long> times = new ArrayList<>();
        while (!ofEngine.isEmpty() && !ofEngine.peek().updatedAt().isAfter(updatedAt)) {
            times.add(ofEngine.poll().nanos());
        }
        return times;
    }

    private EngineStream listened(EngineStream stream) {
        return new EngineStream() {
            @Override
            public void read(Consumer<Frame> sink) throws ApiException {
                stream.read(frame -> {
                    if (frame instanceof Frame.EngineNews news) {
                        note(news.change());
                    }
                    sink.accept(frame);
                });
            }

            @Override
            public void close() {
                stream.close();
            }
        };
    }

    private void note(EngineChange change) {
        frames.incrementAndGet();
        if (watched.contains(change.id()) && change.updatedAt().isPresent()) {
            long now = System.nanoTime();
            synchronized (this) {
                // It may have left since.
                if (!watched.contains(change.id())) {
                    return;
                }
                notes.computeIfAbsent(change.id(), id -> new ArrayDeque<>()).add(new Note(change.updatedAt().get(), now));
            }
        }
    }
}
