package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.Problem;
import sh.inference.console.state.ConnectionProbe;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

/** The check of a connection against ten ways in which one can fail, each on a real socket: ten texts, and one next step for each. */
class ConnectionTextsTest {
    private static final String JSON = "application/json";
    private static final HttpSettings PATIENT = HttpSettings.DEFAULT.withProxy(new ProxyChoice.None());
    @TempDir
    private Path folder;
    private final List<RawService> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (RawService service : open) {
            service.close();
        }
    }

    @Test
    void eachOfTenFailuresHasATextAndANextStepOfItsOwnInEveryLanguage() throws Exception {
        Map<String, Problem> found = new LinkedHashMap<>();
        found.put("dns", problem(URI.create("http://no-such-name.service.test"), PATIENT));
        found.put("refused", problem(URI.create("http://127.0.0.1:" + free()), PATIENT));
        found.put("tls", problem(URI.create("https://127.0.0.1:" + secure()), PATIENT));
        found.put("proxy", problem(URI.create("http://api.service.test"), PATIENT.withProxy(new ProxyChoice.Manual("127.0.0.1", free(), "", ""))));
        found.put("401", problem(answers(401, JSON, "{\"error\":{\"code\":\"unauthorized\",\"message\":\"invalid api key\"}}"), PATIENT));
        found.put("scope", problem(answers(403, JSON, "{\"error\":{\"code\":\"forbidden\",\"message\":\"missing required scope: engines:read\"}}"), PATIENT));
        found.put("another service", problem(answers(200, "text/html", "<html>Welcome</html>"), PATIENT));
        found.put("rate", problem(answers(429, JSON, "{\"error\":{\"code\":\"rate_limited\",\"message\":\"slow down\"}}"), PATIENT));
        found.put("fault", problem(answers(500, JSON, "{\"error\":{\"code\":\"internal\",\"message\":\"oops\"}}"), PATIENT));
        Duration second = Duration.ofSeconds(1);
        found.put("time-out", problem(silent(), PATIENT.withTimeouts(second, second, second, second)));
        for (String language : List.of("en", "de")) {
            Messages words = new Messages(Locale.of(language), new Formats(Locale.of(language), ZoneOffset.UTC));
            assertThat(found.values().stream().map(problem -> words.of(problem.title()))).as("titles in " + language).doesNotHaveDuplicates();
            assertThat(found.values().stream().map(problem -> words.of(problem.what()))).as("what happened in " + language).doesNotHaveDuplicates();
            assertThat(found.values().stream().map(problem -> words.of(problem.next()))).as("next steps in " + language).doesNotHaveDuplicates()
                    .noneMatch(text -> text.isBlank() || text.startsWith("problem."));
        }
        assertThat(found.values().stream().map(Problem::code)).containsExactly("unreachable.dns", "unreachable.refused", "unreachable.tls", "unreachable.proxy", "unauthorized",
                "forbidden.scope", "malformed", found.get("rate").code(), found.get("fault").code(), "unreachable.timeout");
        assertThat(found.get("rate").code()).startsWith("rate");
        assertThat(found.get("fault").code()).startsWith("server");
    }

    @Test
    void aServiceThatKnowsNoSuchPathIsAnotherServiceToo() throws Exception {
        assertThat(problem(answers(404, JSON, "{\"error\":{\"code\":\"not_found\",\"message\":\"no such route\"}}"), PATIENT).code()).isEqualTo("malformed");
    }

    private static Problem problem(URI url, HttpSettings settings) {
        List<ConnectionProbe.Line> lines = new ArrayList<>();
        HttpInferenceApi api = new HttpInferenceApi(url, () -> "Bearer inf_any", () -> settings, Clock.systemUTC(), () -> false, note -> { });
        assertThat(new ConnectionProbe(api, Clock.systemUTC(), lines::add).run()).isFalse();
        return lines.stream().filter(line -> line.verdict() == ConnectionProbe.Verdict.FAILED).findFirst().orElseThrow().problem().orElseThrow();
    }

    private URI answers(int status, String type, String body) throws IOException {
        RawService service = new RawService(line -> line.reply(status, type, body));
        open.add(service);
        return URI.create("http://127.0.0.1:" + service.port());
    }

    private URI silent() throws IOException {
        RawService service = new RawService(RawService.Line::hang);
        open.add(service);
        return URI.create("http://127.0.0.1:" + service.port());
    }

    private int secure() throws IOException, GeneralSecurityException, InterruptedException {
        RawService service = new RawService(line -> line.reply(200, JSON, "{}"), Certificates.of(folder, "secure.service.test").sockets());
        open.add(service);
        return service.port();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
