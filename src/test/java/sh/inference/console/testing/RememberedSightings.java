package sh.inference.console.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sh.inference.console.state.CurrentSighting;
import sh.inference.console.state.CurrentSightings;

/** Sightings that are kept in memory. */
public final class RememberedSightings implements CurrentSightings {
    private final Map<String, List<CurrentSighting>> all = new HashMap<>();

    @Override
    public synchronized Map<String, List<CurrentSighting>> saw(Map<String, String> currentByApp, Instant at) {
        Map<String, List<CurrentSighting>> seen = new HashMap<>();
        currentByApp.forEach((app, version) -> seen.put(app, all.merge(app, List.of(new CurrentSighting(version, at, at)),
                (before, now) -> CurrentSighting.after(before, version, at))));
        return seen;
    }
}
