package sh.inference.console.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Money;
import sh.inference.console.model.TaskLog;
import sh.inference.console.model.TaskSummary;
import sh.inference.console.model.VersionDocument;
import sh.inference.console.model.Wire;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;

/**
 * The service in memory, for tests of what writes: it obeys, counts every write, and fails where the test wants it to, before
 * or after it has obeyed. Engines do not move by themselves.
 */
public final class ObedientService implements InferenceApi {
    /** By id. Tests change it. */
    public final Map<String, Engine> engines = new LinkedHashMap<>();
    /** By id. Tests change it. */
    public final Map<String, Apps> apps = new LinkedHashMap<>();
    /** Every write that arrived, such as {@code drain id-e}; refused ones too. */
    public final List<String> writes = new ArrayList<>();
    /** Called before each read, with the id; a test may change the fleet there. */
    public Runnable beforeRead = () -> { };
    /** Called when a write has arrived. */
    public Runnable onWrite = () -> { };
    private ApiFailure refusal;
    private ApiFailure readFailure;
    private boolean losesAnswer;

    /** The next write is refused and changes nothing. */
    public void refuseNext(ApiFailure why) {
        refusal = why;
        losesAnswer = false;
    }

    /** The next write takes effect, but its answer is lost. */
    public void loseNextAnswer(ApiFailure how) {
        refusal = how;
        losesAnswer = true;
    }

    public void failReads(ApiFailure why) {
        readFailure = why;
    }

    public void set(Engines engine) {
        Engine built = engine.build();
        engines.put(built.id(), built);
    }

    public void status(String id, EngineStatus status) {
        Engine e = engines.get(id);
        engines.put(id, new Engine(e.id(), e.shortId(), e.name(), Wire.of(status), e.version(), e.system(), e.instance(), e.workers(), e.visibility(),
                e.createdAt(), e.updatedAt(), e.deletedAt()));
    }

    private <T> Answer<T> write(String what, String id, boolean known, Runnable effect) throws ApiException {
        writes.add(what + " " + id);
        onWrite.run();
        ApiFailure failure = refusal;
        refusal = null;
        if (failure != null && !losesAnswer) {
            throw new ApiException(failure);
        }
        if (!known) {
            throw new ApiException(new ApiFailure.NotFound(id));
        }
        effect.run();
        if (failure != null) {
            throw new ApiException(failure);
        }
        return new Answer<>(Optional.empty(), List.of(), 200);
    }

    private Answer<Engine> engine(String what, String id, Runnable effect) throws ApiException {
        return write(what, id, engines.containsKey(id), effect);
    }

    private void read() throws ApiException {
        beforeRead.run();
        if (readFailure != null) {
            throw new ApiException(readFailure);
        }
    }

    private static <T> T found(T value, String id) throws ApiException {
        if (value == null) {
            throw new ApiException(new ApiFailure.NotFound(id));
        }
        return value;
    }

    @Override
    public Page<Engine> listEngines(ListRequest request) throws ApiException {
        read();
        return new Page<>(List.copyOf(engines.values()), "", false, OptionalInt.empty());
    }

    @Override
    public UnreadPage<Engine> fetchEngines(ListRequest request) throws ApiException {
        return new KnownPage<>(listEngines(request), () -> { });
    }

    @Override
    public Engine getEngine(String id) throws ApiException {
        read();
        return found(engines.get(id), id);
    }

    @Override
    public Answer<Engine> drainEngine(String id) throws ApiException {
        return engine("drain", id, () -> status(id, EngineStatus.DRAINING));
    }

    @Override
    public Answer<Engine> updateEngine(String id) throws ApiException {
        return engine("update", id, () -> status(id, EngineStatus.DRAINING));
    }

    @Override
    public Answer<Engine> extendEngine(String id, BigDecimal hours) throws ApiException {
        return engine("extend", id, () -> {
            Engine e = engines.get(id);
            Instance i = e.instance().orElseThrow();
            Duration more = Duration.ofMinutes(hours.multiply(BigDecimal.valueOf(60)).longValue());
            Instance longer = new Instance(i.id(), i.cloud(), i.name(), i.region(), i.ip(), i.type(), i.status(), i.hourlyPrice(), i.costSoFar(),
                    i.endsAt().map(at -> at.plus(more)), i.spendCap(), i.hardware());
            engines.put(id, new Engine(e.id(), e.shortId(), e.name(), e.status(), e.version(), e.system(), Optional.of(longer), e.workers(), e.visibility(),
                    e.createdAt(), e.updatedAt(), e.deletedAt()));
        });
    }

    @Override
    public Answer<Engine> stopEngine(String id) throws ApiException {
        return engine("stop", id, () -> status(id, EngineStatus.STOPPING));
    }

    @Override
    public Answer<Engine> restartEngine(String id) throws ApiException {
        return engine("restart", id, () -> status(id, EngineStatus.RESTARTING));
    }

    @Override
    public Answer<Engine> renameEngine(String id, String name) throws ApiException {
        return engine("rename " + name, id, () -> {
            Engine e = engines.get(id);
            engines.put(id, new Engine(e.id(), e.shortId(), name, e.status(), e.version(), e.system(), e.instance(), e.workers(), e.visibility(),
                    e.createdAt(), e.updatedAt(), e.deletedAt()));
        });
    }

    @Override
    public Answer<Engine> deleteEngine(String id) throws ApiException {
        return engine("delete", id, () -> engines.remove(id));
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
    public TaskLog taskLog(String taskId) throws ApiException {
        read();
        return new TaskLog(taskId, List.of(new TaskLog.Line(Optional.of(Engines.NOW), "running")));
    }

    @Override
    public Answer<Void> cancelTask(String taskId) throws ApiException {
        return write("cancel", taskId, true, () -> engines.replaceAll((id, e) -> new Engine(e.id(), e.shortId(), e.name(), e.status(), e.version(), e.system(),
                e.instance(), e.workers().map(all -> all.stream().map(w -> w.taskId().filter(taskId::equals).isPresent() ? free(w) : w).toList()), e.visibility(),
                e.createdAt(), e.updatedAt(), e.deletedAt())));
    }

    private static Worker free(Worker w) {
        return new Worker(w.id(), w.index(), Wire.of(WorkerStatus.IDLE), Optional.empty(), w.appId(), w.appVersionId(), w.gpus(), w.ramTotal(), w.warmApps(), w.updatedAt());
    }

    @Override
    public EngineStream streamEngine(String id) {
        throw new UnsupportedOperationException("no streams here");
    }

    @Override
    public EngineStream streamEvents() {
        throw new UnsupportedOperationException("no streams here");
    }

    @Override
    public Page<App> listApps(ListRequest request) throws ApiException {
        read();
        return new Page<>(apps.values().stream().map(Apps::build).toList(), "", false, OptionalInt.empty());
    }

    @Override
    public App getApp(String reference) throws ApiException {
        read();
        return found(apps.get(reference), reference).build();
    }

    @Override
    public Page<AppVersion> listVersions(String appId, ListRequest request) throws ApiException {
        read();
        return new Page<>(found(apps.get(appId), appId).versionList(), "", false, OptionalInt.empty());
    }

    @Override
    public AppVersion getVersion(String appId, String versionId) throws ApiException {
        read();
        return found(found(apps.get(appId), appId).versionList().stream().filter(version -> version.matches(versionId)).findFirst().orElse(null), versionId);
    }

    @Override
    public VersionDocument readVersion(String appId, String versionId) throws ApiException {
        getVersion(appId, versionId);
        return new VersionDocument(versionId, "{}");
    }

    @Override
    public List<String> enginesFor(String appId) throws ApiException {
        read();
        return List.copyOf(engines.keySet());
    }

    @Override
    public Answer<App> setAppStatus(String appId, AppStatus status, String message) throws ApiException {
        return write("status " + status, appId, apps.containsKey(appId), () -> apps.get(appId).status(status, message));
    }

    @Override
    public Answer<App> setCurrentVersion(String appId, String versionId) throws ApiException {
        return write("current " + versionId, appId, apps.containsKey(appId), () -> apps.get(appId).currentId(versionId));
    }

    @Override
    public Money balance() {
        return Money.ofDollars("100");
    }
}
