package sh.inference.console.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.EngineStream;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.api.UnreadPage;
import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Money;
import sh.inference.console.model.TaskLog;
import sh.inference.console.model.TaskSummary;
import sh.inference.console.model.VersionDocument;

/**
 * The service in memory, for tests of what reads it: lists with cursors, reads, streams that the test drives, and
 * failures where the test wants them. It writes nothing: what writes is tested against the sandbox.
 */
public final class FakeService implements InferenceApi {
    public static final ApiFailure LOST = new ApiFailure.Unreachable(ApiFailure.Cause.RESET, true, "reset");
    /** By id, in the order of the list. Tests change it. */
    public final Map<String, Engine> engines = Collections.synchronizedMap(new LinkedHashMap<>());
    public final Map<String, Apps> apps = Collections.synchronizedMap(new LinkedHashMap<>());
    /** Whole versions by id. Tests change it. */
    public final Map<String, VersionDocument> documents = Collections.synchronizedMap(new LinkedHashMap<>());
    /** Why a call fails, by its name as in {@link #calls}; the empty id means the workspace. */
    public final Map<String, ApiFailure> failures = Collections.synchronizedMap(new HashMap<>());
    /** What was called: {@code list} and {@code read} for a page of engines, {@code get id}, {@code stream id}, {@code events}, {@code apps}, {@code app id}, {@code versions id}. */
    public final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    public volatile Money balance = Money.ofDollars("100");
    public volatile boolean countsTotal = true;
    /** What becomes of a cursor before it is given out; the identity unless a test breaks the server. */
    public volatile Function<String, String> cursors = cursor -> cursor;
    private final FeedRig rig;
    private final Map<String, FakeStream> streams = Collections.synchronizedMap(new HashMap<>());

    public FakeService(FeedRig rig) {
        this.rig = rig;
    }

    public void put(Engine engine) {
        engines.put(engine.id(), engine);
    }

    /** The stream of an engine that was opened last; the empty id stands for the workspace. */
    public FakeStream stream(String id) {
        return streams.get(id);
    }

    public long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    public long openStreams() {
        return streams.values().stream().filter(FakeStream::isOpen).count();
    }

    private void call(String name) throws ApiException {
        calls.add(name);
        ApiFailure failure = failures.get(name);
        if (failure != null) {
            throw new ApiException(failure);
        }
    }

    private <T> Page<T> page(List<T> all, ListRequest request) {
        int from = request.cursor().isEmpty() ? Math.max(0, request.page() - 1) * request.limit() : Integer.parseInt(request.cursor());
        int to = Math.min(all.size(), from + request.limit());
        boolean more = to < all.size();
        return new Page<>(all.subList(Math.min(from, to), to), more ? cursors.apply(String.valueOf(to)) : "", more,
                countsTotal ? OptionalInt.of(all.size()) : OptionalInt.empty());
    }

    private static <T> T found(T value, String id) throws ApiException {
        if (value == null) {
            throw new ApiException(new ApiFailure.NotFound(id));
        }
        return value;
    }

    @Override
    public Page<Engine> listEngines(ListRequest request) throws ApiException {
        call("list");
        return page(List.copyOf(engines.values()), request);
    }

    @Override
    public UnreadPage<Engine> fetchEngines(ListRequest request) throws ApiException {
        return new KnownPage<>(listEngines(request), () -> calls.add("read"));
    }

    @Override
    public Engine getEngine(String id) throws ApiException {
        call("get " + id);
        return found(engines.get(id), id);
    }

    @Override
    public EngineStream streamEngine(String id) throws ApiException {
        call("stream " + id);
        found(engines.get(id), id);
        return open(id);
    }

    @Override
    public EngineStream streamEvents() throws ApiException {
        call("events");
        return open("");
    }

    private FakeStream open(String id) {
        FakeStream stream = new FakeStream(rig);
        streams.put(id, stream);
        return stream;
    }

    @Override
    public Page<App> listApps(ListRequest request) throws ApiException {
        call("apps");
        return page(apps.values().stream().map(Apps::build).filter(app -> app.name().contains(request.search())).toList(), request);
    }

    @Override
    public App getApp(String reference) throws ApiException {
        call("app " + reference);
        return found(apps.get(reference), reference).build();
    }

    @Override
    public Page<AppVersion> listVersions(String appId, ListRequest request) throws ApiException {
        call("versions " + appId);
        return page(found(apps.get(appId), appId).versionList(), request);
    }

    @Override
    public AppVersion getVersion(String appId, String versionId) throws ApiException {
        Optional<AppVersion> version = found(apps.get(appId), appId).versionList().stream().filter(v -> v.matches(versionId)).findFirst();
        return found(version.orElse(null), versionId);
    }

    @Override
    public Money balance() throws ApiException {
        call("balance");
        return balance;
    }

    @Override
    public Answer<Engine> renameEngine(String id, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Engine> deleteEngine(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String engineJson(String id) throws ApiException {
        return "{ }";
    }

    @Override
    public List<TaskSummary> tasksOf(String engineId, int most) {
        return List.of();
    }

    @Override
    public TaskLog taskLog(String taskId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Void> cancelTask(String taskId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Engine> drainEngine(String id) {
        throw unwanted();
    }

    @Override
    public Answer<Engine> updateEngine(String id) {
        throw unwanted();
    }

    @Override
    public Answer<Engine> extendEngine(String id, BigDecimal additionalHours) {
        throw unwanted();
    }

    @Override
    public Answer<Engine> stopEngine(String id) {
        throw unwanted();
    }

    @Override
    public Answer<Engine> restartEngine(String id) {
        throw unwanted();
    }

    @Override
    public VersionDocument readVersion(String appId, String versionId) throws ApiException {
        call("document " + versionId);
        return found(documents.get(versionId), versionId);
    }

    @Override
    public List<String> enginesFor(String appId) throws ApiException {
        call("engines for " + appId);
        return List.copyOf(engines.keySet());
    }

    @Override
    public Answer<App> setAppStatus(String appId, AppStatus status, String message) {
        throw unwanted();
    }

    @Override
    public Answer<App> setCurrentVersion(String appId, String versionId) {
        throw unwanted();
    }

    private static AssertionError unwanted() {
        return new AssertionError("what only reads has written");
    }
}
