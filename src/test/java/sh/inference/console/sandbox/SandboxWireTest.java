package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Bytes on the wire as no client library would send them. */
@Timeout(60)
class SandboxWireTest {
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        client = new SandboxClient();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    static Stream<String> requestsNobodyCanMean() {
        return Stream.of("GET /engines/%zz HTTP/1.1", "GET /engines?search=%q HTTP/1.1", "GET engines HTTP/1.1", "GET /engines HTTP/2.0", "GET /engines", "GET  /engines HTTP/1.1",
                "G(T /engines HTTP/1.1", "GET /a\u0001b HTTP/1.1", "\u0016\u0003\u0001 hello", "GET /engines#top HTTP/1.1", "GET /" + "a".repeat(70_000) + " HTTP/1.1",
                "GET /engines HTTP/1.1\r\nno colon", "GET /engines HTTP/1.1\r\nBad Name: x", "GET /engines HTTP/1.1\r\n folded: x",
                "GET /engines HTTP/1.1\r\nHost: a\r\nHost: b", "GET /engines HTTP/1.1\r\nContent-Length: -4", "GET /engines HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
                "POST /engines/list HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked", "POST /engines/list HTTP/1.1\r\nTransfer-Encoding: gzip",
                "GET /engines HTTP/1.1\r\n" + "X-More: 1\r\n".repeat(200) + "X-Last: 1");
    }

    @ParameterizedTest
    @MethodSource("requestsNobodyCanMean")
    void whatIsNoRequestIsAProblemAndNotAPageOfTheServers(String request) throws Exception {
        Answer answer = send(request.contains("Host:") ? request : request + "\r\nHost: 127.0.0.1");
        assertThat(answer.head()).startsWith("HTTP/1.1 400 ").contains("Content-Type: application/problem+json");
        assertThat(answer.json().path("type").asText()).endsWith("/invalid_request");
        assertThat(answer.json().path("detail").asText()).isNotBlank().hasSizeLessThan(400);
        assertThat(client.status("GET", "/engines", null)).as("the server goes on").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//engines", "/", "/engines//", "/engines/../../etc/passwd", "/engines/%2e%2e/me", "/engines/%2e%2e%2fme", "/engines/.%00", "/./engines", "/engines;a=b",
            "/engines/%2F", "/engines\\..\\me", "/v1", "/v1/v1/engines", "http://127.0.0.1/nowhere", "/_sandbox", "/_sandbox/../engines"})
    void pathsThatLeadNowhereAreNotFound(String path) throws Exception {
        Answer answer = send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1");
        assertThat(answer.head()).startsWith("HTTP/1.1 404 ").contains("application/problem+json");
        assertThat(answer.json().path("type").asText()).endsWith("/not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: 127.0.0.1.evil.example", "Host: 127.0.0.1:1", "Host: [::2]", "Host:", "X-None: 1"})
    void aForeignHostIsRefused(String host) throws Exception {
        Answer answer = send("GET /engines HTTP/1.1\r\n" + host);
        assertThat(answer.head()).startsWith("HTTP/1.1 421 ").contains("application/problem+json");
        assertThat(send("GET http://evil.example/engines HTTP/1.1\r\nHost: 127.0.0.1").head()).startsWith("HTTP/1.1 421 ");
        assertThat(send("GET http://localhost:" + port() + "/engines HTTP/1.1\r\nHost: 127.0.0.1").head()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aBodyOfOneMebibyteIsReadAndOneByteMoreIsNot() throws Exception {
        String just = "{\"limit\":1}" + " ".repeat((1 << 20) - 11);
        assertThat(client.status("POST", "/engines/list", just)).isEqualTo(200);
        assertThat(client.status("POST", "/engines/list", just + " ")).isEqualTo(413);
        assertThat(client.status("POST", "/nowhere", just + " ")).isEqualTo(413);
        assertThat(client.status("POST", "/engines/list", " ".repeat(12 << 20))).isEqualTo(413);
    }

    @Test
    void bodiesInChunksAreReadAndBadChunksAreNot() throws Exception {
        String head = "POST /engines/list HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked";
        assertThat(send(head, "6;x=y\r\n{\"limi\r\n5\r\nt\":1}\r\n0\r\nTrailer: a\r\n\r\n").json().path("items")).hasSize(1);
        assertThat(send(head, "zz\r\n{}\r\n0\r\n\r\n").head()).startsWith("HTTP/1.1 400 ");
        assertThat(send("POST /engines/list HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\nExpect: 100-continue", "{\"limit\":1}").head())
                .startsWith("HTTP/1.1 100 Continue");
    }

    @Test
    void oneConnectionServesRequestAfterRequest() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            for (int round = 0; round < 3; round++) {
                write(socket, "POST /engines/list HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11", "{\"limit\":1}");
                assertThat(Answer.read(in).json().path("items")).hasSize(1);
            }
            write(socket, "GET /me HTTP/1.0\r\nHost: localhost", "");
            Answer old = Answer.read(in);
            assertThat(old.head()).contains("Connection: close");
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void anOldClientReadsAStreamToTheEndOfTheConnection() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            write(socket, "GET /engines/" + client.idOf("gpu-lon-03") + "/stream HTTP/1.0\r\nHost: localhost\r\nAccept: application/jsonl", "");
            Answer answer = Answer.read(new BufferedInputStream(socket.getInputStream()));
            assertThat(answer.head()).contains("Connection: close").doesNotContain("chunked");
        }
    }

    private Answer send(String head, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            write(socket, head, body);
            return Answer.read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private Answer send(String head) throws IOException {
        return send(head, "");
    }

    private void write(Socket socket, String head, String body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((head + "\r\nAuthorization: Bearer " + client.sandbox.key() + "\r\nX-API-Version: 2\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private int port() {
        return client.sandbox.url().getPort();
    }

    private record Answer(String head, String body) {
        static Answer read(BufferedInputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                head.append((char) next);
            }
            int at = head.indexOf("Content-Length: ");
            int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r", at)));
            return new Answer(head.toString(), new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }

        JsonNode json() throws IOException {
            return SandboxClient.JSON.readTree(body);
        }
    }
}
