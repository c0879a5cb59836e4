package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** API keys, and the hosts that register with their engines' own. */
class SandboxKeysTest {
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        client = new SandboxClient();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void aKeyMayDoWhatItsScopesSayUntilItExpiresOrGoes() throws Exception {
        JsonNode made = client.post("/apikeys", "{\"name\":\"robot\",\"scopes\":[\"engines:read\",\"apps\"],\"expires_at\":\"2026-10-13T13:00:00Z\"}");
        String key = made.path("key").asText();
        assertThat(status(key, "GET", "/engines")).isEqualTo(200);
        assertThat(status(key, "GET", "/apps")).isEqualTo(200);
        assertThat(status(key, "POST", "/engines/" + client.idOf("gpu-lon-03") + "/drain")).isEqualTo(403);
        assertThat(status(key, "GET", "/billing")).isEqualTo(403);
        JsonNode listed = client.post("/apikeys/list", "{\"search\":{\"term\":\"robot\"}}").path("items").get(0);
        assertThat(listed.path("key").asText()).as("the whole key is told once").isNotEqualTo(key).startsWith("inf_");
        assertThat(listed.path("last_used_at").asText()).startsWith("2026-10-13T12:41:52");
        client.clock.advance(Duration.ofMinutes(20));
        assertThat(status(key, "GET", "/engines")).as("it has expired").isEqualTo(401);
        assertThat(client.status("DELETE", "/apikeys/" + made.path("id").asText(), null)).isEqualTo(200);
        assertThat(client.post("/apikeys/list", "{}").path("total_items").asInt()).isEqualTo(4);
    }

    @Test
    void nobodyGivesWhatHeDoesNotHaveOrLocksTheWindowOut() throws Exception {
        JsonNode narrow = client.post("/apikeys", "{\"name\":\"narrow\",\"scopes\":[\"apikeys:write\",\"engines:read\"]}");
        var wider = client.request("POST", "/apikeys", "{\"name\":\"wider\"}").setHeader("Authorization", "Bearer " + narrow.path("key").asText());
        assertThat(client.send(wider).statusCode()).isEqualTo(403);
        assertThat(client.status("POST", "/apikeys", "{\"name\":\"odd\",\"scopes\":[\"engines:fly\"]}")).isEqualTo(400);
        assertThat(client.status("POST", "/apikeys", "{\"name\":\"late\",\"expires_at\":\"2020-01-01T00:00:00Z\"}")).isEqualTo(400);
        assertThat(client.status("POST", "/apikeys", "{\"name\":\"odd\",\"expires_at\":\"tomorrow\"}")).isEqualTo(400);
        String own = client.post("/apikeys/list", "{\"search\":{\"term\":\"operator\"}}").path("items").get(0).path("id").asText();
        assertThat(client.status("DELETE", "/apikeys/" + own, null)).isEqualTo(409);
        assertThat(client.get("/me").path("user").path("full_name").asText()).isEqualTo("Sandbox Operator");
    }

    @Test
    void aStoppedHostComesBackByRegistering() throws Exception {
        JsonNode engine = client.engine("gpu-fra-03");
        assertThat(engine.path("status").asText()).isEqualTo("stopped");
        String key = engine.path("config").path("api_key").asText();
        var call = client.request("POST", "/engines/register", "{\"system_info\":{\"engine_version\":\"v1.10.1600\"}}").setHeader("Authorization", "Bearer " + key);
        JsonNode told = client.ok(client.send(call));
        assertThat(told.path("engine_id")).isEqualTo(engine.path("id"));
        assertThat(told.path("workers")).hasSameSizeAs(engine.path("workers"));
        assertThat(client.engine("gpu-fra-03").path("status").asText()).isEqualTo("running");
        assertThat(client.engine("gpu-fra-03").path("engine_version").asText()).isEqualTo("v1.10.1600");
        assertThat(client.send(client.request("POST", "/engines/register", "{}").setHeader("Authorization", "Bearer " + key)).statusCode()).isEqualTo(409);
        assertThat(client.status("POST", "/engines/register", "{}")).as("with an operator's key").isEqualTo(401);
    }

    @Test
    void aGivenAwayEngineIsGone() throws Exception {
        String id = client.idOf("gpu-lon-03");
        String team = client.get("/teams").get(1).path("id").asText();
        assertThat(client.post("/engines/" + id + "/transfer", "{\"team_id\":\"" + team + "\"}").path("team_id").asText()).isEqualTo(team);
        assertThat(client.status("GET", "/engines/" + id, null)).isEqualTo(404);
    }

    private int status(String key, String method, String path) throws Exception {
        return client.send(client.request(method, path, null).setHeader("Authorization", "Bearer " + key)).statusCode();
    }
}
