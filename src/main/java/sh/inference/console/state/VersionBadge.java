package sh.inference.console.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;

/** What the console can say of a version beside the current one. Every version has exactly one. */
public enum VersionBadge {
    /** The app's current version. */
    CURRENT,
    /** Made after the current one, and never seen as current. */
    NEWER_NEVER_CURRENT,
    /** This console saw it as current before. */
    FORMER,
    /** Any other: the console cannot tell whether it ever was current. */
    FIRST_SEEN_HERE;

    /**
     * @param all  the versions read so far, where the current one is looked up
     * @param seen the sightings of this app
     */
    public static VersionBadge of(AppVersion version, App app, List<AppVersion> all, List<CurrentSighting> seen) {
        if (version.matches(app.versionId())) {
            return CURRENT;
        }
        if (seen.stream().anyMatch(sighting -> version.matches(sighting.versionId()))) {
            return FORMER;
        }
        Optional<Instant> currentMade = all.stream().filter(other -> other.matches(app.versionId())).findFirst().or(app::version).flatMap(AppVersion::createdAt);
        boolean newer = currentMade.isPresent() && version.createdAt().isPresent() && version.createdAt().get().isAfter(currentMade.get());
        return newer ? NEWER_NEVER_CURRENT : FIRST_SEEN_HERE;
    }

    /** The badge of a version in a snapshot; {@link #FIRST_SEEN_HERE} when the app is not known. */
    public static VersionBadge of(AppVersion version, String appId, AppsSnapshot apps) {
        return apps.find(appId).map(app -> of(version, app, apps.versions().getOrDefault(appId, List.of()), apps.sightings().getOrDefault(appId, List.of())))
                .orElse(FIRST_SEEN_HERE);
    }
}
