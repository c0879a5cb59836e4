package sh.inference.console.sandbox.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.FleetListener;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.http.StreamBody;
import sh.inference.console.sandbox.wire.EngineJson;
import sh.inference.console.sandbox.wire.Json;

/** Hands changes of engines to the streams that are open. Each frame is written once for each form, however many read it. */
public final class StreamHub implements FleetListener {
    private static final String ENGINES = "engines";
    private final SandboxFleet fleet;
    private final Duration heartbeat;
    private final Drills drills;
    private final Function<ObjectNode, ObjectNode> spoil;
    private final Set<Subscriber> followingAll = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<Subscriber>> following = new ConcurrentHashMap<>();

    /** @param spoil a last look at each engine before it goes out, for drills */
    public StreamHub(SandboxFleet fleet, Duration heartbeat, Drills drills, Function<ObjectNode, ObjectNode> spoil) {
        this.fleet = fleet;
        this.heartbeat = heartbeat;
        this.drills = drills;
        this.spoil = spoil;
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
        subscriber.offer(subscriber.form().frame(name(subscriber.form()), spoil.apply(EngineJson.whole(engine, fleet.timeline().now()))));
        following.computeIfAbsent(engine.id(), id -> ConcurrentHashMap.newKeySet()).add(subscriber);
        return subscriber;
    }

    /** How many streams are open. */
    public int open() {
        return followingAll.size() + following.values().stream().mapToInt(Set::size).sum();
    }

    /** Ends every stream. */
    public void close() {
        followingAll.forEach(Subscriber::end);
        following.values().forEach(set -> set.forEach(Subscriber::end));
    }

    @Override
    public void engineChanged(EngineRecord engine, List<String> fields) {
        Collection<Subscriber> own = following.getOrDefault(engine.id(), Set.of());
        if (own.isEmpty() && followingAll.isEmpty()) {
            return;
        }
        ObjectNode frame = Json.object();
        frame.set("data", spoil.apply(EngineJson.part(engine, fields, fleet.timeline().now())));
        ArrayNode names = frame.putArray("fields");
        fields.forEach(names::add);
        send(followingAll, ENGINES, frame);
        send(own, "", frame);
        if (engine.deletedAt() != null) {
            own.forEach(Subscriber::end);
        }
    }

    @Override
    public void engineAppeared(EngineRecord engine) {
        if (!followingAll.isEmpty()) {
            Instant now = fleet.timeline().now();
            send(followingAll, ENGINES, spoil.apply(EngineJson.whole(engine, now)));
        }
    }

    private void send(Collection<Subscriber> to, String event, ObjectNode frame) {
        byte[] lines = null;
        byte[] events = null;
        for (Subscriber subscriber : to) {
            if (subscriber.form() == Form.NDJSON) {
                lines = lines == null ? Form.NDJSON.frame(event, frame) : lines;
                subscriber.offer(lines);
            } else {
                events = events == null ? Form.SSE.frame(event.isEmpty() ? name(Form.SSE) : event, frame) : events;
                subscriber.offer(events);
            }
        }
    }

    private String name(Form form) {
        return form == Form.SSE && drills.isOn(Drill.UPDATE_EVENTS) ? "update" : "";
    }

    private Subscriber subscriber(String accept, String engineId) {
        return new Subscriber(Form.of(accept), engineId, heartbeat, new FrameSpoiler(drills), this::left);
    }

    private void left(Subscriber subscriber) {
        followingAll.remove(subscriber);
        following.computeIfPresent(subscriber.engineId(), (id, set) -> {
            set.remove(subscriber);
            return set.isEmpty() ? null : set;
        });
    }
}
