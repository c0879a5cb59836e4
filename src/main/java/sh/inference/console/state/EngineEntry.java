package sh.inference.console.state;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Feed;

/**
 * An engine as the console last saw it.
 *
 * @param feed       where the last news came from
 * @param seenAt     when anything of this engine was last heard, by this computer's clock: a frame or a heartbeat of its
 *                   own stream, or a read
 * @param statusAt   when the console first saw the status it has now
 * @param tasksSince task id to when the console first saw it running here
 * @param workersAt  when the service last changed anything of what is known of the workers; empty when it did not say
 * @param stale      whether the line that carries this engine is lost or silent while others may be alive
 */
public record EngineEntry(Engine engine, Feed feed, Instant seenAt, Instant statusAt, Map<String, Instant> tasksSince, Optional<Instant> workersAt,
                          boolean stale) {
    public EngineEntry {
        tasksSince = Map.copyOf(tasksSince);
    }

    /** The same engine, heard of again without news. */
    public EngineEntry seen(Instant at) {
        return new EngineEntry(engine, feed, at, statusAt, tasksSince, workersAt, stale);
    }

    /** The same engine, with its line gone or back. */
    public EngineEntry stale(boolean now) {
        return new EngineEntry(engine, feed, seenAt, statusAt, tasksSince, workersAt, now);
    }
}
