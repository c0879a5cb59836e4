package sh.inference.console.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;

/**
 * The apps and versions known at one moment. Immutable.
 *
 * @param apps     by id
 * @param versions by app id, newest first; only of apps that were opened
 * @param sightings by app id: version ids this console saw as current, latest last
 */
public record AppsSnapshot(Map<String, App> apps, Map<String, List<AppVersion>> versions, Map<String, List<CurrentSighting>> sightings) {
    public static final AppsSnapshot EMPTY = new AppsSnapshot(Map.of(), Map.of(), Map.of());

    public AppsSnapshot {
        apps = Map.copyOf(apps);
        versions = Map.copyOf(versions);
        sightings = Map.copyOf(sightings);
    }

    public Optional<App> find(String id) {
        return Optional.ofNullable(apps.get(id));
    }

    /** The name of an app for people: its reference, or its id when it is not known. */
    public String name(String appId) {
        return find(appId).map(App::name).orElse(appId);
    }
}
