package sh.inference.console.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** This console saw a version as an app's current one, first at {@code from} and last at {@code to}. */
public record CurrentSighting(String versionId, Instant from, Instant to) {
    /**
     * The sightings of an app after one more: the last one grows while the version stays the same.
     *
     * @param seen latest last
     */
    public static List<CurrentSighting> after(List<CurrentSighting> seen, String versionId, Instant at) {
        List<CurrentSighting> all = new ArrayList<>(seen);
        if (!all.isEmpty() && all.getLast().versionId().equals(versionId)) {
            CurrentSighting last = all.removeLast();
            all.add(new CurrentSighting(versionId, last.from(), at.isAfter(last.to()) ? at : last.to()));
        } else {
            all.add(new CurrentSighting(versionId, at, at));
        }
        return List.copyOf(all);
    }
}
