package sh.inference.console.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The sandbox in a process of its own, as {@code --serve-sandbox} starts it. */
final class SandboxProcess implements AutoCloseable {
    private final Process process;
    private final JsonNode access;

    private SandboxProcess(Process process, JsonNode access) {
        this.process = process;
        this.access = access;
    }

    /** @param options of the sandbox, such as {@code --engines 10000} */
    static SandboxProcess start(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(System.getProperty("bench.flags").split(" ")));
        command.addAll(List.of("--module-path", "target/classes:" + Files.readString(Path.of("target/bench-module-path.txt")).strip(),
                "--module", System.getProperty("bench.main"), "--serve-sandbox", "--port", "0", "--config", Files.createTempDirectory("bench-sandbox").toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("{")) {
                return new SandboxProcess(process, new ObjectMapper().readTree(line));
            }
        }
        throw new IOException("the sandbox ended with " + process.exitValue());
    }

    URI url() {
        return URI.create(access.path("url").asText());
    }

    String key() {
        return access.path("key").asText();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
