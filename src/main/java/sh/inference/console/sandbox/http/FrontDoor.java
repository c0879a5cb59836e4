package sh.inference.console.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import sh.inference.console.sandbox.fleet.Refusal;

/** Takes every exchange from its first byte to its last: guard, key, route, answer. One virtual thread each. */
public final class FrontDoor implements HttpHandler {
    private static final Logger LOG = System.getLogger(FrontDoor.class.getName());
    private static final String HEAD = "HEAD";
    private final HostGuard guard;
    private final Access access;
    private final Router router;
    private final Interference interference;

    public FrontDoor(int port, Access access, Router router, Interference interference) {
        this.guard = new HostGuard(port);
        this.access = access;
        this.router = router;
        this.interference = interference;
    }

    /** @throws IOException to have the server end the connection as it stands: the client left, or is to be cut off */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Envelope envelope = Envelope.of(exchange.getRequestHeaders().getFirst("X-API-Version"));
        exchange.getResponseHeaders().set("X-RateLimit-Remaining", "999");
        exchange.getResponseHeaders().set("X-RateLimit-Reset", Long.toString(interference.nextMinute()));
        try {
            guard.check(exchange.getRequestHeaders().getFirst("Host"));
            answer(exchange, envelope, outcome(exchange));
        } catch (Refusal no) {
            send(exchange, envelope.problem(no.code(), no.getMessage()));
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "the sandbox failed to answer " + exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), bug);
            send(exchange, envelope.problem("internal_error", "the sandbox failed to answer this"));
        }
        exchange.close();
    }

    private Outcome outcome(HttpExchange exchange) throws IOException {
        Address address = Address.read(exchange.getRequestURI());
        String method = exchange.getRequestMethod().equals(HEAD) ? "GET" : exchange.getRequestMethod();
        Router.Found found = router.find(method, address.path());
        if (found.match().isEmpty()) {
            if (found.otherMethods().isEmpty()) {
                throw new Refusal("not_found", "no such address: " + exchange.getRequestURI().getPath());
            }
            exchange.getResponseHeaders().set("Allow", String.join(", ", found.otherMethods()));
            throw new Refusal("method_not_allowed", method + " is not possible here");
        }
        Route route = found.match().get().route();
        Map<String, String> parameters = found.match().get().parameters();
        Headers headers = exchange.getRequestHeaders();
        String token = Access.token(headers.getFirst("Authorization"));
        Call call = new Call(method, "/" + String.join("/", address.path()), parameters, address.query(), token, joined(headers.get("Accept")), Body.read(exchange));
        if (route.scope() != null) {
            access.require(token, route.scope());
        }
        return interference.around(exchange, call, route.handler());
    }

    private void answer(HttpExchange exchange, Envelope envelope, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Value(var json) -> send(exchange, envelope.success(json));
            case Outcome.Plain(var json) -> send(exchange, new Reply(200, "application/json", json));
            case Outcome.Page(int status, String html) -> send(exchange, new Reply(status, "text/html", html.getBytes(StandardCharsets.UTF_8)));
            case Outcome.Flow(var body) -> stream(exchange, body);
            case Outcome.Silence() -> throw new IOException("cut off as asked");
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        if (exchange.getRequestMethod().equals(HEAD)) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(reply.body().length));
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(reply.body());
        }
    }

    private void stream(HttpExchange exchange, StreamBody body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", body.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        if (exchange.getRequestMethod().equals(HEAD)) {
            body.abandon();
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        try {
            exchange.sendResponseHeaders(200, 0);
        } catch (IOException gone) {
            body.abandon();
            throw gone;
        }
        OutputStream out = exchange.getResponseBody();
        body.write(out);
        out.close();
    }

    private static String joined(List<String> values) {
        return values == null ? "" : String.join(",", values);
    }
}
