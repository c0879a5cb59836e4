package sh.inference.console.sandbox.wire;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Host;
import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.WorkerRecord;

/** An engine and its workers (contract 5.2 to 5.4), whole or in part. */
public final class EngineJson {
    private static final String ENGINE_PORT = "8163";
    private static final List<String> MEMBERS = List.of("name", "status", "engine_version", "api_url", "config", "system_info", "instance", "workers");
    private static final List<String> SUMMARY = List.of("name", "status", "instance", "workers");
    private final UnaryOperator<String> statusWord;

    /** @param statusWord how a status is spelled on the wire, for a drill that knows better */
    public EngineJson(UnaryOperator<String> statusWord) {
        this.statusWord = statusWord;
    }

    public void whole(EngineRecord engine, Instant now, JsonWriter out) {
        write(engine, MEMBERS, now, out);
    }

    /** The short form inside a task. */
    public void summary(EngineRecord engine, Instant now, JsonWriter out) {
        write(engine, SUMMARY, now, out);
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

    private void write(EngineRecord engine, List<String> members, Instant now, JsonWriter out) {
        BaseJson.base(out.object(), engine.id(), engine.createdAt(), engine.updatedAt(), engine.deletedAt());
        BaseJson.owner(out, engine.visibility());
        members.forEach(field -> member(engine, field, now, out.name(field)));
        out.endObject();
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
            out.add(worker.picture(() -> Json.bytes(picture -> worker(engine, worker, picture))));
        }
        out.endArray();
    }

    private static void worker(EngineRecord engine, WorkerRecord worker, JsonWriter out) {
        BaseJson.base(out.object(), worker.id(), engine.createdAt(), worker.updatedAt(), null).put("user_id", BaseJson.USER).put("team_id", BaseJson.TEAM)
                .put("index", worker.index()).put("status", worker.state().word()).put("engine_id", engine.id())
                .put("task_id", worker.task() == null ? null : worker.task().id()).put("app_id", worker.appId()).put("app_version_id", worker.versionId())
                .putNull("active_session_id");
        Host host = engine.host();
        String unit = Ids.shorten(worker.id());
        if (host.gpus() > 0) {
            out.array("gpus").object().put("id", unit + "-gpu").put("worker_id", worker.id()).put("gpu_id", "GPU-" + worker.index() % host.gpus())
                    .put("type", host.gpuType()).put("name", host.gpuName()).put("vram", host.vram()).endObject().endArray();
        } else {
            out.array("cpus").object().put("id", unit + "-cpu").put("worker_id", worker.id()).put("name", host.cpu())
                    .put("vendor_id", "AuthenticAMD").put("family", "25").put("model", "17").put("cores", host.cores()).put("frequency", "3250").endObject().endArray();
            out.array("rams").object().put("id", unit + "-ram").put("worker_id", worker.id()).put("total", host.ram()).endObject().endArray();
        }
        out.object("system_info").endObject().array("warm_apps");
        worker.warm().forEach(out::add);
        out.endArray().endObject();
    }

    private static void config(EngineRecord engine, JsonWriter out) {
        out.object().put("id", engine.id()).put("name", engine.name()).put("api_url", "https://api.inference.sh").put("engine_port", ENGINE_PORT);
        out.object("workers").array("gpu");
        for (int gpu = 0; gpu < engine.host().gpus(); gpu++) {
            out.object().array("gpus").add(gpu).endArray().endObject();
        }
        out.endArray().object("cpu").put("count", engine.host().gpus() == 0 ? engine.workers().size() : 0).endObject().endObject();
        // The service sends this secret along; whoever shows, logs or keeps it has a leak, and tests look for it.
        out.put("api_key", "inf_engine_secret_" + Ids.shorten(engine.id())).put("container_mode", true).put("network_name", "").put("cache_path", "")
                .array("gpus").endArray().put("callback_base_port", 0).put("engine_internal_api_url", "").endObject();
    }
}
