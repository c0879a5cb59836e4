package sh.inference.console.sandbox.wire;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Team;
import sh.inference.console.sandbox.fleet.Teams;
import sh.inference.console.sandbox.fleet.WorkerRecord;

/** An engine and its workers (contract 5.2 to 5.4), whole or in part. */
public final class EngineJson {
    private static final String ENGINE_PORT = "8163";
    private static final List<String> MEMBERS = List.of("name", "status", "engine_version", "api_url", "config", "system_info", "instance", "workers");
    private final UnaryOperator<String> statusWord;
    private final Function<EngineRecord, Spoil> spoil;

    /** What a drill makes of a whole record. */
    public enum Spoil {
        NOT_AT_ALL,
        /** Its workers are no list. */
        SENSELESS,
        /** It does not say which engine it is of. */
        NAMELESS
    }

    /** Engines as they are. */
    public EngineJson() {
        this(UnaryOperator.identity(), engine -> Spoil.NOT_AT_ALL);
    }

    /**
     * @param statusWord how a status is spelled on the wire, for a drill that knows better
     * @param spoil      what becomes of a record, for another one
     */
    public EngineJson(UnaryOperator<String> statusWord, Function<EngineRecord, Spoil> spoil) {
        this.statusWord = statusWord;
        this.spoil = spoil;
    }

    public void whole(EngineRecord engine, Instant now, JsonWriter out) {
        whole(engine, Teams.OWN, now, out);
    }

    /** @param owner the team it belongs to, or was just given to */
    public void whole(EngineRecord engine, Team owner, Instant now, JsonWriter out) {
        Spoil how = spoil.apply(engine);
        if (how == Spoil.NAMELESS) {
            out.object().put("label", engine.name()).endObject();
            return;
        }
        head(engine, owner, out);
        for (String field : MEMBERS) {
            out.name(field);
            if (how == Spoil.SENSELESS && field.equals("workers")) {
                out.add("see " + engine.name());
            } else {
                member(engine, field, now, out);
            }
        }
        out.endObject();
    }

    /** The short form inside a task. */
    public void summary(EngineRecord engine, Instant now, JsonWriter out) {
        head(engine, Teams.OWN, out);
        out.put("name", engine.name()).put("status", statusWord.apply(engine.status()));
        member(engine, "instance", now, out.name("instance"));
        out.array("workers");
        engine.workers().forEach(worker -> WorkerJson.summary(engine, worker, out));
        out.endArray().endObject();
    }

    /** What a host is told when it registers (contract 5.1). */
    public static void registered(EngineRecord engine, JsonWriter out) {
        out.object().put("engine_id", engine.id()).array("workers");
        engine.workers().forEach(worker -> WorkerJson.registered(engine, worker, out));
        out.endArray().endObject();
    }

    /** The members named, with what identifies the engine. */
    public void part(EngineRecord engine, List<String> fields, Instant now, JsonWriter out) {
        out.object().put("id", engine.id()).put("updated_at", engine.updatedAt());
        fields.forEach(field -> member(engine, field, now, out.name(field)));
        out.endObject();
    }

    /** One member as a tree; missing when there is none of the name. */
    public JsonNode member(EngineRecord engine, String field, Instant now) {
        return Json.tree(out -> {
            if (MEMBERS.contains(field)) {
                member(engine, field, now, out);
            } else {
                whole(engine, now, out);
            }
        });
    }

    private static void head(EngineRecord engine, Team owner, JsonWriter out) {
        BaseJson.base(out.object(), engine.id(), engine.createdAt(), engine.updatedAt(), engine.deletedAt());
        BaseJson.owner(out, owner.id(), engine.visibility());
    }

    private void member(EngineRecord engine, String field, Instant now, JsonWriter out) {
        switch (field) {
            case "status" -> out.add(statusWord.apply(engine.status()));
            case "engine_version" -> out.add(engine.version());
            case "name" -> out.add(engine.name());
            case "api_url" -> out.add("");
            case "visibility" -> out.add(engine.visibility());
            case "deleted_at" -> out.add(Json.time(engine.deletedAt()));
            case "config" -> config(engine, out);
            case "instance" -> engine.instance().ifPresentOrElse(instance -> InstanceJson.write(instance, engine, now, out), out::addNull);
            case "system_info" -> system(engine, out);
            case "workers" -> workers(engine, out);
            default -> out.addNull();
        }
    }

    private static void system(EngineRecord engine, JsonWriter out) {
        if (engine.isConnected() && !engine.workers().isEmpty()) {
            SystemJson.write(engine, out);
        } else {
            out.addNull();
        }
    }

    private static void workers(EngineRecord engine, JsonWriter out) {
        if (engine.workers().isEmpty()) {
            out.addNull();
            return;
        }
        out.array();
        for (WorkerRecord worker : engine.workers()) {
            out.add(worker.picture(() -> Json.bytes(picture -> WorkerJson.whole(engine, worker, picture))));
        }
        out.endArray();
    }

    private static void config(EngineRecord engine, JsonWriter out) {
        out.object().put("id", engine.id()).put("name", engine.name()).put("api_url", "https://api.inference.sh").put("engine_port", ENGINE_PORT);
        out.object("workers").array("gpu");
        for (int gpu = 0; gpu < engine.host().gpus(); gpu++) {
            out.object().array("gpus").add(gpu).endArray().endObject();
        }
        out.endArray().object("cpu").put("count", engine.host().gpus() == 0 ? engine.workers().size() : 0).endObject().endObject();
        // The service sends this secret along; whoever shows, logs or keeps it has a leak, and tests look for it.
        out.put("api_key", engine.key()).put("container_mode", true).put("network_name", "").put("cache_path", "")
                .array("gpus").endArray().put("callback_base_port", 0).put("engine_internal_api_url", "").endObject();
    }
}
