package sh.inference.console.api.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.ApiFailure.Cause;

/**
 * Sends one request and answers with the opened envelope, or throws the reason why not. Reads are repeated once after a
 * reset, writes never. Bodies are never logged and never part of a message.
 */
final class HttpTransport {
    private static final int LONGEST_ERROR = 64 << 10;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private final Supplier<String> authorization;
    private final Clients clients;
    private final Requests requests;
    private final RateLimit readLimit;
    private final RateLimit writeLimit;
    private final Tally tally;
    private final Consumer<Answer.Note> notes;

    HttpTransport(URI base, Supplier<String> authorization, Supplier<HttpSettings> settings, Clock clock, BooleanSupplier writable,
                  Consumer<Answer.Note> notes) {
        this.notes = notes;
        this.authorization = authorization;
        this.clients = new Clients(settings, writable, "http".equals(base.getScheme()));
        this.requests = new Requests(authorization, settings);
        this.readLimit = new RateLimit(clock);
        this.writeLimit = new RateLimit(clock);
        this.tally = new Tally(clock);
    }

    Tally tally() {
        return tally;
    }

    /** A request that changes nothing. */
    Reply read(String method, Target target, byte[] json) throws ApiException {
        try {
            return call(clients.reads(), readLimit, requests.call(method, target, json));
        } catch (ApiException failed) {
            if (failed.failure() instanceof ApiFailure.Unreachable line && line.cause() == Cause.RESET) {
                tally.repeated();
                clients.dropIdle();
                return call(clients.reads(), readLimit, requests.call(method, target, json));
            }
            throw failed;
        }
    }

    /** A request that changes something. It is sent once, on a connection of its own. */
    Reply write(String method, Target target, byte[] json) throws ApiException {
        return call(clients.writes(), writeLimit, requests.call(method, target, json));
    }

    /** Opens a stream. */
    HttpEngineStream stream(Target target, String engineId) throws ApiException {
        Exchange exchange = send(clients.streams(), readLimit, requests.stream(target));
        Response response = exchange.response();
        if (response.code() == OK && !response.header("Content-Type", "").contains("html")) {
            return new HttpEngineStream(exchange, new FrameReader(engineId, failures()), tally);
        }
        try (response) {
            throw refusal(exchange, readLimit);
        }
    }

    private Reply call(OkHttpClient client, RateLimit limit, Request request) throws ApiException {
        Exchange exchange = send(client, limit, request);
        try (Response response = exchange.response()) {
            if (!response.isSuccessful()) {
                throw refusal(exchange, limit);
            }
            limit.learn(response.code(), response.headers());
            Reply reply = open(exchange);
            tally.took(exchange.sentAt());
            return reply;
        }
    }

    private Exchange send(OkHttpClient client, RateLimit limit, Request request) throws ApiException {
        Duration pause = limit.pause();
        if (pause.isPositive()) {
            throw new ApiException(new ApiFailure.RateLimited(pause, ""));
        }
        CallTrace trace = new CallTrace();
        Call call = client.newCall(request.newBuilder().tag(CallTrace.class, trace).build());
        Instant sentAt = tally.sent();
        try {
            Response response = call.execute();
            tally.answered(sentAt, response.header("Date"));
            return new Exchange(call, trace, sentAt, response);
        } catch (WriteGate.Locked locked) {
            throw new ApiException(new ApiFailure.WritesLocked());
        } catch (IOException unreached) {
            throw failed(Unreached.of(unreached, trace, false));
        } catch (Exception escaped) {
            // OkHttp lets out an InterruptedException that it does not declare when a thread is stopped while it connects.
            if (escaped instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw failed(Unreached.of(new InterruptedIOException("interrupted"), trace, false));
            }
            throw escaped;
        }
    }

    private Reply open(Exchange exchange) throws ApiException {
        int status = exchange.response().code();
        byte[] body = body(exchange);
        try {
            Envelope envelope = status == NO_CONTENT ? Envelope.EMPTY : Envelope.open(body);
            if (envelope.failure().isPresent()) {
                throw failed(failures().read(envelope.failure().get(), status));
            }
            envelope.notes().forEach(notes);
            return new Reply(status, envelope);
        } catch (IOException notJson) {
            throw failed(failures().malformed(status, body));
        }
    }

    private byte[] body(Exchange exchange) throws ApiException {
        int limit = clients.settings().maxReplyBytes();
        try {
            Optional<byte[]> body = BoundedBody.read(exchange.response().body(), limit);
            body.ifPresent(bytes -> tally.received(bytes.length));
            return body.orElseThrow(() -> failed(new ApiFailure.TooLarge(exchange.response().code(), limit)));
        } catch (IOException cut) {
            throw failed(Unreached.of(cut, exchange.trace(), false));
        }
    }

    private ApiException refusal(Exchange exchange, RateLimit limit) {
        Response response = exchange.response();
        Duration pause = limit.learn(response.code(), response.headers());
        byte[] body;
        try {
            body = BoundedBody.beginning(response.body(), LONGEST_ERROR);
        } catch (IOException cut) {
            body = new byte[0];
        }
        return failed(response.code() == OK ? failures().malformed(OK, body) : failures().read(response.code(), body, pause));
    }

    private ApiException failed(ApiFailure failure) {
        if (!(failure instanceof ApiFailure.Unreachable line && line.cause() == Cause.CANCELLED)) {
            tally.failed();
        }
        return new ApiException(failure);
    }

    private FailureReader failures() {
        return new FailureReader(authorization.get());
    }
}
