package sh.inference.console.sandbox.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.FleetListener;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.fleet.TaskRecord;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.StreamBody;
import sh.inference.console.sandbox.wire.EngineJson;
import sh.inference.console.sandbox.wire.JsonWriter;
import sh.inference.console.sandbox.wire.TaskJson;

/** Hands changes of engines to the streams that are open. Each frame is written once for each form, however many read it. */
public final class StreamHub implements FleetListener {
    private static final String ENGINES = "engines";
    private final SandboxFleet fleet;
    private final Duration heartbeat;
    private final Drills drills;
    private final EngineJson json;
    /** Used under the fleet's lock only. */
    private final JsonWriter writer = new JsonWriter();
    private final Set<Subscriber> followingAll = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<Subscriber>> following = new ConcurrentHashMap<>();
    /** Runs that somebody waits for, by task. */
    private final Map<String, CompletableFuture<Outcome>> awaited = new ConcurrentHashMap<>();

    public StreamHub(SandboxFleet fleet, Duration heartbeat, Drills drills, EngineJson json) {
        this.fleet = fleet;
        this.heartbeat = heartbeat;
        this.drills = drills;
        this.json = json;
    }

    /** Opens the stream of all engines: typed events, no picture first. */
    public StreamBody all(String accept) {
        Subscriber subscriber = subscriber(accept, "");
        followingAll.add(subscriber);
        return subscriber;
    }

    /** Opens the stream of one engine: a whole picture first, then what changes. Called under the fleet's lock. */
    public StreamBody one(EngineRecord engine, String accept) {
        Subscriber subscriber = subscriber(accept, engine.id());
        subscriber.offer(subscriber.form().frame(name(subscriber.form()), whole(engine)));
        following.computeIfAbsent(engine.id(), id -> ConcurrentHashMap.newKeySet()).add(subscriber);
        return subscriber;
    }

    /** Opens the stream of one task: the whole of it at every state, until it ends. Called under the fleet's lock. */
    public StreamBody task(TaskRecord task, String accept) {
        Subscriber subscriber = subscriber(accept, task.id());
        following.computeIfAbsent(task.id(), id -> ConcurrentHashMap.newKeySet()).add(subscriber);
        taskMoved(task, Set.of(subscriber));
        return subscriber;
    }

    /** The end of a task that has not ended yet: the whole of it, or a refusal where it did not go well. Called under the fleet's lock. */
    public Outcome end(TaskRecord task) {
        return new Outcome.Later(awaited.computeIfAbsent(task.id(), id -> new CompletableFuture<>()));
    }

    /** Writes a task with what stands around it. */
    public void render(TaskRecord task, JsonWriter out) {
        TaskJson.whole(task, new TaskJson.Surroundings(fleet.apps().find(task.appId()).orElse(null), fleet.engines().find(task.engineId()).orElse(null), json,
                fleet.timeline().now()), out);
    }

    /** How many streams are open. */
    public int open() {
        return followingAll.size() + following.values().stream().mapToInt(Set::size).sum();
    }

    /** Ends every stream. */
    public void close() {
        followingAll.forEach(Subscriber::end);
        following.values().forEach(set -> set.forEach(Subscriber::end));
        awaited.values().forEach(waiting -> waiting.cancel(false));
    }

    @Override
    public void engineChanged(EngineRecord engine, List<String> fields) {
        Collection<Subscriber> own = following.getOrDefault(engine.id(), Set.of());
        if (own.isEmpty() && followingAll.isEmpty()) {
            return;
        }
        Instant now = fleet.timeline().now();
        json.part(engine, fields, now, writer.reset().object().name("data"));
        writer.array("fields");
        fields.forEach(writer::add);
        News news = new News(writer.endArray().endObject().bytes(), true);
        send(followingAll, ENGINES, news);
        send(own, "", news);
        if (engine.deletedAt() != null) {
            own.forEach(Subscriber::end);
        }
    }

    @Override
    public void engineWhole(EngineRecord engine) {
        Collection<Subscriber> own = following.getOrDefault(engine.id(), Set.of());
        if (!own.isEmpty() || !followingAll.isEmpty()) {
            News news = whole(engine);
            send(followingAll, ENGINES, news);
            send(own, "", news);
        }
    }

    @Override
    public void taskMoved(TaskRecord task) {
        Collection<Subscriber> own = following.getOrDefault(task.id(), Set.of());
        if (!own.isEmpty()) {
            taskMoved(task, own);
        }
        CompletableFuture<Outcome> waiting = task.isOver() ? awaited.remove(task.id()) : null;
        if (waiting != null && task.status() == TaskRecord.COMPLETED) {
            waiting.complete(Outcome.of(out -> render(task, out)));
        } else if (waiting != null) {
            waiting.completeExceptionally(new Refusal("task_failed", task.error().isEmpty() ? "the task was cancelled" : task.error()));
        }
    }

    private void taskMoved(TaskRecord task, Collection<Subscriber> own) {
        render(task, writer.reset());
        send(own, "", new News(writer.bytes(), false));
        if (task.isOver()) {
            own.forEach(Subscriber::end);
        }
    }

    private News whole(EngineRecord engine) {
        json.whole(engine, fleet.timeline().now(), writer.reset());
        return new News(writer.bytes(), false);
    }

    private void send(Collection<Subscriber> to, String event, News news) {
        byte[] lines = null;
        byte[] events = null;
        for (Subscriber subscriber : to) {
            if (subscriber.form() == Form.NDJSON) {
                lines = lines == null ? Form.NDJSON.frame(event, news) : lines;
                subscriber.offer(lines);
            } else {
                events = events == null ? Form.SSE.frame(event.isEmpty() ? name(Form.SSE) : event, news) : events;
                subscriber.offer(events);
            }
        }
    }

    private String name(Form form) {
        return form == Form.SSE && drills.isOn(Drill.UPDATE_EVENTS) ? "update" : "";
    }

    private Subscriber subscriber(String accept, String subject) {
        return new Subscriber(Form.of(accept), subject, heartbeat, new FrameSpoiler(drills), this::left);
    }

    private void left(Subscriber subscriber) {
        followingAll.remove(subscriber);
        following.computeIfPresent(subscriber.subject(), (id, set) -> {
            set.remove(subscriber);
            return set.isEmpty() ? null : set;
        });
    }
}
