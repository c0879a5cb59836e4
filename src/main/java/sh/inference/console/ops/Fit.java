package sh.inference.console.ops;

import java.util.Locale;
import java.util.Optional;

import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Gpu;
import sh.inference.console.model.Resources;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.state.AppsSnapshot;

/** Which workers can run a version, by what it says it needs (contract 4.3). Pure. */
public final class Fit {
    private Fit() {
    }

    /** Whether a worker has the GPUs, the GPU memory and the memory. What the service does not say of a worker counts as enough. */
    public static boolean canRun(Worker worker, Resources needs) {
        boolean wantsGpu = needs.gpus() > 0 || needs.vram() > 0;
        if (wantsGpu && (worker.gpus().size() < Math.max(1, needs.gpus()) || worker.vram() < needs.vram())) {
            return false;
        }
        if (wantsGpu && !worker.gpus().stream().allMatch(gpu -> typeFits(gpu, needs.gpuType()))) {
            return false;
        }
        return worker.ramTotal().isEmpty() || worker.ramTotal().getAsLong() >= needs.ram();
    }

    /** Whether an engine takes tasks and has a worker that can run it. */
    public static boolean canRun(Engine engine, Resources needs) {
        return engine.is(EngineStatus.RUNNING)
                && engine.workerList().stream().anyMatch(worker -> !worker.status().is(WorkerStatus.INACTIVE) && canRun(worker, needs));
    }

    /** What an app's current version needs; empty when it was not read. */
    public static Optional<Resources> needs(AppsSnapshot apps, String appId) {
        return apps.find(appId).flatMap(app -> current(apps, app)).flatMap(AppVersion::resources);
    }

    /** An app's current version; empty when it was not read. */
    public static Optional<AppVersion> current(AppsSnapshot apps, App app) {
        return app.version().filter(version -> version.matches(app.versionId()) || app.versionId().isEmpty())
                .or(() -> version(apps, app.id(), app.versionId()));
    }

    /** A version of an app by its id or short id; empty when it was not read. */
    public static Optional<AppVersion> version(AppsSnapshot apps, String appId, String versionId) {
        return apps.versions().getOrDefault(appId, java.util.List.of()).stream().filter(version -> version.matches(versionId)).findFirst();
    }

    private static boolean typeFits(Gpu gpu, String type) {
        String wanted = type.toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || wanted.equals("any") || wanted.equals("none") || gpu.type().isEmpty() || gpu.type().equalsIgnoreCase(wanted);
    }
}
