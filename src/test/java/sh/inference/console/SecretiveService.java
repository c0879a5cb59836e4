package sh.inference.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;

/**
 * The sandbox behind a service that puts a secret into every member that may hold one, in answers and in streams, sends
 * broken lines with secrets in them, and quotes the key in its refusals.
 */
final class SecretiveService implements AutoCloseable {
    static final String KEY = "inf_planted_key_7f3a91c2d4";
    static final Map<String, String> SECRETS = Map.of(
            "config.api_key", "planted-config-api-key-1b6e", "instance.envs", "planted-instance-env-2c7f", "docker envs", "planted-docker-env-3d80",
            "docker args", "planted-docker-arg-4e91", "script", "cGxhbnRlZC1zY3JpcHQtNWZhMg", "broken line", "planted-broken-line-60b3");
    private final ObjectMapper json = new ObjectMapper();
    private final SandboxServer sandbox;
    private final HttpServer front;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> planted = ConcurrentHashMap.newKeySet();

    SecretiveService() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.createContext("/", this::handle);
        front.setExecutor(threads);
        front.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    }

    /** The members that were really sent. */
    Set<String> planted() {
        return planted;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().endsWith("/update")) {
                byte[] refusal = ("{\"detail\":\"refused for key " + KEY + "\"}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(400, refusal.length);
                exchange.getResponseBody().write(refusal);
                return;
            }
            HttpResponse<InputStream> answer = client.send(request(exchange), HttpResponse.BodyHandlers.ofInputStream());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(answer.statusCode(), 0);
            try (InputStream in = answer.body(); OutputStream out = exchange.getResponseBody()) {
                if (type.contains("ndjson")) {
                    lines(in, out);
                } else {
                    out.write(withSecrets(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(sandbox.url().resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        for (String name : List.of("Accept", "X-API-Version", "Content-Type")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return request.header("Authorization", "Bearer " + sandbox.key()).build();
    }

    private void lines(InputStream in, OutputStream out) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line; (line = reader.readLine()) != null; ) {
            String broken = "{\"config\":{\"api_key\":\"" + SECRETS.get("broken line") + "\"\n";
            planted.add("broken line");
            out.write((withSecrets(line) + "\n" + broken).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private String withSecrets(String text) throws IOException {
        if (text.isBlank()) {
            return text;
        }
        JsonNode node = json.readTree(text);
        plant(node);
        return node.toString();
    }

    private void plant(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("workers") && object.has("status")) {
            object.withObjectProperty("config").put("api_key", secret("config.api_key"));
            if (object.get("instance") instanceof ObjectNode instance) {
                instance.putArray("envs").addObject().put("name", "HF_TOKEN").put("value", secret("instance.envs"));
                ObjectNode launch = instance.putObject("launch_configuration").put("type", "docker");
                ObjectNode docker = launch.putObject("docker_configuration").put("image", "x").put("args", secret("docker args"));
                docker.putArray("envs").addObject().put("name", "TOKEN").put("value", secret("docker envs"));
                launch.putObject("script_configuration").put("base64_script", secret("script"));
            }
        }
        node.forEach(this::plant);
    }

    private String secret(String member) {
        planted.add(member);
        return SECRETS.get(member);
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
        sandbox.close();
    }
}
