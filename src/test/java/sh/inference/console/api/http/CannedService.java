package sh.inference.console.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A real server on a free port that gives one prepared answer to everything and remembers what it was asked. */
final class CannedService implements AutoCloseable {
    static final String KEY = "inf_distinctive_key_4711";

    /** A request as it arrived. */
    record Seen(String method, String path, Map<String, List<String>> headers, String body) {
        Optional<String> header(String name) {
            return headers.entrySet().stream().filter(it -> it.getKey().equalsIgnoreCase(name)).map(it -> it.getValue().getFirst()).findFirst();
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile byte[] body = new byte[0];
    private volatile Map<String, String> headers = Map.of("Content-Type", "application/json");

    CannedService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException portless) {
            throw new UncheckedIOException(portless);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    CannedService answer(int code, String text) {
        status = code;
        body = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    CannedService with(Map<String, String> more) {
        headers = more;
        return this;
    }

    List<Seen> seen() {
        return seen;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    HttpInferenceApi api() {
        return api(settings -> settings);
    }

    HttpInferenceApi api(UnaryOperator<HttpSettings> change) {
        HttpSettings settings = change.apply(HttpSettings.DEFAULT);
        return new HttpInferenceApi(base(), () -> "Bearer " + KEY, () -> settings, Clock.systemUTC());
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), Map.copyOf(exchange.getRequestHeaders()), sent));
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
