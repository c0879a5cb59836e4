package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.EngineStream;
import sh.inference.console.api.Frame;
import sh.inference.console.api.ListRequest;

/** Every way a connection can go wrong, on real sockets: what comes of it, and that no write is ever sent twice. */
class FaultMatrixTest {
    private static final String JSON = "application/json";
    private static final String ENGINE = "{\"id\":\"e1\",\"name\":\"n\",\"status\":\"running\",\"workers\":[]}";
    private static final Duration SHORT = Duration.ofMillis(300);

    private enum Fault {
        REPLY_LOST(line -> { }, "unreachable.reset"),
        HALF_A_HEAD(line -> line.write("HTTP/1.1 200 O"), "unreachable.reset"),
        CUT(line -> line.head(200, JSON).write("Content-Length: 500\r\n\r\n{\"id\":"), "unreachable.reset"),
        CUT_CHUNK(line -> line.head(200, JSON).write("Transfer-Encoding: chunked\r\n\r\n40\r\n{\"id\":"), "unreachable.reset"),
        RESET(RawService.Line::reset, "unreachable.reset"),
        SILENCE(RawService.Line::hang, "unreachable.timeout"),
        SLOW_BYTES(line -> {
            line.head(200, JSON).write("Content-Length: 500\r\n\r\n");
            for (int i = 0; i < 100; i++) {
                line.write(" ").pause(50);
            }
        }, "unreachable.timeout"),
        TOO_MANY(line -> line.reply(429, JSON, ""), "ratelimited"),
        BROKEN(line -> line.reply(500, "application/problem+json", "{\"detail\":\"boom\"}"), "server"),
        BAD_GATEWAY(line -> line.reply(502, "text/html", "<html><title>Bad Gateway</title></html>"), "server"),
        OVERLOADED(line -> line.head(503, JSON).write("Retry-After: 0\r\nContent-Length: 0\r\n\r\n"), "server"),
        LOGIN_PAGE(line -> line.reply(200, "text/html", "<html><title>Welcome to the hotel</title></html>"), "malformed"),
        ELSEWHERE(line -> line.head(307, JSON).write("Location: /elsewhere\r\nContent-Length: 0\r\n\r\n"), "malformed"),
        GARBAGE(line -> line.reply(200, JSON, "\u0001garbage"), "malformed"),
        HALF_AN_OBJECT(line -> line.reply(200, JSON, ENGINE.substring(0, 20)), "malformed");

        private final RawService.Behaviour behaviour;
        private final String problem;

        Fault(RawService.Behaviour behaviour, String problem) {
            this.behaviour = behaviour;
            this.problem = problem;
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aWriteThatGoesWrongIsSentOnceAndItsFailureSaysThatItMayHaveArrived(Fault fault) throws IOException {
        try (RawService service = new RawService(fault.behaviour)) {
            ApiFailure failure = failure(() -> api(service).extendEngine("e1", BigDecimal.ONE));
            assertThat(failure.problem().code()).isEqualTo(fault.problem);
            assertThat(service.requests()).hasSize(1);
            if (failure instanceof ApiFailure.Unreachable lost) {
                assertThat(lost.sent()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aReadIsRepeatedOnceAfterAResetAndNeverElse(Fault fault) throws IOException {
        try (RawService service = new RawService(fault.behaviour)) {
            assertThat(failure(() -> api(service).listEngines(ListRequest.first(10))).problem().code()).isEqualTo(fault.problem);
            assertThat(service.requests()).hasSize(fault.problem.equals("unreachable.reset") ? 2 : 1);
        }
    }

    @Test
    void aReadThatIsResetOnceSucceeds() throws IOException, ApiException {
        try (RawService service = new RawService(RawService.Line::reset)) {
            service.now(line -> {
                service.now(next -> next.reply(200, JSON, ENGINE));
                line.reset();
            });
            HttpInferenceApi api = api(service);
            assertThat(api.getEngine("e1").name()).isEqualTo("n");
            assertThat(api.meter().traffic().repeats()).isEqualTo(1);
        }
    }

    /** The server closes a kept connection just when the next request is under way: the classic trap of keep-alive. */
    @Test
    void aWriteNeverMeetsAConnectionThatHasGoneStale() throws IOException, ApiException {
        try (RawService service = new RawService(line -> line.reply(200, JSON, ENGINE))) {
            HttpInferenceApi api = api(service);
            api.getEngine("e1");
            service.now(line -> {
                line.head(200, JSON).write("Content-Length: " + ENGINE.length() + "\r\n\r\n" + ENGINE);
                line.reset();
            });
            api.getEngine("e1");
            service.now(line -> line.reply(200, JSON, ENGINE));
            for (int i = 0; i < 5; i++) {
                api.extendEngine("e1", BigDecimal.ONE);
            }
            assertThat(service.requests().stream().filter(request -> request.startsWith("POST /engines/e1/extend"))).hasSize(5);
        }
    }

    @Test
    void nothingIsSentToAServerThatOnlySpeaksPlainText() throws IOException {
        try (RawService service = new RawService(line -> line.reply(400, JSON, "{}"))) {
            HttpInferenceApi api = new HttpInferenceApi(URI.create("https://127.0.0.1:" + service.port()), () -> "Bearer k", FaultMatrixTest::quick, Clock.systemUTC());
            assertThat(failure(() -> api.drainEngine("e1"))).isInstanceOfSatisfying(ApiFailure.Unreachable.class, failure -> assertThat(failure.sent()).isFalse());
        }
    }

    @Test
    void aSilentStreamIsADeadLine() throws IOException {
        try (RawService service = new RawService(line -> {
            line.head(200, "application/x-ndjson").write("\r\n" + ENGINE + "\n");
            line.hang();
        })) {
            List<Frame> frames = new ArrayList<>();
            ApiFailure failure = failure(() -> api(service).streamEngine("e1").read(frames::add));
            assertThat(failure.problem().code()).isEqualTo("unreachable.timeout");
            assertThat(frames).hasSize(1);
        }
    }

    @Test
    void heartbeatsKeepAStreamAlive() throws IOException, ApiException {
        try (RawService service = new RawService(line -> {
            line.head(200, "text/event-stream").write("\r\n");
            for (int i = 0; i < 10; i++) {
                line.write(": heartbeat\n\n").pause(100);
            }
        })) {
            List<Frame> frames = new ArrayList<>();
            api(service).streamEvents().read(frames::add);
            assertThat(frames).hasSize(10).containsOnly(new Frame.Heartbeat());
        }
    }

    @Test
    void halfALineAtTheEndOfAStreamIsSkippedAndACutIsABrokenLine() throws IOException, ApiException {
        String half = ENGINE + "\n" + ENGINE.substring(0, 30);
        List<Frame> frames = new ArrayList<>();
        try (RawService service = new RawService(line -> line.head(200, "application/x-ndjson").write("\r\n" + half))) {
            api(service).streamEngine("e1").read(frames::add);
            assertThat(frames).hasSize(2).last().isInstanceOf(Frame.Unreadable.class);
            frames.clear();
            service.now(line -> line.head(200, "application/x-ndjson").write("Transfer-Encoding: chunked\r\n\r\n400\r\n" + half));
            assertThat(failure(() -> api(service).streamEngine("e1").read(frames::add)).problem().code()).isEqualTo("unreachable.reset");
            assertThat(frames).hasSize(1);
        }
    }

    @Test
    void aStreamWithTheWrongContentTypeIsReadByWhatItIs() throws IOException, ApiException {
        String[][] wrong = {{"application/x-ndjson", "data: " + ENGINE + "\n\n"}, {"text/event-stream", ENGINE + "\n"}, {"text/plain", ENGINE + "\n"},
            {"text/plain", ": hello\n\ndata: " + ENGINE + "\n\n"}, {"application/octet-stream", "event: update\ndata: " + ENGINE + "\n\n"}};
        for (String[] form : wrong) {
            try (RawService service = new RawService(line -> line.head(200, form[0]).write("\r\n" + form[1]))) {
                List<Frame> frames = new ArrayList<>();
                api(service).streamEngine("e1").read(frames::add);
                assertThat(frames).as(form[0] + " " + form[1]).last().isInstanceOf(Frame.EngineNews.class);
            }
        }
    }

    @Test
    void aStreamThatIsRefusedSaysWhy() throws IOException {
        try (RawService service = new RawService(line -> line.reply(403, "application/problem+json", "{\"detail\":\"missing required scope: teams:read\"}"))) {
            assertThat(failure(() -> api(service).streamEvents()).problem().code()).isEqualTo("forbidden.scope");
            service.now(line -> line.reply(200, "text/html", "<title>Welcome</title>"));
            assertThat(failure(() -> api(service).streamEvents())).isEqualTo(new ApiFailure.Malformed(200, "Welcome"));
            service.now(line -> line.head(200, "text/plain").write("\r\n<html>"));
            assertThat(failure(() -> api(service).streamEvents().read(frame -> { }))).isInstanceOf(ApiFailure.Malformed.class);
        }
    }

    @Test
    void closingAStreamEndsItsReadingQuietly() throws IOException, ApiException {
        try (RawService service = new RawService(line -> {
            line.head(200, "application/x-ndjson").write("\r\n" + ENGINE + "\n");
            line.hang();
        })) {
            HttpInferenceApi api = api(service);
            EngineStream stream = api.streamEngine("e1");
            assertThat(api.meter().traffic().streams()).isEqualTo(1);
            stream.read(frame -> stream.close());
            assertThat(api.meter().traffic().streams()).isZero();
        }
    }

    private static HttpSettings quick() {
        return HttpSettings.DEFAULT.withProxy(new ProxyChoice.None()).withTimeouts(Duration.ofSeconds(2), SHORT, SHORT.multipliedBy(3), SHORT.multipliedBy(2));
    }

    private static HttpInferenceApi api(RawService service) {
        HttpSettings settings = quick();
        return new HttpInferenceApi(service.base(), () -> "Bearer k", () -> settings, Clock.systemUTC());
    }

    private interface Work {
        void run() throws ApiException;
    }

    private static ApiFailure failure(Work work) {
        try {
            work.run();
        } catch (ApiException failed) {
            return failed.failure();
        }
        throw new AssertionError("the call succeeded");
    }
}
