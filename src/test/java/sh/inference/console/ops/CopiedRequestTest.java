package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.record.DeleteEngine;
import sh.inference.console.ops.record.RenameEngine;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.task.CancelTask;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.testing.Situations;

/** The copied curl is run by a shell, with the key in the environment, and asks for exactly what the console asks for. */
class CopiedRequestTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnull";
    private static final List<String> SAME = List.of("authorization", "x-api-version", "content-type", "content-length");

    static Stream<Operation> operations() {
        String id = "4f8k2m9q0r3s5t7v8w1x2y3z4a";
        return Stream.of(new DrainEngine(id), new UpdateEngine(id), new StopEngine(id), new RestartEngine(id), new ExtendEngine(id, new BigDecimal("1.5")),
                new ExtendEngine(id, new BigDecimal("1E+2")), new PromoteVersion("app 1/x", "v'1"), new RenameEngine(id, "o'neil \"7\" ü\\"), new DeleteEngine(id),
                new CancelTask(id, "task1"));
    }

    static boolean hasCurl() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator)).anyMatch(dir -> java.nio.file.Files.isExecutable(java.nio.file.Path.of(dir, "curl")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    @EnabledIf(value = "hasCurl", disabledReason = "there is no curl here")
    void aCopiedCurlSendsTheSameBytes(Operation operation) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
            CompletableFuture<String> asked = receive(server);
            try {
                operation.send(new HttpInferenceApi(url, () -> "Bearer inf_test", () -> HttpSettings.DEFAULT, Clock.systemUTC()));
            } catch (ApiException noEngine) {
                // What is answered does not matter here.
            }
            String sent = asked.get(20, TimeUnit.SECONDS);
            CompletableFuture<String> copied = receive(server);
            String curl = operation.plan(Situations.of(new sh.inference.console.model.Engine[0]).build()).call().asCurl(url.toString());
            assertThat(curl).doesNotContain("inf_test");
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", curl + " -s -S --noproxy '*'");
            shell.environment().put("INFERENCE_API_KEY", "inf_test");
            Process process = shell.redirectErrorStream(true).start();
            assertThat(copied.get(20, TimeUnit.SECONDS)).isEqualTo(sent);
            process.destroy();
        }
    }

    /** The request line, the headers that matter, and the body. */
    private static CompletableFuture<String> receive(ServerSocket server) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                String request = read(socket.getInputStream());
                socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
                String head = request.substring(0, request.indexOf("\r\n\r\n"));
                String headers = head.lines().skip(1).map(line -> line.substring(0, line.indexOf(':')).toLowerCase(java.util.Locale.ROOT) + line.substring(line.indexOf(':')))
                        .filter(line -> SAME.stream().anyMatch(line::startsWith)).filter(line -> !line.equals("content-length: 0")).sorted()
                        .reduce("", (all, line) -> all + line + "\n");
                return head.lines().findFirst().orElseThrow() + "\n" + headers + request.substring(request.indexOf("\r\n\r\n") + 4);
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        });
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (true) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            bytes.write(next);
            String text = bytes.toString(StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end >= 0 && bytes.size() >= end + 4 + length(text)) {
                break;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int length(String head) {
        return head.lines().filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip())).findFirst().orElse(0);
    }
}
