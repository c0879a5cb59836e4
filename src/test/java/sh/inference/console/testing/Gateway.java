package sh.inference.console.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands between the console and the sandbox on a real socket, hands everything on, and spoils the next write if told to. */
public final class Gateway implements AutoCloseable {
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "date");
    private final URI behind;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final AtomicReference<Spoiled> next = new AtomicReference<>();

    /**
     * What becomes of a write.
     *
     * @param arrives whether the sandbox gets it
     * @param status  the answer instead of the sandbox's; 0 cuts the connection
     */
    private record Spoiled(boolean arrives, int status, String body) {
    }

    public Gateway(URI behind) {
        this.behind = behind;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", this::pass);
        server.setExecutor(requests);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every write that came, such as {@code POST /engines/x/drain}. */
    public List<String> writes() {
        return List.copyOf(writes);
    }

    /** The next write is answered so, and the sandbox never gets it. */
    public void refuseNext(int status, String code) {
        next.set(new Spoiled(false, status, "{\"status\":" + status + ",\"success\":false,\"error\":{\"code\":\"" + code + "\",\"message\":\"" + code + "\"}}"));
    }

    /** The next write is done, and answered so. */
    public void spoilNextAnswer(int status) {
        next.set(new Spoiled(true, status, "<html>bad gateway</html>"));
    }

    /** The next write is done, and its connection cut. */
    public void loseNextAnswer() {
        next.set(new Spoiled(true, 0, ""));
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Spoiled> spoiled = Optional.empty();
            // Lists are asked for with a body and change nothing.
            if (!READS.contains(exchange.getRequestMethod()) && !exchange.getRequestURI().getPath().endsWith("/list")) {
                writes.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
                spoiled = Optional.ofNullable(next.getAndSet(null));
            }
            if (spoiled.isPresent()) {
                if (spoiled.get().arrives()) {
                    ask(exchange, body).body().close();
                }
                if (spoiled.get().status() > 0) {
                    byte[] answer = spoiled.get().body().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(spoiled.get().status(), answer.length);
                    exchange.getResponseBody().write(answer);
                }
                return;
            }
            hand(exchange, ask(exchange, body));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<InputStream> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> values.stream().filter(value -> !OWN.contains(name.toLowerCase(java.util.Locale.ROOT)))
                .forEach(value -> request.header(name, value)));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static void hand(HttpExchange exchange, HttpResponse<InputStream> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), 0);
        try (InputStream from = answer.body(); OutputStream to = exchange.getResponseBody()) {
            byte[] buffer = new byte[8192];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.write(buffer, 0, read);
                to.flush();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        requests.shutdownNow();
    }
}
