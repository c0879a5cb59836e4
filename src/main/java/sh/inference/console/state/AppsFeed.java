package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.App;
import sh.inference.console.model.AppReference;
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
    /** The list is read again at every third turn, and only its first pages: it is long, and it changes seldom. */
    private static final int LIST_TURN = 3;
    private static final int LIST_PAGES = 4;
    /** In the background no list is asked for more than twice a second. */
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(500);
    private final InferenceApi api;
    private final AppsStore store;
    private final Permissions permissions;
    private final CurrentSightings sightings;
    private final FeedRuntime runtime;
    private AppsQuery query = AppsQuery.ALL;
    private boolean fresh;
    private Optional<ListRequest> next = Optional.empty();
    private Paging paging = new Paging();
    private int search;
    private Optional<TaskRunner.Running> asking = Optional.empty();
    private final Set<String> reading = new HashSet<>();
    private final Set<String> again = new HashSet<>();
    private String opened = "";
    private int turn;
    private boolean refreshing;
    private Optional<Future<?>> ticking = Optional.empty();

    public AppsFeed(InferenceApi api, AppsStore store, Permissions permissions, CurrentSightings sightings, FeedRuntime runtime) {
        this.api = api;
        this.store = store;
        this.permissions = permissions;
        this.sightings = sightings;
        this.runtime = runtime;
    }

    /** Reads the first page, and begins to read the opened app and the list again and again. */
    public void start() {
        ticking = Optional.of(runtime.every(REREAD, this::tick));
        search("");
    }

    private void tick() {
        reload(opened);
        turn++;
        if (turn % LIST_TURN == 0) {
            refreshList();
        }
    }

    /** Starts a new search on the service; an older one that is under way is broken off. */
    public void search(String wanted) {
        search(new AppsQuery(wanted, query.category(), query.status()));
    }

    /** The same with a category and a status. What is listed stays until the first page arrives. */
    public void search(AppsQuery wanted) {
        query = wanted;
        search++;
        asking.ifPresent(TaskRunner.Running::cancel);
        paging = new Paging();
        fresh = true;
        next = Optional.empty();
        read(first());
    }

    /**
     * Looks an app up, and a version of it where one is named.
     *
     * @param found  gets the app as it was read
     * @param failed why it is not there
     */
    public void find(AppReference reference, Consumer<App> found, Consumer<Problem> failed) {
        runtime.tasks().run(() -> {
            App app = api.getApp(reference.app());
            if (!reference.version().isEmpty()) {
                api.getVersion(app.id(), reference.version());
            }
            return app;
        }, app -> {
            store.put(app);
            found.accept(app);
        }, reason -> failed.accept(problem(reason)));
    }

    /** The same search from its first page, after a failure or when the operator asks. */
    public void reload() {
        search(query);
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

    /**
     * Reads an app and its versions again; an empty id does nothing. When it is being read already it is read once more
     * after that, because the answer under way may be older than the wish.
     */
    public void reload(String appId) {
        if (appId.isEmpty()) {
            return;
        }
        if (!reading.add(appId)) {
            again.add(appId);
            return;
        }
        if (!store.versions().containsKey(appId)) {
            store.setVersionState(appId, new LoadState(true, 0, OptionalInt.empty(), false, Optional.empty()));
        }
        runtime.tasks().run(() -> readApp(appId), app -> {
            accept(appId, app);
            finish(appId);
        }, reason -> {
            int known = store.versions().getOrDefault(appId, List.of()).size();
            store.setVersionState(appId, new LoadState(false, known, OptionalInt.empty(), false, Optional.of(problem(reason))));
            finish(appId);
        });
    }

    private void finish(String appId) {
        reading.remove(appId);
        if (again.remove(appId)) {
            reload(appId);
        }
    }

    @Override
    public void close() {
        ticking.ifPresent(future -> future.cancel(false));
        search++;
        asking.ifPresent(TaskRunner.Running::cancel);
        opened = "";
        again.clear();
    }

    /** Reads the rows again that are listed, without a word: what fails here is tried again soon. */
    private void refreshList() {
        if (refreshing || store.apps().isEmpty() || store.listStateProperty().get().loading()) {
            return;
        }
        refreshing = true;
        refreshPage(first(), new Paging(), search);
    }

    private void refreshPage(ListRequest request, Paging pages, int asked) {
        runtime.tasks().run(() -> {
            Page<App> page = api.listApps(request);
            return new Listed(page, saw(page.items()));
        }, listed -> {
            Optional<ListRequest> further = pages.next(request, listed.page(), true)
                    .filter(more -> asked == search && pages.pages() < LIST_PAGES && pages.pages() * PAGE < store.apps().size());
            if (asked == search) {
                refreshed(listed);
            }
            further.ifPresentOrElse(more -> runtime.later(BETWEEN_PAGES, () -> refreshPage(more, pages, asked)), () -> refreshing = false);
        }, reason -> {
            refreshing = false;
            problem(reason);
        });
    }

    /** What was read again replaces what is listed; rows beyond what was loaded stay unloaded. */
    private void refreshed(Listed listed) {
        listed.seen().forEach(store::setSightings);
        Set<String> shown = new HashSet<>();
        store.apps().forEach(app -> shown.add(app.id()));
        boolean complete = next.isEmpty();
        store.addPage(listed.page().items().stream().filter(app -> complete || shown.contains(app.id())).toList());
        count(listed.page());
    }

    private void count(Page<App> page) {
        if (query.asksForAll()) {
            store.setCount(page.total().orElse(store.apps().size()));
        }
    }

    private ListRequest first() {
        List<ListRequest.Filter> filters = new ArrayList<>();
        if (!query.category().isEmpty()) {
            filters.add(new ListRequest.Filter("category", "eq", query.category()));
        }
        query.status().ifPresent(status -> filters.add(new ListRequest.Filter("status", "eq", status.name().toLowerCase(Locale.ROOT))));
        return new ListRequest("", 0, PAGE, query.term().strip(), "", filters);
    }

    private void read(ListRequest request) {
        LoadState before = store.listStateProperty().get();
        store.setListState(new LoadState(true, store.apps().size(), before.total(), before.hasMore(), Optional.empty()));
        asking = Optional.of(runtime.tasks().run(() -> {
            Page<App> page = api.listApps(request);
            return new Listed(page, saw(page.items()));
        }, listed -> accept(request, listed), reason -> {
            next = Optional.of(request);
            store.setListState(new LoadState(false, store.apps().size(), before.total(), true, Optional.of(problem(reason))));
        }));
    }

    private void accept(ListRequest request, Listed listed) {
        Page<App> page = listed.page();
        listed.seen().forEach(store::setSightings);
        int before = fresh ? 0 : store.apps().size();
        if (fresh) {
            fresh = false;
            store.replaceList(page.items());
        } else {
            store.addPage(page.items());
        }
        next = paging.next(request, page, store.apps().size() > before);
        count(page);
        store.setListState(new LoadState(false, store.apps().size(), page.total(), next.isPresent(), Optional.empty()));
    }

    private void accept(String asked, Opened app) {
        app.seen().forEach(store::setSightings);
        store.put(app.app());
        store.setVersions(app.app().id(), app.versions());
        store.setVersionState(asked, new LoadState(false, app.versions().size(), OptionalInt.of(app.versions().size()), false, Optional.empty()));
    }

    /** On a background thread. */
    private Opened readApp(String appId) throws ApiException {
        App app = api.getApp(appId);
        Map<String, AppVersion> versions = new LinkedHashMap<>();
        Paging pages = new Paging();
        for (Optional<ListRequest> request = Optional.of(ListRequest.first(100).sortedBy("created_at")); request.isPresent(); ) {
            Page<AppVersion> page = api.listVersions(app.id(), request.get());
            int before = versions.size();
            page.items().forEach(version -> versions.putIfAbsent(version.id(), version));
            request = pages.next(request.get(), page, versions.size() > before);
        }
        return new Opened(app, new ArrayList<>(versions.values()), saw(List.of(app)));
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
        permissions.learn(failure);
        return failure.problem();
    }

    private record Listed(Page<App> page, Map<String, List<CurrentSighting>> seen) {
    }

    private record Opened(App app, List<AppVersion> versions, Map<String, List<CurrentSighting>> seen) {
    }
}
