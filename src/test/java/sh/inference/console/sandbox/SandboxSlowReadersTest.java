package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that ask and do not read: they are cut off, what waits for them is bounded, and everybody else is served. */
@Timeout(60)
class SandboxSlowReadersTest {
    private static final int SMALL = 4096;
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void whoDoesNotReadHisAnswersIsCutOffAfterAWhile() throws Exception {
        try (SandboxClient client = new SandboxClient()) {
            for (int number = 0; number < 60; number++) {
                open(client, "/engines?limit=100", 40);
            }
            assertThat(client.get("/engines?limit=1").path("total_items").asInt()).isEqualTo(24);
            awaitOpen(client, 60);
            for (int round = 0; round < 400 && client.sandbox.connections() > 10; round++) {
                client.sandbox.sweep();
                client.get("/me");
            }
            assertThat(client.sandbox.connections()).as("the client's own").isLessThanOrEqualTo(10);
        }
    }

    @Test
    void whoDoesNotReadTheWorkspaceStreamIsCutOffAndOthersMissNothing() throws Exception {
        try (SandboxClient client = new SandboxClient(options -> options.withRate(4000))) {
            for (int number = 0; number < 20; number++) {
                open(client, "/events", 1);
            }
            awaitStreams(client, 20);
            for (int second = 0; second < 60 && client.sandbox.openStreams() > 0; second++) {
                client.pass(Duration.ofSeconds(1));
            }
            awaitStreams(client, 0);
            try (BufferedReader lines = client.stream("/events", "application/x-ndjson")) {
                client.pass(Duration.ofSeconds(1));
                for (int frame = 0; frame < 1000;) {
                    String line = lines.readLine();
                    assertThat(line).startsWith("{\"").endsWith("}");
                    frame += line.contains("\"event\":\"engines\"") ? 1 : 0;
                }
            }
        }
    }

    @Test
    void whoDoesNotReadOneEnginesStreamHoldsOnlyFewOfItsFrames() throws Exception {
        try (SandboxClient client = new SandboxClient(options -> options.withRate(4000))) {
            for (int number = 0; number < 20; number++) {
                open(client, "/engines/" + client.idOf("gpu-lon-03") + "/stream", 1);
            }
            awaitStreams(client, 20);
            client.pass(Duration.ofSeconds(10));
            awaitStreams(client, 0);
        }
    }

    /** The server takes its connections and sees their ends on threads of its own. */
    private static void awaitStreams(SandboxClient client, int wanted) {
        for (long until = System.nanoTime() + Duration.ofSeconds(20).toNanos(); System.nanoTime() < until && client.sandbox.openStreams() != wanted;) {
            Thread.onSpinWait();
        }
        assertThat(client.sandbox.openStreams()).isEqualTo(wanted);
    }

    private static void awaitOpen(SandboxClient client, int least) {
        for (long until = System.nanoTime() + Duration.ofSeconds(20).toNanos(); System.nanoTime() < until && client.sandbox.connections() < least;) {
            Thread.onSpinWait();
        }
        assertThat(client.sandbox.connections()).isGreaterThanOrEqualTo(least);
    }

    private void open(SandboxClient client, String path, int times) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(SMALL);
        socket.connect(new InetSocketAddress("127.0.0.1", client.sandbox.url().getPort()));
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + client.sandbox.key() + "\r\nAccept: application/x-ndjson\r\n\r\n";
        socket.getOutputStream().write(request.repeat(times).getBytes(StandardCharsets.US_ASCII));
    }
}
