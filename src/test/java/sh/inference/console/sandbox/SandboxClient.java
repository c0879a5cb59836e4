package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sh.inference.console.testing.ManualClock;

/** A sandbox whose time a test drives, and a plain client at its socket. */
final class SandboxClient implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STEP = Duration.ofMillis(100);
    final ManualClock clock = new ManualClock(Instant.parse("2026-10-13T12:41:52Z"));
    final SandboxServer sandbox;
    private final HttpClient client = HttpClient.newHttpClient();

    SandboxClient(UnaryOperator<SandboxOptions> options) throws IOException {
        sandbox = SandboxServer.start(options.apply(SandboxOptions.defaults(clock).byHand()));
    }

    SandboxClient() throws IOException {
        this(options -> options);
    }

    /** Moves the clock in small steps, as a clock moves. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.advance(STEP);
            sandbox.tick();
        }
    }

    JsonNode get(String path) throws Exception {
        return ok(call("GET", path, null));
    }

    JsonNode post(String path, String body) throws Exception {
        return ok(call("POST", path, body));
    }

    JsonNode ok(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    int status(String method, String path, String body) throws Exception {
        return call(method, path, body).statusCode();
    }

    HttpResponse<String> call(String method, String path, String body) throws Exception {
        return send(request(method, path, body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> later(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path)).header("Authorization", "Bearer " + sandbox.key()).header("X-API-Version", "2")
                .timeout(Duration.ofSeconds(20)).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    BufferedReader stream(String path, String accept) throws Exception {
        HttpResponse<InputStream> response = client.send(request("GET", path, null).header("Accept", accept).build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    JsonNode engine(String name) throws Exception {
        JsonNode page = post("/engines/list", "{\"filters\":[{\"field\":\"name\",\"operator\":\"eq\",\"value\":\"" + name + "\"}]}");
        assertThat(page.path("items")).hasSize(1);
        return page.path("items").get(0);
    }

    String idOf(String name) throws Exception {
        return engine(name).path("id").asText();
    }

    @Override
    public void close() {
        sandbox.close();
        client.close();
    }
}
