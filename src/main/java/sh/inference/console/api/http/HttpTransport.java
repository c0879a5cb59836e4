package sh.inference.console.api.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.ApiFailure.Cause;

/**
 * Sends one request and answers with the opened envelope, or throws the reason why not. Reads are repeated once after a
 * reset, writes never. Bodies are never logged and never part of a message.
 */
final class HttpTransport {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int LONGEST_ERROR = 64 << 10;
    private final Supplier<String> authorization;
    private final Clients clients;
    private final RateLimit readLimit;
    private final RateLimit writeLimit;

    HttpTransport(Supplier<String> authorization, Supplier<HttpSettings> settings, Clock clock) {
        this.authorization = authorization;
        this.clients = new Clients(settings);
        this.readLimit = new RateLimit(clock);
        this.writeLimit = new RateLimit(clock);
    }

    /** A request that changes nothing. */
    Reply read(String method, Target target, byte[] json) throws ApiException {
        try {
            return exchange(clients.reads(), readLimit, request(method, target, json, "application/json"));
        } catch (ApiException failed) {
            if (failed.failure() instanceof ApiFailure.Unreachable line && line.cause() == Cause.RESET) {
                clients.dropIdle();
                return exchange(clients.reads(), readLimit, request(method, target, json, "application/json"));
            }
            throw failed;
        }
    }

    /** A request that changes something. It is sent once, on a connection of its own. */
    Reply write(String method, Target target, byte[] json) throws ApiException {
        return exchange(clients.writes(), writeLimit, request(method, target, json, "application/json"));
    }

    /** Opens a stream; the response is the caller's to close. */
    HttpEngineStream stream(Target target, String engineId) throws ApiException {
        Request request = request("GET", target, null, "application/x-ndjson").newBuilder()
                .header("Accept-Encoding", "identity").header("Cache-Control", "no-cache").build();
        Line line = send(clients.streams(), readLimit, request);
        try {
            if (line.response().code() != 200 || isHtml(line.response())) {
                throw refusal(line, readLimit);
            }
            FrameReader reader = new FrameReader(engineId, new FailureReader(authorization.get()));
            return new HttpEngineStream(line.call(), line.trace(), line.response(), reader);
        } catch (ApiException refused) {
            line.response().close();
            throw refused;
        }
    }

    private Reply exchange(OkHttpClient client, RateLimit limit, Request request) throws ApiException {
        Line line = send(client, limit, request);
        try (Response response = line.response()) {
            limit.learn(response.code() == 429 ? 200 : response.code(), response.headers());
            if (!response.isSuccessful()) {
                throw refusal(line, limit);
            }
            return open(line);
        }
    }

    private Line send(OkHttpClient client, RateLimit limit, Request request) throws ApiException {
        Duration pause = limit.pause();
        if (pause.isPositive()) {
            throw new ApiException(new ApiFailure.RateLimited(pause, ""));
        }
        CallTrace trace = new CallTrace();
        Call call = client.newCall(request.newBuilder().tag(CallTrace.class, trace).build());
        try {
            return new Line(call, trace, call.execute());
        } catch (IOException unreached) {
            throw new ApiException(Unreached.of(unreached, trace, false));
        }
    }

    private Reply open(Line line) throws ApiException {
        Response response = line.response();
        byte[] body = body(line);
        try {
            Envelope envelope = response.code() == 204 ? Envelope.EMPTY : Envelope.open(body);
            if (envelope.failure().isPresent()) {
                throw new ApiException(failures().read(envelope.failure().get(), response.code()));
            }
            return new Reply(response.code(), envelope);
        } catch (IOException notJson) {
            throw new ApiException(failures().malformed(response.code(), body));
        }
    }

    private byte[] body(Line line) throws ApiException {
        int limit = clients.settings().maxReplyBytes();
        try {
            Optional<byte[]> body = BoundedBody.read(line.response().body(), limit);
            return body.orElseThrow(() -> new ApiException(new ApiFailure.Malformed(line.response().code(), "> " + (limit >> 20) + " MB")));
        } catch (IOException cut) {
            throw new ApiException(Unreached.of(cut, line.trace(), false));
        }
    }

    private ApiException refusal(Line line, RateLimit limit) {
        Response response = line.response();
        Duration pause = limit.learn(response.code(), response.headers());
        byte[] body;
        try {
            body = BoundedBody.beginning(response.body(), LONGEST_ERROR);
        } catch (IOException cut) {
            body = new byte[0];
        }
        return new ApiException(failures().read(response.code(), body, pause));
    }

    private FailureReader failures() {
        return new FailureReader(authorization.get());
    }

    private static boolean isHtml(Response response) {
        return response.header("Content-Type", "").contains("html");
    }

    private Request request(String method, Target target, byte[] json, String accept) {
        RequestBody body = json != null ? RequestBody.create(json, JSON) : method.equals("GET") ? null : RequestBody.create(new byte[0], null);
        Request.Builder request = new Request.Builder().url(target.url()).method(method, body)
                .header("Authorization", authorization.get()).header("Accept", accept).header("User-Agent", "inference-console")
                .tag(SendOnce.Token.class, new SendOnce.Token());
        if (clients.settings().sendApiVersion()) {
            request.header("X-API-Version", "2");
        }
        return request.build();
    }

    /** A call with its answer's head. */
    private record Line(Call call, CallTrace trace, Response response) {
    }
}
