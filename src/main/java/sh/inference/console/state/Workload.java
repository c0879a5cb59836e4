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
    private static final Count BUSY = new Count(1, 0);
    private static final Count WARM = new Count(0, 1);

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
        // The same two sets for every worker: a large fleet has 80,000 of them.
        Set<String> warmApps = new HashSet<>();
        Set<String> warmVersions = new HashSet<>();
        for (EngineEntry entry : fleet.all()) {
            for (Worker worker : entry.engine().workerList()) {
                collectWarm(worker, warmApps, warmVersions);
                if (worker.isBusy()) {
                    add(apps, worker.appId(), BUSY);
                    add(versions, worker.appVersionId(), BUSY);
                    warmApps.remove(worker.appId());
                    warmVersions.remove(worker.appVersionId());
                }
                warmApps.forEach(app -> add(apps, app, WARM));
                warmVersions.forEach(version -> add(versions, version, WARM));
                warmApps.clear();
                warmVersions.clear();
            }
        }
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
        for (String warm : worker.warmApps()) {
            int colon = warm.indexOf(':');
            if (colon >= 0) {
                int at = warm.indexOf('@', colon);
                apps.add(warm.substring(0, colon));
                versions.add(warm.substring(colon + 1, at < 0 ? warm.length() : at));
            }
        }
    }

    private static void add(Map<String, Count> counts, String id, Count more) {
        if (!id.isEmpty()) {
            counts.merge(id, more, Count::plus);
        }
    }
}
