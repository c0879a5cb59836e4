package sh.inference.console.ops.promote;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.state.CurrentSighting;

/** The version that a roll back offers: the last one that was current long enough to be trusted, as this console saw it. Pure. */
public final class PreviousGood {
    /** How long a version must have been current. */
    public static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private PreviousGood() {
    }

    /** The last sighting that lasted; empty when this console has not seen one. The current version is never offered, nor one that is gone. */
    public static Optional<CurrentSighting> of(AppsSnapshot apps, String appId) {
        List<CurrentSighting> seen = apps.seen(appId);
        String current = apps.find(appId).map(app -> app.versionId()).orElse("");
        boolean known = apps.versions().containsKey(appId);
        return seen.reversed().stream().filter(one -> !one.versionId().equals(current))
                .filter(one -> Duration.between(one.from(), one.to()).compareTo(LONG_ENOUGH) >= 0)
                .filter(one -> !known || apps.versions().get(appId).stream().anyMatch(version -> version.matches(one.versionId())))
                .findFirst();
    }
}
