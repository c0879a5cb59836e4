package sh.inference.console.sandbox.wire;

import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Host;
import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.WorkerRecord;

/** A worker, whole or as it stands inside a task (contract 5.4). */
final class WorkerJson {
    private WorkerJson() {
    }

    static void whole(EngineRecord engine, WorkerRecord worker, JsonWriter out) {
        BaseJson.base(out.object(), worker.id(), engine.createdAt(), worker.updatedAt(), null).put("user_id", BaseJson.USER).put("team_id", BaseJson.TEAM)
                .put("index", worker.index()).put("status", worker.state().word()).put("engine_id", engine.id());
        work(worker, out);
        hardware(engine, worker, out);
        out.object("system_info").endObject().array("warm_apps");
        worker.warm().forEach(out::add);
        out.endArray().endObject();
    }

    static void summary(EngineRecord engine, WorkerRecord worker, JsonWriter out) {
        out.object().put("id", worker.id()).put("user_id", BaseJson.USER).put("index", worker.index()).put("status", worker.state().word())
                .put("engine_id", engine.id()).put("engine_name", engine.name());
        work(worker, out);
        hardware(engine, worker, out);
        out.endObject();
    }

    private static void work(WorkerRecord worker, JsonWriter out) {
        out.put("task_id", worker.task() == null ? null : worker.task().id()).put("app_id", worker.appId()).put("app_version_id", worker.versionId())
                .putNull("active_session_id");
    }

    static void hardware(EngineRecord engine, WorkerRecord worker, JsonWriter out) {
        Host host = engine.host();
        String unit = Ids.shorten(worker.id());
        if (host.gpus() > 0) {
            out.array("gpus").object().put("id", unit + "-gpu").put("worker_id", worker.id()).put("gpu_id", "GPU-" + worker.index() % host.gpus())
                    .put("type", host.gpuType()).put("name", host.gpuName()).put("vram", host.vram()).endObject().endArray();
        } else {
            out.array("cpus").object().put("id", unit + "-cpu").put("worker_id", worker.id()).put("name", host.cpu()).put("vendor_id", "AuthenticAMD")
                    .put("family", "25").put("model", "17").put("cores", host.cores()).put("frequency", "3250").endObject().endArray();
            out.array("rams").object().put("id", unit + "-ram").put("worker_id", worker.id()).put("total", host.ram()).endObject().endArray();
        }
    }

    /** What a host is told when it registers. */
    static void registered(EngineRecord engine, WorkerRecord worker, JsonWriter out) {
        hardware(engine, worker, out.object().put("id", worker.id()));
        out.endObject();
    }
}
