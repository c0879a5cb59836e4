package sh.inference.console.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sh.inference.console.sandbox.SandboxServer;

/** Somebody else at the same sandbox, with a plain HTTP client: changes things behind the console's back, and looks at the truth. */
public final class OtherOperator implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final SandboxServer sandbox;

    public OtherOperator(SandboxServer sandbox) {
        this.sandbox = sandbox;
    }

    public JsonNode get(String path) {
        return call("GET", path, "");
    }

    public JsonNode post(String path, String body) {
        return call("POST", path, body);
    }

    public JsonNode promote(String appId, String versionId) {
        return call("PUT", "/apps/" + appId + "/versions/" + versionId + "/current", "");
    }

    public JsonNode status(String appId, String status) {
        return call("POST", "/apps/" + appId + "/status", "{\"status\":\"" + status + "\",\"message\":\"by somebody else\"}");
    }

    /** Lets time pass in a sandbox whose clock is moved by hand. */
    public void advance(int seconds) {
        call("POST", "/_sandbox/clock", "{\"advance_seconds\":" + seconds + "}");
    }

    /** The requests that changed something, oldest first. */
    public JsonNode writes() {
        return get("/_sandbox/writes");
    }

    /** How many workers are busy with an app, but with another version than the named one, in truth. */
    public long holding(String appId, String otherThan) {
        long count = 0;
        for (JsonNode engine : get("/_sandbox/fleet").path("engines")) {
            for (JsonNode worker : engine.path("workers")) {
                boolean busy = worker.path("status").asText().equals("busy") && worker.path("app_id").asText().equals(appId);
                count += busy && !worker.path("app_version_id").asText().equals(otherThan) ? 1 : 0;
            }
        }
        return count;
    }

    private JsonNode call(String method, String path, String body) {
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + path)).header("Authorization", "Bearer " + sandbox.key())
                    .header("X-API-Version", "2").header("Content-Type", "application/json")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            throw new AssertionError(cut);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
