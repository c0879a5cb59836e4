package sh.inference.console.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * This console saw a version as an app's current one, first at {@code from} and last at {@code to}.
 *
 * @param cause what this console did to make it current; empty when somebody else did, or when it was so from the beginning
 */
public record CurrentSighting(String versionId, Instant from, Instant to, Optional<Cause> cause) {
    /**
     * A promotion or roll back of this console.
     *
     * @param verb the name of the verb, as the journal has it
     */
    public record Cause(String verb, String actor, String reason) {
    }

    public CurrentSighting(String versionId, Instant from, Instant to) {
        this(versionId, from, to, Optional.empty());
    }

    /**
     * The sightings of an app after one more: the last one grows while the version stays the same.
     *
     * @param seen latest last
     */
    public static List<CurrentSighting> after(List<CurrentSighting> seen, String versionId, Instant at) {
        return after(seen, versionId, at, Optional.empty());
    }

    /** The same, for a version that this console made current if there is a cause. */
    public static List<CurrentSighting> after(List<CurrentSighting> seen, String versionId, Instant at, Optional<Cause> cause) {
        List<CurrentSighting> all = new ArrayList<>(seen);
        if (!all.isEmpty() && all.getLast().versionId().equals(versionId)) {
            CurrentSighting last = all.removeLast();
            all.add(new CurrentSighting(versionId, last.from(), at.isAfter(last.to()) ? at : last.to(), last.cause()));
        } else {
            all.add(new CurrentSighting(versionId, at, at, cause));
        }
        return List.copyOf(all);
    }
}
