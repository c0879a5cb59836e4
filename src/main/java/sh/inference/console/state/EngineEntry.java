package sh.inference.console.state;

import java.time.Instant;
import java.util.Map;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Feed;

/**
 * An engine as the console last saw it.
 *
 * @param feed       where the last news came from
 * @param seenAt     when anything of this engine was last heard, by this computer's clock
 * @param statusAt   when the console first saw the status it has now
 * @param tasksSince task id to when the console first saw it running here
 */
public record EngineEntry(Engine engine, Feed feed, Instant seenAt, Instant statusAt, Map<String, Instant> tasksSince) {
    public EngineEntry {
        tasksSince = Map.copyOf(tasksSince);
    }
}
