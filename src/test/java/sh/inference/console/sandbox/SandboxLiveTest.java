package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox on real time, and against callers who mean no good. */
@Timeout(60)
class SandboxLiveTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private SandboxServer sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()).withHeartbeat(Duration.ofMillis(200)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        client.close();
    }

    @Test
    void aRunningEngineTellsNewsByItself() throws Exception {
        JsonNode engine = engine("gpu-lon-03");
        try (BufferedReader lines = stream("/engines/" + engine.path("id").asText() + "/stream", "application/x-ndjson")) {
            JsonNode first = JSON.readTree(lines.readLine());
            assertThat(first.path("workers")).hasSize(4);
            assertThat(first.path("system_info").path("gpus")).hasSize(4);
            for (int news = 0; news < 3;) {
                JsonNode line = JSON.readTree(lines.readLine());
                if (line.has("fields")) {
                    assertThat(line.path("data").path("id")).isEqualTo(engine.path("id"));
                    news++;
                }
            }
        }
    }

    @Test
    void aSilentStreamShowsSignsOfLifeInBothForms() throws Exception {
        String stream = "/engines/" + engine("gpu-fra-03").path("id").asText() + "/stream";
        try (BufferedReader lines = stream(stream, "application/x-ndjson")) {
            assertThat(lines.readLine()).contains("\"status\":\"stopped\"");
            assertThat(lines.readLine()).isEqualTo("{\"type\":\"heartbeat\"}");
        }
        try (BufferedReader lines = stream(stream, "text/event-stream")) {
            assertThat(lines.readLine()).startsWith("data: {");
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).startsWith(":");
        }
    }

    @Test
    void closingEndsTheStreams() throws Exception {
        try (BufferedReader lines = stream("/engines/" + engine("gpu-fra-03").path("id").asText() + "/stream", "application/x-ndjson")) {
            lines.readLine();
            sandbox.close();
            assertThat(ends(lines)).isTrue();
        }
    }

    @Test
    void anotherNameThanThisMachinesIsRefused() throws Exception {
        int port = sandbox.url().getPort();
        String request = "GET /engines HTTP/1.1\r\nHost: evil.example:%d\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n".formatted(port, sandbox.key());
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 421").contains("misdirected_request").doesNotContain("\"items\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "1e400", "1e999999999", "1e-999999999", "-1", "0", "\"3\"", "null", "true"})
    void hoursNobodyCanMeanAreRefusedAndCostNothing(String hours) throws Exception {
        JsonNode engine = engine("h100-west-2");
        long balance = JSON.readTree(send("GET", "/billing", "").body()).path("balance").asLong();
        HttpResponse<String> answer = send("POST", "/engines/" + engine.path("id").asText() + "/extend", "{\"additional_hours\":" + hours + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(engine("h100-west-2").at("/instance/auto_delete")).isEqualTo(engine.at("/instance/auto_delete"));
        assertThat(JSON.readTree(send("GET", "/billing", "").body()).path("balance").asLong()).isEqualTo(balance);
    }

    @Test
    void askingOnlyForTheHeadOfAStreamOpensNone() throws Exception {
        String stream = "/engines/" + engine("gpu-lon-03").path("id").asText() + "/stream";
        HttpResponse<String> head = client.send(request(stream).header("Accept", "application/x-ndjson").HEAD().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(sandbox.openStreams()).isZero();
    }

    /** Reads until the end, proper or not: only a stream that stays open never gets there. */
    private static boolean ends(BufferedReader lines) {
        try {
            String line = lines.readLine();
            while (line != null) {
                line = lines.readLine();
            }
            return true;
        } catch (IOException cut) {
            return true;
        }
    }

    private JsonNode engine(String name) throws Exception {
        for (JsonNode engine : JSON.readTree(send("GET", "/engines?limit=100", "").body()).path("items")) {
            if (engine.path("name").asText().equals(name)) {
                return engine;
            }
        }
        throw new AssertionError("no engine " + name);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private BufferedReader stream(String path, String accept) throws Exception {
        HttpResponse<InputStream> response = client.send(request(path).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path)).header("Authorization", "Bearer " + sandbox.key()).header("X-API-Version", "2");
    }
}
