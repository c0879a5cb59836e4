package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks, and engine records as operators make, name and delete them. */
class SandboxTasksTest {
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
    void theTasksOfAnEngineAreThoseItsWorkersName() throws Exception {
        JsonNode engine = client.engine("gpu-lon-03");
        JsonNode page = client.post("/tasks/list", """
                {"filters":[{"field":"engine_id","operator":"eq","value":"%s"},{"field":"status","operator":"in","value":[1,2,3,4,5,6,7,8,9]}]}"""
                .formatted(engine.path("id").asText()));
        assertThat(page.path("items")).hasSize(3);
        Set<String> listed = new HashSet<>();
        page.path("items").forEach(item -> listed.add(item.path("id").asText()));
        Set<String> named = new HashSet<>();
        engine.path("workers").forEach(worker -> named.add(worker.path("task_id").asText()));
        assertThat(named).containsAll(listed);
        String task = engine.path("workers").get(0).path("task_id").asText();
        assertThat(client.get("/tasks/" + task).path("status").asInt()).isEqualTo(7);
        assertThat(client.get("/tasks/" + task + "/status").path("id").asText()).isEqualTo(task);
        assertThat(client.get("/tasks/" + task + "/logs").path("logs").size()).isGreaterThan(1);
        assertThat(client.get("/tasks/" + task + "/timings").path("total_duration_ms").asLong()).isPositive();
    }

    @Test
    void aCancelledTaskFreesItsWorker() throws Exception {
        String task = client.engine("gpu-lon-03").path("workers").get(0).path("task_id").asText();
        assertThat(client.post("/tasks/" + task + "/cancel", "{}").path("status").asInt()).isEqualTo(12);
        assertThat(client.engine("gpu-lon-03").path("workers").get(0).path("status").asText()).isEqualTo("idle");
        assertThat(client.post("/tasks/" + task + "/cancel", "{}").path("status").asInt()).isEqualTo(12);
        assertThat(client.status("POST", "/tasks/nowhere/cancel", "{}")).isEqualTo(404);
    }

    @Test
    void aTaskIsFollowedToItsEndInBothForms() throws Exception {
        JsonNode task = client.post("/apps/run", "{\"app\":\"lumen/embed-text\",\"input\":{\"text\":\"hello\"}}");
        assertThat(task.path("input").path("text").asText()).isEqualTo("hello");
        String path = "/tasks/" + task.path("id").asText() + "/stream";
        try (var lines = client.stream(path, "application/x-ndjson"); var events = client.stream(path, "text/event-stream")) {
            client.pass(Duration.ofMinutes(3));
            List<Integer> reached = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.contains("heartbeat")) {
                    reached.add(SandboxClient.JSON.readTree(line).path("status").asInt());
                }
            }
            assertThat(reached).startsWith(3).contains(7).last().matches(end -> end == 10 || end == 11);
            assertThat(events.lines().filter(line -> line.startsWith("data: {"))).hasSameSizeAs(reached);
        }
        assertThat(client.status("DELETE", "/tasks/" + task.path("id").asText(), null)).isEqualTo(200);
        assertThat(client.status("GET", path, null)).isEqualTo(404);
    }

    @Test
    void aWaitingRunIsAnsweredWhenItHasEnded() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            waiting.add(client.later(client.request("POST", "/apps/run", "{\"app\":\"lumen/embed-text\",\"wait\":true}")));
        }
        JsonNode mine = client.post("/tasks/list", "{\"filters\":[{\"field\":\"created_at\",\"operator\":\"gte\",\"value\":\"2026-10-13T12:41:52Z\"}]}");
        while (mine.path("items").size() < 2) {
            mine = client.post("/tasks/list", "{\"filters\":[{\"field\":\"created_at\",\"operator\":\"gte\",\"value\":\"2026-10-13T12:41:52Z\"}]}");
        }
        client.post("/tasks/" + mine.path("items").get(0).path("id").asText() + "/cancel", null);
        client.pass(Duration.ofMinutes(3));
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> answer : waiting) {
            statuses.add(answer.get(20, TimeUnit.SECONDS).statusCode());
        }
        assertThat(statuses).contains(422).containsAnyOf(200, 422);
    }

    @Test
    void aTaskPlannedForLaterWaitsForItsTime() throws Exception {
        JsonNode task = client.post("/apps/run", "{\"app\":\"lumen/embed-text\",\"run_at\":\"2026-10-13T12:51:52Z\"}");
        client.pass(Duration.ofMinutes(9));
        assertThat(client.get("/tasks/" + task.path("id").asText()).path("status").asInt()).isEqualTo(2);
        client.pass(Duration.ofMinutes(2));
        assertThat(client.get("/tasks/" + task.path("id").asText()).path("status").asInt()).isGreaterThan(2);
        JsonNode cancelled = client.post("/apps/run", "{\"app\":\"lumen/embed-text\",\"run_at\":\"2026-10-13T15:51:52Z\"}");
        assertThat(client.post("/tasks/" + cancelled.path("id").asText() + "/cancel", null).path("status").asInt()).isEqualTo(12);
        String running = client.post("/apps/run", "{\"app\":\"lumen/embed-text\"}").path("id").asText();
        assertThat(client.status("DELETE", "/tasks/" + running, null)).isEqualTo(409);
    }

    @Test
    void aTaskForADrainingEngineIsRejectedWithTheReason() throws Exception {
        JsonNode engine = client.engine("gpu-lon-03");
        String worker = engine.path("workers").get(3).path("id").asText();
        client.post("/engines/" + engine.path("id").asText() + "/drain", null);
        var refused = client.call("POST", "/apps/run", "{\"app\":\"lumen/music-stems\",\"workers\":[\"" + worker + "\"]}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("engine_draining");
    }

    @Test
    void otherTasksRunOrQueue() throws Exception {
        JsonNode pinned = client.engine("gpu-lon-03").path("workers").get(0);
        String queued = client.post("/apps/run", "{\"app\":\"lumen/upscale-4k\",\"workers\":[\"" + pinned.path("id").asText() + "\"]}").path("id").asText();
        assertThat(client.get("/tasks/" + queued).path("status").asInt()).isEqualTo(2);
        JsonNode current = client.get("/apps/lumen/text-templating").path("version_id");
        JsonNode ran = client.post("/run", "{\"app\":\"lumen/text-templating@" + current.asText().substring(0, 8) + "\"}");
        assertThat(ran.path("status").asInt()).isEqualTo(3);
        assertThat(ran.path("app_version_id")).isEqualTo(current);
        client.pass(Duration.ofSeconds(120));
        assertThat(client.get("/tasks/" + queued).path("status").asInt()).isGreaterThan(2);
        assertThat(client.status("POST", "/apps/run", "{\"app\":\"lumen/nothing\"}")).isEqualTo(404);
    }

    @Test
    void aCloudEngineIsProvisionedAndBoots() throws Exception {
        String id = client.post("/engines", "{\"name\":\"fresh-1\",\"instance_type\":\"L40Sx2\"}").path("id").asText();
        assertThat(client.get("/engines/" + id).path("status").asText()).isEqualTo("pending");
        assertThat(client.get("/engines/" + id).path("instance").path("status").asText()).isEqualTo("creating");
        client.pass(Duration.ofSeconds(20));
        JsonNode up = client.get("/engines/" + id);
        assertThat(up.path("status").asText()).isEqualTo("running");
        assertThat(up.path("instance").path("status").asText()).isEqualTo("active");
        assertThat(up.path("workers")).hasSize(2);
    }

    @Test
    void recordsAreNamedAndDeleted() throws Exception {
        String id = client.post("/engines", "{\"name\":\"host-9\"}").path("id").asText();
        assertThat(client.ok(client.call("PATCH", "/engines/" + id, "{\"name\":\"host-10\"}")).path("name").asText()).isEqualTo("host-10");
        assertThat(client.status("POST", "/engines", "{\"name\":\"host-10\"}")).isEqualTo(409);
        assertThat(client.status("POST", "/engines", "{\"name\":\" \"}")).isEqualTo(400);
        assertThat(client.post("/engines/" + id + "/visibility", "{\"visibility\":\"private\"}").path("visibility").asText()).isEqualTo("private");
        try (var lines = client.stream("/engines/" + id + "/stream", "application/jsonl")) {
            lines.readLine();
            assertThat(client.status("DELETE", "/engines/" + id, null)).isEqualTo(200);
            assertThat(SandboxClient.JSON.readTree(lines.readLine()).path("data").path("deleted_at").asText()).isNotEmpty();
            assertThat(lines.readLine()).isNull();
        }
        assertThat(client.status("GET", "/engines/" + id, null)).isEqualTo(404);
    }

    @Test
    void appsChangeTheirStatusAndVisibility() throws Exception {
        String id = client.get("/apps/lumen/ocr-pages").path("id").asText();
        JsonNode app = client.post("/apps/" + id + "/status", "{\"status\":\"maintenance\",\"message\":\"back soon\"}");
        assertThat(app.path("status").asText()).isEqualTo("maintenance");
        assertThat(app.path("status_message").asText()).isEqualTo("back soon");
        assertThat(client.status("POST", "/apps/" + id + "/status", "{\"status\":\"asleep\"}")).isEqualTo(400);
        assertThat(client.post("/apps/" + id + "/visibility", "{\"visibility\":\"public\"}").path("visibility").asText()).isEqualTo("public");
    }

    @Test
    void resourcesNameTheEnginesThatCanServe() throws Exception {
        String app = client.get("/apps/lumen/draft-70b").path("id").asText();
        JsonNode able = client.post("/engines/resources", "{\"app_ids\":[\"" + app + "\"]}");
        assertThat(able.findValuesAsText("name")).contains("h100-west-2").doesNotContain("gpu-lon-03");
        assertThat(client.get("/instances/types?cloud=hyperstack")).hasSize(3);
        assertThat(client.get("/scopes").path("scopes").toString()).contains("engines:write");
    }
}
