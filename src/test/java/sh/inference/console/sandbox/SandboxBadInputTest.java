package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What should never be sent gets the right status, and the server goes on. */
class SandboxBadInputTest {
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        client = new SandboxClient();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "POST   | /engines/list                 | {                        | 400 | invalid_request",
            "POST   | /engines/list                 | {\"limit\":{}}           | 400 | invalid_request",
            "POST   | /engines                      | {\"name\":7}           | 400 | invalid_request",
            "POST   | /apps/run                     | {\"app\":{},\"workers\":\"x\"} | 400 | invalid_request",
            "POST   | /_sandbox/clock               | {\"advance_seconds\":\"x\"} | 400 | invalid_request",
            "POST   | /_sandbox/clock               | {\"advance_seconds\":-1} | 400 | invalid_request",
            "POST   | /_sandbox/faults              | {\"name\":\"earthquake\",\"on\":true} | 400 | invalid_request",
            "POST   | /_sandbox/faults              | {\"name\":\"forbidden\",\"on\":\"yes\"} | 400 | invalid_request",
            "GET    | /nowhere                      |                          | 404 | not_found",
            "GET    | /engines/..%2f..%2fetc%2fpasswd |                        | 404 | not_found",
            "GET    | /engines/../me                |                          | 404 | not_found",
            "DELETE | /apps                         |                          | 405 | method_not_allowed",
            "BREW   | /engines                      |                          | 405 | method_not_allowed"})
    void badCallsAreProblems(String method, String path, String body, int status, String code) throws Exception {
        HttpResponse<String> answer = client.call(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = SandboxClient.JSON.readTree(answer.body());
        assertThat(problem.path("type").asText()).endsWith("/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotBlank();
    }

    @Test
    void deepAndHugeNumbersAreRefusedNotFollowed() throws Exception {
        assertThat(client.status("POST", "/engines/list", "[".repeat(100_000))).isEqualTo(400);
        String id = client.idOf("h100-west-2");
        JsonNode before = client.get("/billing");
        assertThat(client.status("POST", "/engines/" + id + "/extend", "{\"additional_hours\":1e99999999}")).isEqualTo(400);
        assertThat(client.status("POST", "/engines/" + id + "/extend", "{\"additional_hours\":1e-99999999}")).isEqualTo(400);
        assertThat(client.get("/billing")).isEqualTo(before);
    }

    @Test
    void fiveHundredStreamsNobodyReadsLeaveTheServerQuick() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int number = 0; number < 500; number++) {
                idle.add(open("/events"));
            }
            client.pass(Duration.ofSeconds(20));
            assertThat(client.get("/engines?limit=100").path("total_items").asInt()).isEqualTo(24);
            assertThat(client.sandbox.openStreams()).isEqualTo(500);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private Socket open(String path) throws IOException {
        Socket socket = new Socket("127.0.0.1", client.sandbox.url().getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + client.sandbox.url().getPort() + "\r\nAuthorization: Bearer " + client.sandbox.key()
                + "\r\nAccept: application/x-ndjson\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }
}
