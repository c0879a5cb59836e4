package sh.inference.console.sandbox.fleet;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A version of an app; it never changes.
 *
 * @param needsMib GPU memory a task takes, 0 for one that needs no GPU
 * @param body     the members of contract 4.3 but for id and times; shared, so nobody may change it
 */
public record VersionRecord(String id, Instant createdAt, int needsMib, ObjectNode body) {
    /** Whether a worker of this host can run it. */
    public boolean fits(Host host) {
        return needsMib == 0 || host.gpuType().equals("nvidia") && needsMib <= host.vram() >> 20;
    }

    /** The same app built anew. */
    VersionRecord next(String nextId, Instant now) {
        ObjectNode built = body.deepCopy().put("checksum", "sha256:" + nextId + Ids.complete(nextId.substring(0, 12)) + Ids.complete(nextId.substring(3, 9)).substring(0, 12));
        return new VersionRecord(nextId, now, needsMib, built);
    }
}
