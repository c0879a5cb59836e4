package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.testing.ManualClock;

/** The sandbox as a client written by others sees it. */
class SandboxServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-10-13T12:41:52Z"));
    private final HttpClient client = HttpClient.newHttpClient();
    private SandboxServer sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(clock).byHand());
    }

    @AfterEach
    void stop() {
        sandbox.close();
        client.close();
    }

    @Test
    void theFleetHasEveryStatusOnceAndMostEnginesRun() throws Exception {
        JsonNode page = ok(call("POST", "/engines/list", "{\"limit\":100}"));
        Map<String, Long> byStatus = StreamSupport.stream(page.path("items").spliterator(), false)
                .collect(Collectors.groupingBy(engine -> engine.path("status").asText(), Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of("running", 16L, "draining", 1L, "pending", 1L, "restarting", 1L, "stopping", 1L, "stopped", 1L,
                "disconnected", 2L, "suspended", 1L));
    }

    @Test
    void appsHaveThreeToTwelveVersionsAndSomeAreStaged() throws Exception {
        JsonNode apps = ok(call("GET", "/apps?limit=100", null)).path("items");
        assertThat(apps).hasSize(18);
        int staged = 0;
        for (JsonNode app : apps) {
            JsonNode versions = ok(call("GET", "/apps/" + app.path("id").asText() + "/versions?limit=100", null)).path("items");
            assertThat(versions.size()).isBetween(3, 12);
            staged += versions.get(0).path("id").equals(app.path("version_id")) ? 0 : 1;
        }
        assertThat(staged).isPositive();
    }

    @Test
    void pagesFollowTheCursorToTheEndWithoutRepeating() throws Exception {
        java.util.Set<String> ids = new java.util.HashSet<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            JsonNode page = ok(call("POST", "/engines/list", "{\"limit\":5,\"cursor\":\"" + cursor + "\"}"));
            page.path("items").forEach(engine -> assertThat(ids.add(engine.path("id").asText())).isTrue());
            cursor = page.path("next_cursor").asText();
            more = page.path("has_next").asBoolean();
        }
        assertThat(ids).hasSize(24);
    }

    @Test
    void theEnvelopeFollowsTheVersionHeader() throws Exception {
        assertThat(JSON.readTree(send("GET", "/me", null, sandbox.key(), null).body()).path("data").has("user")).isTrue();
        assertThat(JSON.readTree(send("GET", "/me", null, sandbox.key(), "2").body()).has("user")).isTrue();
        assertThat(JSON.readTree(send("GET", "/me", null, sandbox.key(), "1").body()).path("success").asBoolean()).isTrue();
    }

    @Test
    void keysAreCheckedAndAMissingScopeIsNamed() throws Exception {
        String id = idOf("gpu-lon-03");
        assertThat(send("GET", "/engines", null, "inf_wrong", "2").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/engines", null, sandbox.expiredKey(), "2").statusCode()).isEqualTo(401);
        HttpResponse<String> refused = send("POST", "/engines/" + id + "/drain", null, sandbox.readOnlyKey(), "2");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(refused.body()).path("detail").asText()).contains("engines:write");
        assertThat(send("GET", "/events", null, sandbox.noTeamsKey(), "2").statusCode()).isEqualTo(403);
    }

    @Test
    void aDrainedEngineFinishesItsTasksAndStops() throws Exception {
        String id = idOf("gpu-lon-03");
        assertThat(call("POST", "/engines/" + id + "/drain", null).statusCode()).isEqualTo(200);
        assertThat(status(id)).isEqualTo("draining");
        passes(Duration.ofSeconds(15));
        assertThat(status(id)).isEqualTo("stopped");
        assertThat(call("POST", "/engines/" + id + "/drain", null).statusCode()).isEqualTo(409);
    }

    @Test
    void anUpdateBringsTheNewestBinaryAndTheEngineBack() throws Exception {
        String id = idOf("gpu-lon-03");
        String newest = JSON.readTree(call("GET", "/engine/manifest.json", null).body()).path("version").asText();
        assertThat(ok(call("GET", "/engines/" + id, null)).path("engine_version").asText()).isNotEqualTo(newest);
        call("POST", "/engines/" + id + "/update", null);
        passes(Duration.ofSeconds(20));
        JsonNode engine = ok(call("GET", "/engines/" + id, null));
        assertThat(engine.path("status").asText()).isEqualTo("running");
        assertThat(engine.path("engine_version").asText()).isEqualTo(newest);
    }

    @Test
    void extendMovesTheThresholdAndTakesThePrice() throws Exception {
        String id = idOf("h100-west-2");
        Instant before = threshold(ok(call("GET", "/engines/" + id, null)));
        long balance = ok(call("GET", "/billing/balance", null)).path("balance").asLong();
        JsonNode after = ok(call("POST", "/engines/" + id + "/extend", "{\"additional_hours\":3}"));
        assertThat(threshold(after)).isEqualTo(before.plus(Duration.ofHours(3)));
        long price = after.path("instance").path("hourly_price").asLong();
        assertThat(ok(call("GET", "/billing/balance", null)).path("balance").asLong()).isEqualTo(balance - price * 3 * 1_000_000);
        assertThat(call("POST", "/engines/" + id + "/extend", "{\"additional_hours\":0}").statusCode()).isEqualTo(400);
        assertThat(call("POST", "/engines/" + id + "/extend", "").statusCode()).isEqualTo(400);
        assertThat(call("POST", "/engines/" + id + "/extend", "{\"additional_hours\":" + new BigDecimal("1e5").toPlainString() + "}").statusCode()).isEqualTo(402);
        assertThat(threshold(ok(call("GET", "/engines/" + id, null)))).isEqualTo(before.plus(Duration.ofHours(3)));
        assertThat(call("POST", "/engines/" + idOf("gpu-lon-03") + "/extend", "{\"additional_hours\":1}").body()).contains("extend_failed");
    }

    @Test
    void promotingTwiceIsTheSameAsOnce() throws Exception {
        JsonNode app = ok(call("GET", "/apps/lumen/flux-portrait", null));
        JsonNode versions = ok(call("GET", "/apps/" + app.path("id").asText() + "/versions", null)).path("items");
        String wanted = versions.get(versions.size() - 1).path("id").asText();
        String path = "/apps/" + app.path("id").asText() + "/versions/" + wanted + "/current";
        JsonNode once = ok(call("PUT", path, null));
        assertThat(once.path("version_id").asText()).isEqualTo(wanted);
        assertThat(once.path("version").path("id").asText()).isEqualTo(wanted);
        passes(Duration.ofSeconds(1));
        assertThat(ok(call("PUT", path, null)).path("updated_at")).isEqualTo(once.path("updated_at"));
        assertThat(call("PUT", "/apps/" + app.path("id").asText() + "/versions/nowhere/current", null).statusCode()).isEqualTo(404);
        assertThat(call("POST", "/apps/" + app.path("id").asText() + "/current-version", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void theEngineStreamBeginsWithTheWholeEngineAndGoesOnWithParts() throws Exception {
        String id = idOf("gpu-lon-03");
        try (BufferedReader lines = stream("/engines/" + id + "/stream", "application/x-ndjson")) {
            assertThat(JSON.readTree(lines.readLine()).path("id").asText()).isEqualTo(id);
            call("POST", "/engines/" + id + "/drain", null);
            JsonNode part = JSON.readTree(lines.readLine());
            while (!part.path("data").path("status").asText().equals("draining")) {
                part = JSON.readTree(lines.readLine());
            }
            assertThat(part.path("fields").toString()).contains("status");
        }
    }

    @Test
    void withoutANamedFormTheStreamIsServerSentEvents() throws Exception {
        try (BufferedReader lines = stream("/engines/" + idOf("gpu-lon-03") + "/stream", "*/*")) {
            assertThat(lines.readLine()).startsWith("data: {");
        }
    }

    @Test
    void somethingChangesEverySecond() throws Exception {
        try (BufferedReader lines = stream("/events", "application/x-ndjson")) {
            for (int second = 0; second < 5; second++) {
                passes(Duration.ofSeconds(1));
                assertThat(JSON.readTree(lines.readLine()).path("event").asText()).isEqualTo("engines");
            }
        }
    }

    @Test
    void badCallsGetTheRightStatus() throws Exception {
        assertThat(call("POST", "/engines/list", "{").statusCode()).isEqualTo(400);
        assertThat(call("GET", "/nowhere", null).statusCode()).isEqualTo(404);
        assertThat(call("DELETE", "/engines/list", null).statusCode()).isEqualTo(405);
        assertThat(call("GET", "/engines/0000000000000000000000000z", null).statusCode()).isEqualTo(404);
        assertThat(call("POST", "/engines/list", " ".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
        assertThat(call("GET", "/v1/engines", null).statusCode()).isEqualTo(200);
    }

    /** Moves the clock in small steps, as a clock moves. */
    private void passes(Duration time) {
        for (long step = 0; step < time.toMillis(); step += 100) {
            clock.advance(Duration.ofMillis(100));
            sandbox.tick();
        }
    }

    private String idOf(String name) throws Exception {
        for (JsonNode engine : ok(call("GET", "/engines?limit=100", null)).path("items")) {
            if (engine.path("name").asText().equals(name)) {
                return engine.path("id").asText();
            }
        }
        throw new AssertionError("no engine " + name);
    }

    private String status(String id) throws Exception {
        return ok(call("GET", "/engines/" + id, null)).path("status").asText();
    }

    private static Instant threshold(JsonNode engine) {
        return OffsetDateTime.parse(engine.path("instance").path("auto_delete").path("date_threshold").asText()).toInstant();
    }

    private static JsonNode ok(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return send(method, path, body, sandbox.key(), "2");
    }

    private HttpResponse<String> send(String method, String path, String body, String key, String version) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + path)).header("Authorization", "Bearer " + key)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (version != null) {
            request.header("X-API-Version", version);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private BufferedReader stream(String path, String accept) throws Exception {
        HttpResponse<InputStream> response = client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Authorization", "Bearer " + sandbox.key()).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }
}
