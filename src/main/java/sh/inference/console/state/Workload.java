package sh.inference.console.state;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;

/**
 * How many workers of a fleet are busy with an app or a version, and how many more hold it ready. Source: the workers'
 * {@code status}, {@code app_id}, {@code app_version_id} and {@code warm_apps} (contract 5.4). Immutable.
 *
 * @param apps     by app id
 * @param versions by version id
 */
public record Workload(Map<String, Count> apps, Map<String, Count> versions) {
    public static final Workload NONE = new Workload(Map.of(), Map.of());

    public Workload {
        apps = Map.copyOf(apps);
        versions = Map.copyOf(versions);
    }

    /** Workers busy with it, and workers that are not but have it loaded. */
    public record Count(int busy, int warm) {
        public static final Count NONE = new Count(0, 0);

        private Count plus(Count other) {
            return new Count(busy + other.busy, warm + other.warm);
        }
    }

    public static Workload of(Fleet fleet) {
        Map<String, Count> apps = new HashMap<>();
        Map<String, Count> versions = new HashMap<>();
        fleet.all().forEach(entry -> entry.engine().workerList().forEach(worker -> {
            Set<String> warmApps = new HashSet<>();
            Set<String> warmVersions = new HashSet<>();
            collectWarm(worker, warmApps, warmVersions);
            if (worker.isBusy()) {
                add(apps, worker.appId(), new Count(1, 0));
                add(versions, worker.appVersionId(), new Count(1, 0));
                warmApps.remove(worker.appId());
                warmVersions.remove(worker.appVersionId());
            }
            warmApps.forEach(app -> add(apps, app, new Count(0, 1)));
            warmVersions.forEach(version -> add(versions, version, new Count(0, 1)));
        }));
        return new Workload(apps, versions);
    }

    public Count ofApp(String appId) {
        return apps.getOrDefault(appId, Count.NONE);
    }

    public Count ofVersion(String versionId) {
        return versions.getOrDefault(versionId, Count.NONE);
    }

    private static void collectWarm(Worker worker, Set<String> apps, Set<String> versions) {
        if (worker.status().is(WorkerStatus.INACTIVE)) {
            return;
        }
        apps.add(worker.appId());
        versions.add(worker.appVersionId());
        for (String warm : worker.warmApps().stream().filter(entry -> entry.contains(":")).toList()) {
            String app = warm.substring(0, warm.indexOf(':'));
            String version = warm.substring(warm.indexOf(':') + 1);
            apps.add(app);
            versions.add(version.contains("@") ? version.substring(0, version.indexOf('@')) : version);
        }
    }

    private static void add(Map<String, Count> counts, String id, Count more) {
        if (!id.isEmpty()) {
            counts.merge(id, more, Count::plus);
        }
    }
}
