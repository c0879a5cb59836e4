package sh.inference.console.api;

import java.math.BigDecimal;
import java.util.List;

import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Money;
import sh.inference.console.model.TaskLog;
import sh.inference.console.model.TaskSummary;
import sh.inference.console.model.VersionDocument;

/**
 * The service. Every call blocks and throws {@link ApiException} with the reason; an interrupt cancels it. A write is
 * sent at most once, whatever happens; a read may be repeated once after a reset (contract 2.3).
 */
public interface InferenceApi {
    Page<Engine> listEngines(ListRequest request) throws ApiException;

    /** The first half of {@link #listEngines}, for who wants the next page to be under way while this one is read. */
    UnreadPage<Engine> fetchEngines(ListRequest request) throws ApiException;

    Engine getEngine(String id) throws ApiException;

    Answer<Engine> drainEngine(String id) throws ApiException;

    Answer<Engine> updateEngine(String id) throws ApiException;

    /** Moves the auto-delete time later and debits the balance. Not idempotent: never repeat it (contract 7.3). */
    Answer<Engine> extendEngine(String id, BigDecimal additionalHours) throws ApiException;

    Answer<Engine> stopEngine(String id) throws ApiException;

    Answer<Engine> restartEngine(String id) throws ApiException;

    /** Changes the name and nothing else. */
    Answer<Engine> renameEngine(String id, String name) throws ApiException;

    /** Deletes the record of an engine. */
    Answer<Engine> deleteEngine(String id) throws ApiException;

    /** An engine as the service describes it, as JSON for people to read; members that may hold secrets are cut out by name. */
    String engineJson(String id) throws ApiException;

    /** The latest tasks of an engine, newest first; needs {@code apps:read} (contract 10). */
    List<TaskSummary> tasksOf(String engineId, int most) throws ApiException;

    /** What a task has said so far; needs {@code apps:read}. */
    TaskLog taskLog(String taskId) throws ApiException;

    /** Cancels a task; needs {@code apps:execute} (contract 10). */
    Answer<Void> cancelTask(String taskId) throws ApiException;

    /** The live news of one engine; its first frame is the whole engine. Blocks until the service has answered. */
    EngineStream streamEngine(String id) throws ApiException;

    /** The live news of the whole workspace; needs {@code teams:read}. */
    EngineStream streamEvents() throws ApiException;

    Page<App> listApps(ListRequest request) throws ApiException;

    /** @param reference an id or {@code namespace/name} */
    App getApp(String reference) throws ApiException;

    Page<AppVersion> listVersions(String appId, ListRequest request) throws ApiException;

    AppVersion getVersion(String appId, String versionId) throws ApiException;

    /** A version whole, with its schemas and its environment, as the service wrote it. */
    VersionDocument readVersion(String appId, String versionId) throws ApiException;

    /** The ids of the engines that the service thinks able to serve the app's current version (contract 5.1). */
    List<String> enginesFor(String appId) throws ApiException;

    /** Sets the lifecycle status of an app, with a message for those who see it. Idempotent (contract 4.1). */
    Answer<App> setAppStatus(String appId, AppStatus status, String message) throws ApiException;

    /** Makes a version the app's current one. Idempotent (contract 4.5). */
    Answer<App> setCurrentVersion(String appId, String versionId) throws ApiException;

    /** The team's balance; needs {@code billing:read}. */
    Money balance() throws ApiException;
}
