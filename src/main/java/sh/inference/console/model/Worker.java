package sh.inference.console.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One worker of an engine (contract 5.4).
 *
 * @param taskId       the task in flight
 * @param appId        the app loaded or last loaded; empty when none
 * @param appVersionId its version; empty when none
 * @param warmApps     entries of the form {@code appID:versionID@setupHash}
 * @param ramTotal     bytes
 * @param updatedAt    when the service changed it, which it counts apart from the engine; empty when it did not say
 */
public record Worker(String id, int index, Wire<WorkerStatus> status, Optional<String> taskId, String appId, String appVersionId,
                     List<Gpu> gpus, OptionalLong ramTotal, List<String> warmApps, Optional<Instant> updatedAt) {
    public Worker {
        gpus = List.copyOf(gpus);
        warmApps = List.copyOf(warmApps);
    }

    /** Whether this is how the worker was after another picture of it; not when one of them has no time. */
    public boolean isNewerThan(Worker other) {
        return updatedAt.isPresent() && other.updatedAt.isPresent() && updatedAt.get().isAfter(other.updatedAt.get());
    }

    public boolean isBusy() {
        return status.is(WorkerStatus.BUSY);
    }

    /** Whether the worker holds the app loaded, in memory and ready. */
    public boolean isWarmFor(String app) {
        return !status.is(WorkerStatus.INACTIVE) && (app.equals(appId) || warmApps.stream().anyMatch(warm -> warm.startsWith(app + ":")));
    }

    /** The apps this worker holds loaded, in memory and ready; none when it is not serving. */
    public List<String> warmFor() {
        if (status.is(WorkerStatus.INACTIVE)) {
            return List.of();
        }
        return Stream.concat(Stream.of(appId), warmApps.stream().map(warm -> warm.substring(0, Math.max(0, warm.indexOf(':')))))
                .filter(app -> !app.isEmpty()).distinct().toList();
    }

    /** GPU memory of this worker in bytes. */
    public long vram() {
        return gpus.stream().mapToLong(Gpu::vram).sum();
    }
}
