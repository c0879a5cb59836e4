package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.testing.ManualClock;

/** How long what operators ask for takes, whatever the seed, in the sandbox's own time. */
class SandboxPaceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SEEDS = 8;
    private final ManualClock clock = new ManualClock(Instant.parse("2026-10-13T12:41:52Z"));
    private final HttpClient client = HttpClient.newHttpClient();
    private SandboxServer sandbox;

    @AfterEach
    void stop() {
        sandbox.close();
        client.close();
    }

    @Test
    void aBusyEngineDrainsInFiveToFifteenSeconds() throws Exception {
        for (Duration taken : taken("gpu-lon-03", "drain", "stopped")) {
            assertThat(taken).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
        }
    }

    @Test
    void anUpdateTakesAboutTenSeconds() throws Exception {
        for (Duration taken : taken("gpu-lon-03", "update", "running")) {
            assertThat(taken).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(13));
        }
    }

    @Test
    void aRestartTakesAboutEightSeconds() throws Exception {
        for (Duration taken : taken("h100-west-2", "restart", "running")) {
            assertThat(taken).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(10));
        }
    }

    @Test
    void aStopTakesFiveToTenSeconds() throws Exception {
        for (String engine : List.of("h100-west-2", "l40s-kan-1")) {
            for (Duration taken : taken(engine, "stop", "stopped")) {
                assertThat(taken).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void theFleetKeepsItsStatusesForMinutesWhenNobodyTouchesIt() throws Exception {
        start(1);
        Map<String, String> before = statuses();
        for (int second = 0; second < 600; second++) {
            clock.advance(Duration.ofSeconds(1));
            sandbox.tick();
        }
        assertThat(statuses()).isEqualTo(before);
    }

    @Test
    void twoSandboxesOfOneSeedLiveTheSameLife() throws Exception {
        List<String> lives = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            clock.set(Instant.parse("2026-10-13T12:41:52Z"));
            start(7);
            for (int second = 0; second < 30; second++) {
                clock.advance(Duration.ofSeconds(1));
                sandbox.tick();
            }
            lives.add(get("/engines?limit=100").path("items").toString());
        }
        assertThat(lives.get(0)).isEqualTo(lives.get(1));
    }

    private List<Duration> taken(String name, String verb, String until) throws Exception {
        List<Duration> all = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            start(seed);
            String path = "/engines/" + idOf(name);
            assertThat(send("POST", path + "/" + verb).statusCode()).isEqualTo(200);
            assertThat(status(path)).isNotEqualTo(until);
            Duration waited = Duration.ZERO;
            while (!status(path).equals(until) && waited.compareTo(PATIENCE) < 0) {
                clock.advance(STEP);
                sandbox.tick();
                waited = waited.plus(STEP);
            }
            all.add(waited);
        }
        return all;
    }

    private void start(long seed) throws IOException {
        if (sandbox != null) {
            sandbox.close();
        }
        sandbox = SandboxServer.start(SandboxOptions.defaults(clock).withSeed(seed).byHand());
    }

    private Map<String, String> statuses() throws Exception {
        Map<String, String> all = new TreeMap<>();
        get("/engines?limit=100").path("items").forEach(engine -> all.put(engine.path("name").asText(), engine.path("status").asText()));
        return all;
    }

    private String idOf(String name) throws Exception {
        for (JsonNode engine : get("/engines?limit=100").path("items")) {
            if (engine.path("name").asText().equals(name)) {
                return engine.path("id").asText();
            }
        }
        throw new AssertionError("no engine " + name);
    }

    private String status(String path) throws Exception {
        return get(path).path("status").asText();
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(send("GET", path).body());
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + path)).header("Authorization", "Bearer " + sandbox.key())
                .header("X-API-Version", "2").method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
    }
}
