package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** Apps as their owners deploy, edit, copy, give away and delete them. */
class SandboxAppsTest {
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
    void theFirstDeployIsCurrentAndAStagedOneIsNot() throws Exception {
        JsonNode first = client.post("/apps", "{\"name\":\"fresh\",\"preserve_current_version\":true,\"version\":{\"kernel\":\"python-3.12\",\"env\":{\"A\":\"b\"}}}");
        assertThat(first.path("namespace").asText()).isEqualTo("lumen");
        assertThat(first.path("version").path("env").path("A").asText()).isEqualTo("b");
        client.pass(Duration.ofSeconds(1));
        JsonNode staged = client.post("/apps", "{\"name\":\"fresh\",\"preserve_current_version\":true,\"version\":{\"kernel\":\"python-3.13\"}}");
        assertThat(staged.path("version_id")).isEqualTo(first.path("version_id"));
        JsonNode versions = client.get("/apps/" + first.path("id").asText() + "/versions").path("items");
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).path("kernel").asText()).isEqualTo("python-3.13");
        JsonNode live = client.post("/apps", "{\"id\":\"" + first.path("id").asText() + "\",\"version\":{}}");
        assertThat(live.path("version_id")).isNotEqualTo(first.path("version_id"));
        assertThat(client.get("/apps/lumen/fresh").path("version_id")).isEqualTo(live.path("version_id"));
    }

    @Test
    void whatIsDeployedRunsWhereItFits() throws Exception {
        client.post("/apps", "{\"name\":\"huge\",\"version\":{\"resources\":{\"gpu\":{\"count\":1,\"vram\":900000000000,\"type\":\"nvidia\"},\"ram\":0}}}");
        String waits = client.post("/apps/run", "{\"app\":\"lumen/huge\",\"input\":{}}").path("id").asText();
        client.pass(Duration.ofSeconds(30));
        assertThat(client.get("/tasks/" + waits).path("status").asInt()).isEqualTo(2);
        client.clock.advance(Duration.ofMinutes(10));
        JsonNode over = client.get("/tasks/" + waits);
        assertThat(over.path("status").asInt()).isEqualTo(11);
        assertThat(over.path("error").asText()).isEqualTo("no active workers with matching resources");
    }

    @Test
    void aWholeEditEmptiesWhatIsMissingAndAPartKeepsIt() throws Exception {
        String path = "/apps/" + client.get("/apps/lumen/flux-portrait").path("id").asText();
        JsonNode part = client.ok(client.call("PATCH", path, "{\"tags\":[\"live\"],\"images\":{\"card\":\"https://example.com/c.png\"}}"));
        assertThat(part.path("title").asText()).isNotEmpty();
        assertThat(part.path("tags").get(0).asText()).isEqualTo("live");
        assertThat(part.path("images").path("card").asText()).isEqualTo("https://example.com/c.png");
        JsonNode whole = client.post(path, "{\"title\":\"Only this\",\"category\":\"image\"}");
        assertThat(whole.path("title").asText()).isEqualTo("Only this");
        assertThat(whole.path("description").asText()).isEmpty();
        assertThat(whole.path("tags")).isEmpty();
        assertThat(whole.path("name").asText()).isEqualTo("flux-portrait");
        assertThat(client.get(path)).isEqualTo(whole);
    }

    @Test
    void whatNoAppMayBeIsRefused() throws Exception {
        String path = "/apps/" + client.get("/apps/lumen/flux-portrait").path("id").asText();
        assertThat(client.call("PATCH", path, "{\"description\":\"" + "d".repeat(201) + "\"}").body()).contains("validation_error").contains("200");
        assertThat(client.call("PATCH", path, "{\"category\":\"soup\"}").body()).contains("validation_error");
        assertThat(client.call("PATCH", path, "{\"tags\":[1]}").body()).contains("invalid_request");
        assertThat(client.call("POST", "/apps", "{\"name\":\"No Slug\"}").body()).contains("validation_error");
        assertThat(client.call("POST", "/apps", "{\"name\":\"x\",\"namespace\":\"others\"}").statusCode()).isEqualTo(403);
        assertThat(client.call("POST", "/apps", "{}").statusCode()).isEqualTo(400);
        assertThat(client.call("POST", "/apps", "{\"name\":\"x\",\"version\":[]}").statusCode()).isEqualTo(400);
        assertThat(client.call("POST", "/apps", "{\"id\":\"nowhere\",\"version\":{}}").statusCode()).isEqualTo(404);
    }

    @Test
    void aDeletedAppFreesItsReference() throws Exception {
        JsonNode app = client.get("/apps/lumen/ocr-pages");
        assertThat(client.status("DELETE", "/apps/" + app.path("id").asText(), null)).isEqualTo(200);
        assertThat(client.status("GET", "/apps/" + app.path("id").asText(), null)).isEqualTo(404);
        assertThat(client.status("GET", "/apps/lumen/ocr-pages", null)).isEqualTo(404);
        assertThat(client.post("/apps", "{\"name\":\"ocr-pages\"}").path("id")).isNotEqualTo(app.path("id"));
    }

    @Test
    void aCopyHasANameOfItsOwnAndAGiftLeaves() throws Exception {
        JsonNode app = client.get("/apps/lumen/ocr-pages");
        JsonNode copy = client.post("/apps/" + app.path("id").asText() + "/duplicate", null);
        assertThat(copy.path("name").asText()).isEqualTo("ocr-pages-copy");
        assertThat(copy.path("version").path("kernel")).isEqualTo(app.path("version").path("kernel"));
        assertThat(client.post("/apps/" + app.path("id").asText() + "/duplicate", null).path("name").asText()).isEqualTo("ocr-pages-copy-2");
        String team = client.get("/teams").get(2).path("id").asText();
        assertThat(client.post("/apps/" + copy.path("id").asText() + "/transfer", "{\"team_id\":\"" + team + "\"}").path("team_id").asText()).isEqualTo(team);
        assertThat(client.status("GET", "/apps/lumen/ocr-pages-copy", null)).isEqualTo(404);
        assertThat(client.status("POST", "/apps/" + app.path("id").asText() + "/transfer", "{\"team_id\":\"nowhere\"}")).isEqualTo(404);
    }

    @Test
    void aLicenseIsKeptAndARunIsPriced() throws Exception {
        String id = client.get("/apps/lumen/ocr-pages").path("id").asText();
        assertThat(client.get("/apps/" + id + "/license").path("license").asText()).isEmpty();
        client.post("/apps/" + id + "/license", "{\"license\":\"Apache-2.0\"}");
        assertThat(client.get("/apps/" + id + "/license").path("license").asText()).isEqualTo("Apache-2.0");
        String onCpu = client.get("/apps/lumen/embed-text").path("id").asText();
        assertThat(client.post("/store/apps/" + onCpu + "/estimate", "{}").path("confidence").asText()).isEqualTo("exact");
        assertThat(client.post("/store/apps/" + id + "/estimate", "{}").path("microcents").asLong())
                .isGreaterThan(client.post("/store/apps/" + onCpu + "/estimate", "{}").path("microcents").asLong());
        assertThat(client.post("/suggest", "{\"query\":\"ocr\"}").path("results").get(0).path("name").asText()).isEqualTo("lumen/ocr-pages");
    }
}
