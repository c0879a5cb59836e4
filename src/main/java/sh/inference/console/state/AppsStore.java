package sh.inference.console.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import sh.inference.console.compare.Comparison;
import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;

/** The apps and versions read so far, and the only class that writes them. Confined to the FX thread. */
public final class AppsStore {
    /** Newest first, ties by id, because the service promises no order (contract 4.4). */
    public static final Comparator<AppVersion> NEWEST_FIRST = Comparator
            .comparing((AppVersion version) -> version.createdAt().map(at -> at.toEpochMilli()).orElse(Long.MIN_VALUE))
            .thenComparing(AppVersion::id).reversed();
    private static final int KEPT_COMPARISONS = 12;
    /** Where each app stands in the list. */
    private final Map<String, Integer> place = new HashMap<>();
    private final Map<String, App> known = new LinkedHashMap<>();
    private final ObservableList<App> listed = FXCollections.observableArrayList();
    private final ObservableList<App> listedView = FXCollections.unmodifiableObservableList(listed);
    private final ObservableMap<String, List<AppVersion>> versions = FXCollections.observableHashMap();
    private final ObservableMap<String, List<AppVersion>> versionsView = FXCollections.unmodifiableObservableMap(versions);
    private final Map<String, List<CurrentSighting>> sightings = new HashMap<>();
    private final ReadOnlyObjectWrapper<LoadState> listState = new ReadOnlyObjectWrapper<>(LoadState.IDLE);
    private final ObservableMap<String, LoadState> versionStates = FXCollections.observableHashMap();
    private final ObservableMap<VersionPair, Compared> comparisons = FXCollections.observableMap(new LinkedHashMap<>());
    private final ObservableMap<String, List<String>> opinions = FXCollections.observableHashMap();
    private AppsSnapshot snapshot;
    private OptionalInt count = OptionalInt.empty();

    /** The apps of the current search in the service's order, observable. */
    public ObservableList<App> apps() {
        return listedView;
    }

    /** How many apps there are, whatever is searched for; until the service has said so, how many are listed. */
    public int count() {
        return count.orElse(listed.size());
    }

    /** Versions by app id, newest first, of the apps that were opened; observable. */
    public ObservableMap<String, List<AppVersion>> versions() {
        return versionsView;
    }

    public ReadOnlyObjectProperty<LoadState> listStateProperty() {
        return listState.getReadOnlyProperty();
    }

    /** How far the versions of an app are loaded, by app id; observable. */
    public ObservableMap<String, LoadState> versionStates() {
        return versionStates;
    }

    /** Comparisons of versions that were asked for, the last few; observable. */
    public ObservableMap<VersionPair, Compared> comparisons() {
        return comparisons;
    }

    /** By app id, the engines that the service thinks able to run its current version, where it was asked; observable. */
    public ObservableMap<String, List<String>> opinions() {
        return opinions;
    }

    /** An immutable picture of this moment, for plans; the same one until something changes. */
    public AppsSnapshot snapshot() {
        if (snapshot == null) {
            Map<VersionPair, Comparison> done = new HashMap<>();
            comparisons.forEach((pair, compared) -> {
                if (compared instanceof Compared.Done it) {
                    done.put(pair, it.comparison());
                }
            });
            snapshot = new AppsSnapshot(known, versions, sightings, done);
        }
        return snapshot;
    }

    void setComparison(VersionPair pair, Compared compared) {
        snapshot = null;
        if (!comparisons.containsKey(pair) && comparisons.size() >= KEPT_COMPARISONS) {
            comparisons.remove(comparisons.keySet().iterator().next());
        }
        comparisons.put(pair, compared);
    }

    void setOpinion(String appId, List<String> engineIds) {
        opinions.put(appId, engineIds);
    }

    /** Starts a new search: the list is empty until its first page arrives. */
    public void clearList() {
        listed.clear();
        place.clear();
    }

    /** Puts the first page of a new search in the place of what was listed. */
    void replaceList(List<App> page) {
        snapshot = null;
        Map<String, App> first = new LinkedHashMap<>();
        page.forEach(app -> first.put(app.id(), app));
        known.putAll(first);
        if (!listed.equals(List.copyOf(first.values()))) {
            listed.setAll(first.values());
            places();
        }
    }

    /** Told before the state of the list that it belongs to. */
    void setCount(int all) {
        count = OptionalInt.of(all);
    }

    /** Adds a page to the list; an app that is already there is replaced in place. */
    public void addPage(List<App> page) {
        List<App> fresh = new ArrayList<>();
        snapshot = null;
        for (App app : page) {
            if (!replaceListed(app)) {
                fresh.add(app);
            }
            known.put(app.id(), app);
        }
        fresh.forEach(app -> place.put(app.id(), listed.size() + fresh.indexOf(app)));
        listed.addAll(fresh);
    }

    /** Takes over one app that was read again. */
    public void put(App app) {
        snapshot = null;
        known.put(app.id(), app);
        replaceListed(app);
    }

    public void setVersions(String appId, List<AppVersion> all) {
        snapshot = null;
        versions.put(appId, all.stream().sorted(NEWEST_FIRST).toList());
    }

    public void setListState(LoadState state) {
        listState.set(state);
    }

    public void setVersionState(String appId, LoadState state) {
        versionStates.put(appId, state);
    }

    /** Records which version was current when, as this console saw it. */
    public void setSightings(String appId, List<CurrentSighting> seen) {
        snapshot = null;
        sightings.put(appId, List.copyOf(seen));
    }

    private boolean replaceListed(App app) {
        Integer at = place.get(app.id());
        if (at == null) {
            return false;
        }
        // An app that was only read again must not stir the list.
        if (!listed.get(at).equals(app)) {
            listed.set(at, app);
        }
        return true;
    }

    private void places() {
        place.clear();
        for (int i = 0; i < listed.size(); i++) {
            place.put(listed.get(i).id(), i);
        }
    }
}
