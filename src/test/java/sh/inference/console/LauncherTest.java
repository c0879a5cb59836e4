package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;

/** The console as a process of its own, on a machine without a display: what it prints, where, and how it ends. */
class LauncherTest {
    private static final String KEY = "INFERENCE_API_KEY";
    @TempDir
    private Path folder;

    private record Ended(int status, String out, String err) {
    }

    @Test
    void helpNamesEveryOptionAndEndsWell() throws Exception {
        Ended help = run(Map.of(), "--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("--sandbox", "--url", "--kind", "--config", "--verbose", "--smoke", "--serve-sandbox", "--port", KEY);
        assertThat(help.err()).isEmpty();
    }

    @Test
    void theVersionIsThePoms() throws Exception {
        Ended version = run(Map.of(), "--version");
        assertThat(version.status()).isZero();
        assertThat(version.out().strip()).matches("Inference Console \\d+\\.\\d+\\.\\d+.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-such-option", "--port abc --serve-sandbox", "--url nonsense", "--kind production"})
    void whatIsWrongOnTheCommandLineIsSaidWithTheUsage(String line) throws Exception {
        Ended ended = run(Map.of(KEY, "inf_any"), line.split(" "));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("Usage: inference-console").doesNotContain("Exception");
    }

    @Test
    void anAddressWithoutAKeyIsAMistake() throws Exception {
        Ended ended = run(Map.of(), "--url", "https://api.example.com");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--url https://api.example.com"})
    void aRealServiceNeedsADisplayAndSaysSoInOneSentence(String line) throws Exception {
        Ended ended = run(Map.of(KEY, "inf_any"), line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSize(1).allMatch(said -> said.startsWith("No display was found"));
    }

    @Test
    void withoutADisplayTheSandboxIsLookedAtInMemory() throws Exception {
        Ended ended = run(Map.of(), "--config", folder.toString());
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.err().lines().findFirst().orElseThrow()).startsWith("No display was found");
        assertPopulated(ended.out());
        assertThat(folder.resolve("log")).isDirectory();
    }

    @Test
    void theSmokeRunAlsoLooksAtAService() throws Exception {
        try (SandboxServer service = SandboxServer.start(SandboxOptions.defaults(java.time.Clock.systemUTC()))) {
            Ended ended = run(Map.of(KEY, service.key()), "--smoke", "--url", service.url().toString(), "--kind", "staging", "--config", folder.toString());
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.err()).isEmpty();
            assertPopulated(ended.out());
            assertThat(new ObjectMapper().readTree(ended.out()).path("url").asText()).isEqualTo(service.url().toString());
            for (Path file : Files.walk(folder).filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as("no key in %s", file).doesNotContain(service.key());
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Ended ended = run(Map.of(), "--smoke", "--config", file.toString());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err().strip().lines()).hasSize(1).allMatch(said -> said.contains(file.toString()) && said.contains("--config"));
    }

    @Test
    void theSandboxServesUntilItIsInterrupted() throws Exception {
        Process process = start(Map.of(), "--serve-sandbox");
        try (BufferedReader out = process.inputReader()) {
            JsonNode said = new ObjectMapper().readTree(out.readLine());
            assertThat(said.path("url").asText()).startsWith("http://127.0.0.1:");
            assertThat(said.path("key").asText()).startsWith("inf_");
            assertThat(said.path("readOnlyKey").asText()).startsWith("inf_").isNotEqualTo(said.path("key").asText());
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void assertPopulated(String out) throws IOException {
        assertThat(out.strip().lines()).hasSize(1);
        JsonNode said = new ObjectMapper().readTree(out);
        assertThat(said.path("engines").asInt()).isEqualTo(24);
        assertThat(said.path("apps").asInt()).isEqualTo(18);
        assertThat(said.path("feed").asText()).isEqualTo("engine");
        assertThat(said.path("updates").asInt()).isPositive();
        assertThat(said.path("populated_ms").asLong()).isGreaterThanOrEqualTo(said.path("window_ms").asLong());
    }

    private Ended run(Map<String, String> environment, String... args) throws Exception {
        Process process = start(environment, args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = Files.readString(folder.resolveSibling(folder.getFileName() + ".err"));
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, err);
    }

    private Process start(Map<String, String> environment, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en"));
        command.addAll(Arrays.asList(System.getProperty("console.flags").split(" ")));
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path"), "--module", "sh.inference.console/sh.inference.console.Launcher"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(folder.resolveSibling(folder.getFileName() + ".err").toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", KEY, "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
