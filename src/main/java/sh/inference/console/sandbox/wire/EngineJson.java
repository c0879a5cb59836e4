package sh.inference.console.sandbox.wire;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Host;
import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.WorkerRecord;

/** An engine and its workers (contract 5.2 to 5.4), whole or in part. */
public final class EngineJson {
    private static final String ENGINE_PORT = "8163";

    private EngineJson() {
    }

    public static ObjectNode whole(EngineRecord engine, Instant now) {
        ObjectNode node = BaseJson.base(engine.id(), engine.createdAt(), engine.updatedAt(), engine.deletedAt());
        BaseJson.owner(node, engine.visibility());
        node.put("name", engine.name());
        node.put("api_url", "");
        node.set("config", config(engine));
        for (String field : List.of("status", "engine_version", "system_info", "instance", "workers")) {
            node.set(field, member(engine, field, now));
        }
        return node;
    }

    /** The members named, with what identifies the engine. */
    public static ObjectNode part(EngineRecord engine, List<String> fields, Instant now) {
        ObjectNode node = Json.object().put("id", engine.id()).put("updated_at", Json.time(engine.updatedAt()));
        fields.forEach(field -> node.set(field, member(engine, field, now)));
        return node;
    }

    /** The short form inside a task. */
    public static ObjectNode summary(EngineRecord engine, Instant now) {
        ObjectNode node = BaseJson.base(engine.id(), engine.createdAt(), engine.updatedAt(), engine.deletedAt());
        BaseJson.owner(node, engine.visibility());
        for (String field : List.of("name", "status", "instance", "workers")) {
            node.set(field, member(engine, field, now));
        }
        return node;
    }

    static JsonNode member(EngineRecord engine, String field, Instant now) {
        return switch (field) {
            case "status" -> node(engine.status());
            case "engine_version" -> node(engine.version());
            case "name" -> node(engine.name());
            case "visibility" -> node(engine.visibility());
            case "deleted_at" -> node(Json.time(engine.deletedAt()));
            case "instance" -> engine.instance().map(instance -> (JsonNode) InstanceJson.whole(instance, engine, now)).orElse(NullNode.instance);
            case "system_info" -> engine.isConnected() && !engine.workers().isEmpty() ? SystemJson.whole(engine) : NullNode.instance;
            case "workers" -> workers(engine);
            default -> NullNode.instance;
        };
    }

    private static JsonNode node(String text) {
        return text == null ? NullNode.instance : TextNode.valueOf(text);
    }

    private static JsonNode workers(EngineRecord engine) {
        if (engine.workers().isEmpty()) {
            return NullNode.instance;
        }
        ArrayNode list = Json.array();
        engine.workers().forEach(worker -> list.add(worker(engine, worker)));
        return list;
    }

    static ObjectNode worker(EngineRecord engine, WorkerRecord worker) {
        ObjectNode node = BaseJson.base(worker.id(), engine.createdAt(), worker.updatedAt(), null);
        node.put("user_id", BaseJson.USER);
        node.put("team_id", BaseJson.TEAM);
        node.put("index", worker.index());
        node.put("status", worker.state().word());
        node.put("engine_id", engine.id());
        node.put("task_id", worker.task() == null ? null : worker.task().id());
        node.put("app_id", worker.appId());
        node.put("app_version_id", worker.versionId());
        Host host = engine.host();
        if (host.gpus() > 0) {
            int gpu = worker.index() % host.gpus();
            node.putArray("gpus").addObject().put("id", Ids.shorten(worker.id()) + "-gpu").put("worker_id", worker.id()).put("gpu_id", "GPU-" + gpu)
                    .put("type", host.gpuType()).put("name", host.gpuName()).put("vram", host.vram());
        } else {
            node.putArray("cpus").addObject().put("id", Ids.shorten(worker.id()) + "-cpu").put("worker_id", worker.id()).put("name", host.cpu())
                    .put("vendor_id", "AuthenticAMD").put("family", "25").put("model", "17").put("cores", host.cores()).put("frequency", "3250");
            node.putArray("rams").addObject().put("id", Ids.shorten(worker.id()) + "-ram").put("worker_id", worker.id()).put("total", host.ram());
        }
        node.putObject("system_info");
        ArrayNode warm = node.putArray("warm_apps");
        worker.warm().forEach(warm::add);
        return node;
    }

    private static ObjectNode config(EngineRecord engine) {
        ObjectNode config = Json.object();
        config.put("id", engine.id());
        config.put("name", engine.name());
        config.put("api_url", "https://api.inference.sh");
        config.put("engine_port", ENGINE_PORT);
        ObjectNode workers = config.putObject("workers");
        ArrayNode gpus = workers.putArray("gpu");
        for (int gpu = 0; gpu < engine.host().gpus(); gpu++) {
            gpus.addObject().putArray("gpus").add(gpu);
        }
        workers.putObject("cpu").put("count", engine.host().gpus() == 0 ? engine.workers().size() : 0);
        // The service sends this secret along; whoever shows, logs or keeps it has a leak, and tests look for it.
        config.put("api_key", "inf_engine_secret_" + Ids.shorten(engine.id()));
        config.put("container_mode", true);
        config.put("network_name", "");
        config.put("cache_path", "");
        config.putArray("gpus");
        config.put("callback_base_port", 0);
        config.put("engine_internal_api_url", "");
        return config;
    }
}
