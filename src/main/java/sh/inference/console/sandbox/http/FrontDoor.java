package sh.inference.console.sandbox.http;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

import sh.inference.console.sandbox.fleet.Refusal;

/** Takes every exchange from its first byte to its last: guard, key, route, answer. Called by many threads. */
public final class FrontDoor {
    private static final Logger LOG = System.getLogger(FrontDoor.class.getName());
    private static final String HEAD = "HEAD";
    private static final int LONGEST_QUOTE = 200;
    private static final long MOST_UNDER_WAY = 256L << 20;
    private static final int SMALL = 1 << 16;
    private final AtomicLong underWay = new AtomicLong();
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

    /** @throws IOException to have the connection ended as it stands: the client left, or is to be cut off */
    void handle(Exchange exchange) throws IOException {
        RequestHead head = exchange.head();
        Envelope envelope = Envelope.of(head.header("x-api-version"));
        exchange.headers().put("X-RateLimit-Remaining", "999");
        exchange.headers().put("X-RateLimit-Reset", Long.toString(interference.nextMinute()));
        try {
            Address address = Address.read(head.target());
            guard.check(address.authority().isEmpty() ? head.header("host") : address.authority());
            answer(exchange, envelope, outcome(exchange, address));
        } catch (Refusal no) {
            exchange.send(envelope.problem(no.code(), no.getMessage()));
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "the sandbox failed to answer " + head.method() + " " + quoted(head.target()), bug);
            if (exchange.isSent()) {
                throw new IOException("cut off", bug);
            }
            exchange.send(envelope.problem("internal_error", "the sandbox failed to answer this"));
        }
    }

    private Outcome outcome(Exchange exchange, Address address) throws IOException {
        RequestHead head = exchange.head();
        String method = head.method().equals(HEAD) ? "GET" : head.method();
        Router.Found found = router.find(method, address.path());
        if (found.match().isEmpty()) {
            Body.read(exchange.body());
            if (found.otherMethods().isEmpty()) {
                throw new Refusal("not_found", "no such address: " + quoted(head.target()));
            }
            exchange.headers().put("Allow", String.join(", ", found.otherMethods()));
            throw new Refusal("method_not_allowed", method + " is not possible here");
        }
        Route route = found.match().get().route();
        Map<String, String> parameters = found.match().get().parameters();
        String token = Access.token(head.header("authorization"));
        Call call = new Call(method, "/" + String.join("/", address.path()), parameters, address.query(), token, head.headerOrEmpty("accept"),
                Body.read(exchange.body()));
        if (route.scope() != null) {
            access.require(token, route.scope());
        }
        return interference.around(exchange.headers(), call, route.handler());
    }

    private void answer(Exchange exchange, Envelope envelope, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Value(var json) -> whole(exchange, envelope.success(json));
            case Outcome.Plain(var json) -> whole(exchange, new Reply(Codes.OK, "application/json", json));
            case Outcome.Page(int status, String html) -> exchange.send(new Reply(status, "text/html", html.getBytes(StandardCharsets.UTF_8)));
            case Outcome.Flow(var body) -> exchange.stream(body);
            case Outcome.Later(var later) -> answer(exchange, envelope, known(later));
            case Outcome.Silence() -> throw new IOException("cut off as asked");
            case Outcome.Reset() -> throw new Connection.Reset();
        }
    }

    private static Outcome known(CompletableFuture<Outcome> later) throws IOException {
        try {
            return later.get();
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof Refusal no) {
                throw no;
            }
            throw new IOException("nobody will know any more", refused);
        } catch (InterruptedException closing) {
            throw new IOException("cut off", closing);
        }
    }

    /** Answers that nobody reads wait in memory: above a measure there is no room for another. */
    private void whole(Exchange exchange, Reply reply) throws IOException {
        int size = reply.body().length;
        try {
            if (underWay.addAndGet(size) > MOST_UNDER_WAY && size > SMALL) {
                throw new Refusal("unavailable", "too many answers wait to be read: try again");
            }
            exchange.send(reply);
        } finally {
            underWay.addAndGet(-size);
        }
    }

    private static String quoted(String target) {
        return target.length() <= LONGEST_QUOTE ? target : target.substring(0, LONGEST_QUOTE) + "...";
    }
}
