package sh.inference.console.state;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import sh.inference.console.model.Worker;

/**
 * Which busy workers run an app's current version and which still run another, by the names of their engines. Source: the
 * workers' {@code status} and {@code app_version_id} (contract 5.4). Immutable.
 *
 * @param moved   workers on the current version, by engine
 * @param holding workers on any other version, by engine
 */
public record Adoption(Map<String, Integer> moved, Map<String, Integer> holding) {
    public Adoption {
        moved = Collections.unmodifiableMap(new TreeMap<>(moved));
        holding = Collections.unmodifiableMap(new TreeMap<>(holding));
    }

    public static Adoption of(Fleet fleet, String appId, String currentId) {
        Map<String, Integer> moved = new TreeMap<>();
        Map<String, Integer> holding = new TreeMap<>();
        for (EngineEntry entry : fleet.all()) {
            for (Worker worker : entry.engine().workerList()) {
                if (worker.isBusy() && worker.appId().equals(appId) && !worker.appVersionId().isEmpty()) {
                    (worker.appVersionId().equals(currentId) ? moved : holding).merge(entry.engine().name(), 1, Integer::sum);
                }
            }
        }
        return new Adoption(moved, holding);
    }

    public int movedWorkers() {
        return moved.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int holdingWorkers() {
        return holding.values().stream().mapToInt(Integer::intValue).sum();
    }
}
