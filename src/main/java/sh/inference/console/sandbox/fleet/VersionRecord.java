package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A version of an app; it never changes.
 *
 * @param needsMib GPU memory a task takes, 0 for one that needs no GPU
 * @param body     the members of contract 4.3 but for id and times; shared, so nobody may change it
 */
public record VersionRecord(String id, Instant createdAt, int needsMib, ObjectNode body) {
    /** Shared by all tasks that came without an input: nobody changes it. */
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    /** Whether a worker of this host can run it. */
    public boolean fits(Host host) {
        return needsMib == 0 || host.gpuType().equals("nvidia") && needsMib <= host.vram() >> 20;
    }

    /** Its default function with nothing given, as the load of every day runs it. */
    TaskOrder order(String appId) {
        return new TaskOrder(appId, id, "run", "default", "private", List.of(), null, NOTHING, null, 0);
    }

    /** What somebody uploaded. */
    static VersionRecord built(String id, Instant now, ObjectNode body) {
        long bytes = body.path("resources").path("gpu").path("vram").asLong();
        int mib = body.path("resources").path("gpu").path("count").asInt() == 0 ? 0 : Math.clamp(bytes * 1000 / Host.GB, 0, Integer.MAX_VALUE);
        return new VersionRecord(id, now, mib, body.put("checksum", checksum(id)));
    }

    /** The same app built anew. */
    VersionRecord next(String nextId, Instant now) {
        ObjectNode built = body.deepCopy().put("checksum", checksum(nextId));
        return new VersionRecord(nextId, now, needsMib, built);
    }

    private static String checksum(String id) {
        return "sha256:" + id + Ids.complete(id.substring(0, 12)) + Ids.complete(id.substring(3, 9)).substring(0, 12);
    }
}
