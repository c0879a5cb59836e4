package sh.inference.console.api;

import java.math.BigDecimal;

import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Money;

/**
 * The service. Every call blocks and throws {@link ApiException} with the reason; an interrupt cancels it. A write is
 * sent at most once, whatever happens; a read may be repeated once after a reset (contract 2.3).
 */
public interface InferenceApi {
    Page<Engine> listEngines(ListRequest request) throws ApiException;

    Engine getEngine(String id) throws ApiException;

    Answer<Engine> drainEngine(String id) throws ApiException;

    Answer<Engine> updateEngine(String id) throws ApiException;

    /** Moves the auto-delete time later and debits the balance. Not idempotent: never repeat it (contract 7.3). */
    Answer<Engine> extendEngine(String id, BigDecimal additionalHours) throws ApiException;

    Answer<Engine> stopEngine(String id) throws ApiException;

    Answer<Engine> restartEngine(String id) throws ApiException;

    /** The live news of one engine; its first frame is the whole engine. Blocks until the service has answered. */
    EngineStream streamEngine(String id) throws ApiException;

    /** The live news of the whole workspace; needs {@code teams:read}. */
    EngineStream streamEvents() throws ApiException;

    Page<App> listApps(ListRequest request) throws ApiException;

    /** @param reference an id or {@code namespace/name} */
    App getApp(String reference) throws ApiException;

    Page<AppVersion> listVersions(String appId, ListRequest request) throws ApiException;

    AppVersion getVersion(String appId, String versionId) throws ApiException;

    /** Makes a version the app's current one. Idempotent (contract 4.5). */
    Answer<App> setCurrentVersion(String appId, String versionId) throws ApiException;

    /** The team's balance; needs {@code billing:read}. */
    Money balance() throws ApiException;
}
