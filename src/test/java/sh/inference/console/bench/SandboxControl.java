package sh.inference.console.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sh.inference.console.api.dto.EngineReader;
import sh.inference.console.model.Engine;

/** The sandbox's own controls: its truth, and the end of all that happens by itself. */
final class SandboxControl {
    private final URI url;
    private final String key;

    SandboxControl(URI url, String key) {
        this.url = url;
        this.key = key;
    }

    /** Lets nothing happen by itself any more, or everything again. */
    void halt(boolean on) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(url.resolve("/_sandbox/halt")).POST(HttpRequest.BodyPublishers.ofString("{\"on\":" + on + "}")));
    }

    /** The engines as they really are. */
    List<Engine> truth() throws IOException, InterruptedException {
        JsonNode answer = send(HttpRequest.newBuilder(url.resolve("/_sandbox/fleet")).GET());
        List<Engine> engines = new ArrayList<>();
        for (JsonNode node : (answer.has("data") ? answer.path("data") : answer).path("engines")) {
            try (JsonParser parser = node.traverse()) {
                parser.nextToken();
                engines.add(EngineReader.read(parser).toModel());
            }
        }
        return engines;
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        // One that stays open has a thread that wakes every few seconds, which would count as the console's.
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.header("Authorization", "Bearer " + key).header("Content-Type", "application/json").build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the sandbox answered " + answer.statusCode() + ": " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body());
        }
    }
}
