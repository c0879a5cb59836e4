package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.ApiFailure.Cause;

/** The settings of the network, on real sockets: each counts from the next request on, with the same client. */
class NetworkSettingsTest {
    private static final String JSON = "application/json";
    private static final String ENGINE = "{\"id\":\"e1\",\"name\":\"n\",\"status\":\"running\",\"workers\":[]}";
    private static final URI SERVICE = URI.create("http://api.service.test");
    private static final String SECURE_HOST = "secure.service.test";
    private static final HttpSettings NO_PROXY = HttpSettings.DEFAULT.withProxy(new ProxyChoice.None());
    @TempDir
    private static Path folder;
    private static Certificates certificates;
    private static RawService secure;
    private final AtomicReference<HttpSettings> settings = new AtomicReference<>(NO_PROXY);

    @BeforeAll
    static void secureService() throws IOException, GeneralSecurityException, InterruptedException {
        certificates = Certificates.of(folder, SECURE_HOST);
        secure = new RawService(line -> line.reply(200, JSON, ENGINE), certificates.sockets());
    }

    @AfterAll
    static void close() throws IOException {
        secure.close();
    }

    @Test
    void aProxyGivenByHandCountsFromTheNextRequestOn() throws IOException, ApiException {
        try (RawService proxy = new RawService(line -> line.reply(200, JSON, ENGINE))) {
            HttpInferenceApi api = api(SERVICE);
            assertThat(cause(() -> api.getEngine("e1"))).isEqualTo(Cause.DNS);
            settings.set(NO_PROXY.withProxy(new ProxyChoice.Manual("127.0.0.1", proxy.port(), "", "")));
            assertThat(api.getEngine("e1").name()).isEqualTo("n");
            assertThat(proxy.requests()).singleElement().asString().startsWith("GET http://api.service.test/engines/e1 HTTP/1.1");
            settings.set(NO_PROXY);
            assertThat(cause(() -> api.getEngine("e1"))).isEqualTo(Cause.DNS);
        }
    }

    @Test
    void aProxyThatAsksIsGivenItsCredentialsAndAWriteReachesTheServiceOnce() throws IOException, ApiException {
        String right = "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString("ops:s3cret".getBytes(StandardCharsets.UTF_8));
        try (RawService proxy = new RawService(line -> {
            if (line.request().contains(right)) {
                line.reply(200, JSON, ENGINE);
            } else {
                line.head(407, JSON).write("Proxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0\r\n\r\n");
                line.keep()[0] = true;
            }
        })) {
            HttpInferenceApi api = api(SERVICE);
            settings.set(NO_PROXY.withProxy(new ProxyChoice.Manual("127.0.0.1", proxy.port(), "ops", "s3cret")));
            assertThat(api.extendEngine("e1", BigDecimal.ONE).value()).isPresent();
            assertThat(proxy.requests().stream().filter(request -> request.contains(right))).hasSize(1);
            assertThat(proxy.requests()).hasSizeLessThanOrEqualTo(2);

            settings.set(NO_PROXY.withProxy(new ProxyChoice.Manual("127.0.0.1", proxy.port(), "ops", "wrong")));
            ApiFailure refused = failure(() -> api.extendEngine("e1", BigDecimal.ONE));
            assertThat(refused).isInstanceOfSatisfying(ApiFailure.Unreachable.class, failure -> assertThat(failure.cause()).isEqualTo(Cause.PROXY));
            assertThat(proxy.requests().stream().filter(request -> request.contains(right))).hasSize(1);
        }
    }

    @Test
    void aProxyThatIsNotThereIsToldFromAServiceThatIsNotThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        settings.set(NO_PROXY.withProxy(new ProxyChoice.Manual("127.0.0.1", free, "", "")));
        assertThat(cause(() -> api(SERVICE).getEngine("e1"))).isEqualTo(Cause.PROXY);
        settings.set(NO_PROXY);
        assertThat(cause(() -> api(URI.create("http://127.0.0.1:" + free)).getEngine("e1"))).isEqualTo(Cause.REFUSED);
    }

    @Test
    void theComputersOwnProxyIsTakenFromTheEnvironmentUnlessTheHostIsExcepted() throws IOException, ApiException {
        try (RawService proxy = new RawService(line -> line.reply(200, JSON, ENGINE))) {
            Map<String, String> environment = Map.of("HTTP_PROXY", "http://ops:p%40ss@127.0.0.1:" + proxy.port(), "UNRELATED", "x");
            settings.set(NO_PROXY.withProxy(ProxyChoice.OfSystem.from(environment)));
            HttpInferenceApi api = api(SERVICE);
            assertThat(api.getEngine("e1").name()).isEqualTo("n");
            settings.set(NO_PROXY.withProxy(ProxyChoice.OfSystem.from(Map.of("http_proxy", "http://127.0.0.1:" + proxy.port(), "no_proxy", ".service.test"))));
            assertThat(cause(() -> api.getEngine("e1"))).isEqualTo(Cause.DNS);
            assertThat(settings.get().toString()).doesNotContain("p%40ss");
        }
    }

    @Test
    void aFurtherAuthorityIsTrustedFromTheNextRequestOn() throws IOException, ApiException {
        try (RawService proxy = tunnel(secure.port())) {
            HttpSettings through = NO_PROXY.withProxy(new ProxyChoice.Manual("127.0.0.1", proxy.port(), "", ""));
            settings.set(through);
            HttpInferenceApi api = api(URI.create("https://" + SECURE_HOST));
            ApiFailure untrusted = failure(() -> api.extendEngine("e1", BigDecimal.ONE));
            assertThat(untrusted).isInstanceOfSatisfying(ApiFailure.Unreachable.class, failure -> {
                assertThat(failure.cause()).isEqualTo(Cause.TLS);
                assertThat(failure.sent()).as("nothing left before the certificate was trusted").isFalse();
            });
            settings.set(through.withCertificates(certificates.pem()));
            assertThat(api.getEngine("e1").name()).isEqualTo("n");
            assertThat(secure.requests()).hasSize(1);
            settings.set(through);
            assertThat(cause(() -> api.getEngine("e1"))).isEqualTo(Cause.TLS);
        }
    }

    @Test
    void aCertificateForAnotherHostIsNotAccepted() throws IOException {
        try (RawService proxy = tunnel(secure.port())) {
            settings.set(NO_PROXY.withProxy(new ProxyChoice.Manual("127.0.0.1", proxy.port(), "", "")).withCertificates(certificates.pem()));
            assertThat(cause(() -> api(URI.create("https://other.service.test")).getEngine("e1"))).isEqualTo(Cause.TLS);
        }
    }

    @Test
    void certificatesThatCannotBeReadStopEveryCallWithTheirOwnReason() throws GeneralSecurityException {
        settings.set(NO_PROXY.withCertificates("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----"));
        assertThat(failure(() -> api(SERVICE).getEngine("e1")).problem().code()).isEqualTo("unreachable.settings");
        settings.set(NO_PROXY.withCertificates("no certificate at all"));
        assertThat(failure(() -> api(SERVICE).getEngine("e1")).problem().code()).isEqualTo("unreachable.settings");
        assertThat(Trust.subjects(certificates.pem())).containsExactly("CN=" + SECURE_HOST);
        assertThatThrownBy(() -> Trust.subjects("no certificate at all")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void timesAndTheVersionCountFromTheNextRequestOn() throws IOException, ApiException {
        try (RawService service = new RawService(line -> {
            line.pause(400);
            line.reply(200, JSON, ENGINE);
        })) {
            HttpInferenceApi api = api(service.base());
            assertThat(api.getEngine("e1").name()).isEqualTo("n");
            settings.set(NO_PROXY.withTimeouts(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(1)).withApiVersion(false));
            assertThat(cause(() -> api.getEngine("e1"))).isEqualTo(Cause.TIMEOUT);
            assertThat(service.requests().stream().map(request -> request.contains("X-API-Version: 2"))).containsExactly(true, false);
        }
    }

    @Test
    void aLimitOfZeroIsRefusedWhereItIsGiven() {
        assertThatThrownBy(() -> NO_PROXY.withMaxReplyBytes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NO_PROXY.withTimeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }

    /** A proxy that opens a way to a port whatever host was asked for. */
    private static RawService tunnel(int port) throws IOException {
        return new RawService(line -> {
            line.write("HTTP/1.1 200 Connection established\r\n\r\n");
            try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Thread back = Thread.ofVirtual().start(() -> pass(behind, line.socket()));
                pass(line.socket(), behind);
                back.interrupt();
            }
        });
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            assertThat(ended).isNotNull();
        }
    }

    private HttpInferenceApi api(URI base) {
        return new HttpInferenceApi(base, () -> "Bearer k", settings::get, Clock.systemUTC());
    }

    private interface Work {
        void run() throws ApiException;
    }

    private static Cause cause(Work work) {
        return ((ApiFailure.Unreachable) failure(work)).cause();
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
