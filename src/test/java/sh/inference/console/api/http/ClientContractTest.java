package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.EngineStream;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.api.UnreadPage;
import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.Engine;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.testing.ManualClock;

/** Every call of the console's client against the sandbox, with the version header and without. */
class ClientContractTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-10-13T12:41:52Z"));
    private SandboxServer sandbox;

    /** A call that says of its answer whether it is right. */
    private interface Asked {
        boolean isRight(InferenceApi api) throws ApiException;
    }

    @BeforeEach
    void start() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(clock).byHand());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyCallIsAnswered(boolean version) throws Exception {
        InferenceApi api = client(version);
        for (Map.Entry<String, Asked> call : calls(api).entrySet()) {
            assertThat(call.getValue().isRight(api)).as(call.getKey()).isTrue();
        }
    }

    @Test
    void noCallOfTheClientIsLeftOut() throws Exception {
        assertThat(new TreeSet<>(calls(client(true)).keySet()))
                .isEqualTo(new TreeSet<>(Arrays.stream(InferenceApi.class.getDeclaredMethods()).filter(method -> !method.isSynthetic()).map(Method::getName).toList()));
    }

    private static Map<String, Asked> calls(InferenceApi reader) throws ApiException {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Engine engine : reader.listEngines(ListRequest.first(100)).items()) {
            ids.put(engine.name(), engine.id());
        }
        App app = reader.getApp("lumen/flux-portrait");
        String old = reader.listVersions(app.id(), ListRequest.first(100)).items().getLast().id();
        String task = reader.getEngine(ids.get("gpu-lon-03")).workers().orElseThrow().getFirst().taskId().orElseThrow();
        Map<String, Asked> calls = new LinkedHashMap<>();
        calls.put("listEngines", api -> api.listEngines(ListRequest.first(5)).items().size() == 5);
        calls.put("fetchEngines", api -> tellsItsEnd(api.fetchEngines(ListRequest.first(5))) && tellsItsEnd(api.fetchEngines(ListRequest.first(100))));
        calls.put("getEngine", api -> api.getEngine(ids.get("gpu-lon-03")).name().equals("gpu-lon-03"));
        calls.put("streamEngine", api -> firstFrame(api.streamEngine(ids.get("gpu-lon-03"))));
        calls.put("streamEvents", api -> opens(api.streamEvents()));
        calls.put("engineJson", api -> api.engineJson(ids.get("gpu-lon-03")).contains("\"gpu-lon-03\""));
        calls.put("tasksOf", api -> api.tasksOf(ids.get("gpu-lon-03"), 20).stream().anyMatch(one -> one.id().equals(task)));
        calls.put("taskLog", api -> !api.taskLog(task).toString().isEmpty());
        calls.put("cancelTask", api -> api.cancelTask(task) != null);
        calls.put("extendEngine", api -> api.extendEngine(ids.get("h100-west-2"), new BigDecimal("1.5")) != null);
        calls.put("renameEngine", api -> api.renameEngine(ids.get("gpu-lon-01"), "gpu-lon-11") != null && api.getEngine(ids.get("gpu-lon-01")).name().equals("gpu-lon-11"));
        calls.put("drainEngine", api -> api.drainEngine(ids.get("gpu-lon-03")) != null && status(api, ids, "gpu-lon-03").equals("draining"));
        calls.put("updateEngine", api -> api.updateEngine(ids.get("gpu-lon-02")) != null);
        calls.put("stopEngine", api -> api.stopEngine(ids.get("gpu-lon-04")) != null && status(api, ids, "gpu-lon-04").equals("stopping"));
        calls.put("restartEngine", api -> api.restartEngine(ids.get("h100-west-1")) != null && status(api, ids, "h100-west-1").equals("restarting"));
        calls.put("deleteEngine", api -> api.deleteEngine(ids.get("gpu-lon-06")) != null);
        calls.put("listApps", api -> api.listApps(ListRequest.first(100)).items().size() == 18);
        calls.put("getApp", api -> api.getApp(app.id()).name().equals("flux-portrait"));
        calls.put("listVersions", api -> !api.listVersions(app.id(), ListRequest.first(100)).items().isEmpty());
        calls.put("getVersion", api -> api.getVersion(app.id(), old).id().equals(old));
        calls.put("readVersion", api -> api.readVersion(app.id(), old) != null);
        calls.put("enginesFor", api -> !api.enginesFor(app.id()).isEmpty());
        calls.put("setAppStatus", api -> api.setAppStatus(app.id(), AppStatus.MAINTENANCE, "soon") != null);
        calls.put("setCurrentVersion", api -> api.setCurrentVersion(app.id(), old) != null && api.getApp(app.id()).versionId().equals(old));
        calls.put("balance", api -> api.balance().microcents() > 0);
        return calls;
    }

    /** Whether a page says before it is read how the list goes on, as it does afterwards. */
    private static boolean tellsItsEnd(UnreadPage<Engine> unread) throws ApiException {
        Page<Engine> page = unread.read();
        return unread.hasNext() == page.hasNext() && unread.nextCursor().equals(page.nextCursor()) && page.hasNext() == !page.nextCursor().isEmpty();
    }

    private static String status(InferenceApi api, Map<String, String> ids, String name) throws ApiException {
        return api.getEngine(ids.get(name)).status().raw();
    }

    private static boolean firstFrame(EngineStream stream) {
        AtomicBoolean seen = new AtomicBoolean();
        try (stream) {
            stream.read(frame -> {
                seen.set(true);
                stream.close();
            });
        } catch (ApiException closed) {
            return seen.get();
        }
        return seen.get();
    }

    private static boolean opens(EngineStream stream) {
        stream.close();
        return true;
    }

    private InferenceApi client(boolean version) {
        return new HttpInferenceApi(sandbox.url(), () -> "Bearer " + sandbox.key(), () -> HttpSettings.DEFAULT.withApiVersion(version), Clock.systemUTC());
    }
}
