package sh.inference.console.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.compare.Comparison;
import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;

/**
 * The apps and versions known at one moment. Immutable.
 *
 * @param apps     by id
 * @param versions by app id, newest first; only of apps that were opened
 * @param sightings by app id: version ids this console saw as current, latest last
 * @param comparisons of pairs of versions, those that are done
 */
public record AppsSnapshot(Map<String, App> apps, Map<String, List<AppVersion>> versions, Map<String, List<CurrentSighting>> sightings,
                           Map<VersionPair, Comparison> comparisons) {
    public static final AppsSnapshot EMPTY = new AppsSnapshot(Map.of(), Map.of(), Map.of());

    public AppsSnapshot {
        apps = Map.copyOf(apps);
        versions = Map.copyOf(versions);
        sightings = Map.copyOf(sightings);
        comparisons = Map.copyOf(comparisons);
    }

    public AppsSnapshot(Map<String, App> apps, Map<String, List<AppVersion>> versions, Map<String, List<CurrentSighting>> sightings) {
        this(apps, versions, sightings, Map.of());
    }

    /** The same with other apps. */
    public AppsSnapshot withApps(Map<String, App> others) {
        return new AppsSnapshot(others, versions, sightings, comparisons);
    }

    /** The same without a version; its app then counts as opened. */
    public AppsSnapshot withoutVersion(String appId, String versionId) {
        Map<String, List<AppVersion>> fewer = new HashMap<>(versions);
        fewer.put(appId, versions.getOrDefault(appId, List.of()).stream().filter(version -> !version.matches(versionId)).toList());
        return new AppsSnapshot(apps, fewer, sightings, comparisons);
    }

    /** What differs between two versions, if that was worked out. */
    public Optional<Comparison> comparison(String appId, String from, String to) {
        return Optional.ofNullable(comparisons.get(new VersionPair(appId, from, to)));
    }

    /** Which versions this console saw as an app's current one, latest last. */
    public List<CurrentSighting> seen(String appId) {
        return sightings.getOrDefault(appId, List.of());
    }

    public Optional<App> find(String id) {
        return Optional.ofNullable(apps.get(id));
    }

    /** The name of an app for people: its reference, or its id when it is not known. */
    public String name(String appId) {
        return find(appId).map(App::name).orElse(appId);
    }
}
