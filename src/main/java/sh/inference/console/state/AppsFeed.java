package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Problem;

/**
 * Reads apps and versions into the {@link AppsStore}: pages of a search, and the versions of the opened app, which is read
 * again every few seconds so that a current version moved by others is noticed. Confined to the FX thread; what blocks
 * runs in the background.
 */
public final class AppsFeed implements AutoCloseable {
    private static final int PAGE = 50;
    private static final Duration REREAD = Duration.ofSeconds(10);
    private final InferenceApi api;
    private final AppsStore store;
    private final Permissions permissions;
    private final CurrentSightings sightings;
    private final FeedRuntime runtime;
    private String term = "";
    private Optional<ListRequest> next = Optional.empty();
    private final Set<String> cursors = new HashSet<>();
    private int search;
    private String opened = "";
    private Optional<Future<?>> ticking = Optional.empty();

    public AppsFeed(InferenceApi api, AppsStore store, Permissions permissions, CurrentSightings sightings, FeedRuntime runtime) {
        this.api = api;
        this.store = store;
        this.permissions = permissions;
        this.sightings = sightings;
        this.runtime = runtime;
    }

    /** Reads the first page, and begins to read the opened app again and again. */
    public void start() {
        ticking = Optional.of(runtime.every(REREAD, () -> reload(opened)));
        search("");
    }

    /** Starts a new search on the service; what an older one still brings is dropped. */
    public void search(String wanted) {
        term = wanted;
        search++;
        cursors.clear();
        store.clearList();
        store.setListState(LoadState.IDLE);
        ListRequest first = ListRequest.first(PAGE);
        read(wanted.isBlank() ? first : first.searching(wanted.strip()));
    }

    /** The same search from its first page, after a failure or when the operator asks. */
    public void reload() {
        search(term);
    }

    /** Reads the next page, if there is one and none is under way. */
    public void loadMore() {
        if (!store.listStateProperty().get().loading()) {
            next.ifPresent(this::read);
        }
    }

    /** Reads an app and all its versions, and keeps the app fresh from now on. */
    public void open(String appId) {
        opened = appId;
        reload(appId);
    }

    /** Reads an app and its versions again; an empty id does nothing. */
    public void reload(String appId) {
        if (appId.isEmpty() || isLoading(appId)) {
            return;
        }
        int known = store.versions().getOrDefault(appId, List.of()).size();
        store.setVersionState(appId, new LoadState(true, known, OptionalInt.empty(), false, Optional.empty()));
        runtime.tasks().run(() -> readApp(appId), this::accept, reason -> {
            Problem problem = problem(reason);
            store.setVersionState(appId, new LoadState(false, known, OptionalInt.empty(), false, Optional.of(problem)));
        });
    }

    @Override
    public void close() {
        ticking.ifPresent(future -> future.cancel(false));
        search++;
        opened = "";
    }

    private boolean isLoading(String appId) {
        return store.versionStates().getOrDefault(appId, LoadState.IDLE).loading();
    }

    private void read(ListRequest request) {
        int asked = search;
        LoadState before = store.listStateProperty().get();
        store.setListState(new LoadState(true, store.apps().size(), before.total(), before.hasMore(), Optional.empty()));
        runtime.tasks().run(() -> {
            Page<App> page = api.listApps(request);
            return new Listed(page, saw(page.items()));
        }, listed -> {
            if (asked == search) {
                accept(request, listed);
            }
        }, reason -> {
            if (asked == search) {
                next = Optional.of(request);
                store.setListState(new LoadState(false, store.apps().size(), before.total(), true, Optional.of(problem(reason))));
            }
        });
    }

    private void accept(ListRequest request, Listed listed) {
        Page<App> page = listed.page();
        listed.seen().forEach(store::setSightings);
        store.addPage(page.items());
        // A server that repeats a cursor is not followed in a circle.
        boolean more = page.hasNext() && !page.nextCursor().isEmpty() && cursors.add(page.nextCursor());
        next = more ? Optional.of(request.after(page.nextCursor())) : Optional.empty();
        store.setListState(new LoadState(false, store.apps().size(), page.total(), more, Optional.empty()));
    }

    private void accept(Opened app) {
        app.seen().forEach(store::setSightings);
        store.put(app.app());
        store.setVersions(app.app().id(), app.versions());
        store.setVersionState(app.app().id(), new LoadState(false, app.versions().size(), OptionalInt.of(app.versions().size()), false, Optional.empty()));
    }

    /** On a background thread. */
    private Opened readApp(String appId) throws ApiException {
        App app = api.getApp(appId);
        Map<String, AppVersion> versions = new LinkedHashMap<>();
        Set<String> followed = new HashSet<>();
        ListRequest request = ListRequest.first(100).sortedBy("created_at");
        while (true) {
            Page<AppVersion> page = api.listVersions(app.id(), request);
            page.items().forEach(version -> versions.putIfAbsent(version.id(), version));
            if (!page.hasNext() || page.nextCursor().isEmpty() || !followed.add(page.nextCursor())) {
                return new Opened(app, new ArrayList<>(versions.values()), saw(List.of(app)));
            }
            request = request.after(page.nextCursor());
        }
    }

    /** On a background thread, because it may touch the disk. */
    private Map<String, List<CurrentSighting>> saw(List<App> apps) {
        Map<String, String> current = new HashMap<>();
        apps.stream().filter(app -> !app.versionId().isEmpty()).forEach(app -> current.put(app.id(), app.versionId()));
        Instant now = runtime.now();
        return sightings.saw(current, now);
    }

    private Problem problem(Exception reason) {
        ApiFailure failure = FeedRuntime.failure(reason);
        if (failure instanceof ApiFailure.Forbidden forbidden) {
            forbidden.scope().ifPresent(permissions::learnMissing);
        }
        return failure.problem();
    }

    private record Listed(Page<App> page, Map<String, List<CurrentSighting>> seen) {
    }

    private record Opened(App app, List<AppVersion> versions, Map<String, List<CurrentSighting>> seen) {
    }
}
