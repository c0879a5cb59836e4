package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.ApiFailure.Cause;
import sh.inference.console.api.InferenceApi;

class FailuresTest {
    @AutoClose
    private final CannedService service = new CannedService();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "400 | {'type':'https://api.inference.sh/errors/extend_failed','title':'Bad Request','status':400,'detail':'no threshold'} | extend_failed | no threshold",
        "400 | {'success':false,'status':400,'error':{'code':'invalid_request','message':'bad hours','suggestions':[]}} | invalid_request | bad hours",
        "405 | {'title':'Method Not Allowed','type':'about:blank'} | http_405 | Method Not Allowed",
        "412 | {'satisfied':false,'errors':[{'type':'secret','key':'HF','message':'HF is missing','action':{'type':'add_secret'}},null]} | requirements_not_met | HF is missing",
        "422 | {'code':'own_code','message':'said so'} | own_code | said so",
        "418 | <html><head><title> A teapot </title></head> | http_418 | A teapot",
        "400 | plain words | http_400 | plain words",
        "400 | {'error':'words only'} | http_400 | words only",
        "400 | `` | http_400 | ``"})
    void aRefusalHasItsCodeAndItsSentence(int status, String body, String code, String detail) {
        service.answer(status, body.replace('\'', '"'));
        assertThat(failure(InferenceApi::balance)).isEqualTo(new ApiFailure.Rejected(status, code, detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><h1>Oops</h1>", "{\"detail\":\"Oops\"}", "{", "\u0000\u0001"})
    void theStatusDecidesWhateverTheBody(String body) {
        assertThat(failure(401, body)).isInstanceOf(ApiFailure.Unauthorized.class);
        assertThat(failure(402, body)).isInstanceOf(ApiFailure.PaymentRequired.class);
        assertThat(failure(403, body)).isInstanceOf(ApiFailure.Forbidden.class);
        assertThat(failure(404, body)).isInstanceOf(ApiFailure.NotFound.class);
        assertThat(failure(409, body)).isInstanceOf(ApiFailure.Conflict.class);
        assertThat(failure(500, body)).isInstanceOf(ApiFailure.ServerFault.class);
        assertThat(failure(502, body)).isInstanceOf(ApiFailure.ServerFault.class);
    }

    @Test
    void aMissingScopeIsReadFromTheSentence() {
        assertThat(failure(403, "{\"type\":\"https://api.inference.sh/errors/forbidden\",\"detail\":\"missing required scope: engines:write\"}"))
                .isEqualTo(new ApiFailure.Forbidden(Optional.of("engines:write"), "forbidden", "missing required scope: engines:write"));
    }

    @Test
    void aOneTimeCodeIsNoMissingScope() {
        ApiFailure failure = failure(403, "{\"type\":\"https://api.inference.sh/errors/otp_required\",\"detail\":\"code needed\",\"meta\":{\"otp_method\":\"totp\"}}");
        assertThat(failure.problem().code()).isEqualTo("otp");
    }

    @Test
    void aFailureThatComesAsASuccessIsAFailure() {
        assertThat(failure(200, "{\"success\":false,\"error\":{\"code\":\"not_found\",\"message\":\"gone\"}}")).isEqualTo(new ApiFailure.NotFound("gone"));
        assertThat(failure(200, "{\"success\":false,\"status\":409,\"error\":{\"code\":\"x\"}}")).isInstanceOf(ApiFailure.Conflict.class);
    }

    @Test
    void aKeyThatIsEchoedIsNotShown() {
        assertThat(failure(401, "{\"detail\":\"unknown key " + CannedService.KEY + "\"}").detail()).isEqualTo("unknown key [key]");
    }

    @Test
    void afterARefusalForTheRateNothingIsSentUntilTheTimeIsUp() {
        InferenceApi api = service.answer(429, "{\"detail\":\"slow down\"}").with(Map.of("Retry-After", "7")).api();
        assertThat(failure(api, InferenceApi::balance)).isEqualTo(new ApiFailure.RateLimited(Duration.ofSeconds(7), "slow down"));
        assertThat(failure(api, InferenceApi::balance)).isInstanceOf(ApiFailure.RateLimited.class);
        assertThat(service.seen()).hasSize(1);
        assertThat(failure(api, it -> it.drainEngine("e"))).isInstanceOf(ApiFailure.RateLimited.class);
        assertThat(service.seen()).as("writes are counted apart").hasSize(2);
    }

    @Test
    void theTimeOfTheResetIsReadByTheServicesClock() {
        RateLimit limit = new RateLimit(Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC));
        okhttp3.Headers headers = okhttp3.Headers.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1760173230", "Date", "Sat, 11 Oct 2025 09:00:00 GMT");
        assertThat(limit.learn(200, headers)).isZero();
        assertThat(limit.pause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(limit.learn(429, headers)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void withoutAnyHintThePausesGrow() {
        RateLimit limit = new RateLimit(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        okhttp3.Headers none = okhttp3.Headers.of();
        assertThat(limit.learn(429, none)).isEqualTo(Duration.ofSeconds(1));
        assertThat(limit.learn(429, none)).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 40; i++) {
            limit.learn(429, none);
        }
        assertThat(limit.learn(429, none)).isEqualTo(Duration.ofSeconds(30));
        limit.learn(200, none);
        assertThat(limit.learn(429, none)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anUnknownNameIsToldFromARefusedConnection() throws IOException {
        assertThat(cause(URI.create("http://no-such-host.invalid"))).isEqualTo(Cause.DNS);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(cause(URI.create("http://127.0.0.1:" + port))).isEqualTo(Cause.REFUSED);
    }

    private static Cause cause(URI base) {
        InferenceApi api = new HttpInferenceApi(base, () -> "Bearer k", () -> HttpSettings.DEFAULT.withProxy(new ProxyChoice.None()), Clock.systemUTC());
        ApiFailure.Unreachable failure = (ApiFailure.Unreachable) failure(api, InferenceApi::balance);
        assertThat(failure.sent()).isFalse();
        return failure.cause();
    }

    private interface Call {
        void run(InferenceApi api) throws ApiException;
    }

    private ApiFailure failure(int status, String body) {
        service.answer(status, body);
        return failure(InferenceApi::balance);
    }

    private ApiFailure failure(Call call) {
        return failure(service.api(), call);
    }

    private static ApiFailure failure(InferenceApi api, Call call) {
        try {
            call.run(api);
        } catch (ApiException failed) {
            return failed.failure();
        }
        throw new AssertionError("the call succeeded");
    }
}
