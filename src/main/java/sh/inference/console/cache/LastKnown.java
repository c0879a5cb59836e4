package sh.inference.console.cache;

import java.time.Instant;
import java.util.List;

import sh.inference.console.model.App;
import sh.inference.console.state.EngineEntry;

/**
 * What was last seen in a profile.
 *
 * @param heardAt when the service was last heard of
 * @param engines each with when it was seen itself
 */
public record LastKnown(Instant heardAt, List<EngineEntry> engines, List<App> apps) {
    public LastKnown {
        engines = List.copyOf(engines);
        apps = List.copyOf(apps);
    }
}
