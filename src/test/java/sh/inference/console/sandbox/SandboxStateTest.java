package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fleet kept between two runs. */
class SandboxStateTest {
    @TempDir
    private Path folder;

    @Test
    void whatOperatorsDidIsThereInTheNextRun() throws Exception {
        String stopped;
        JsonNode extended;
        JsonNode made;
        JsonNode promoted;
        JsonNode balance;
        try (SandboxClient first = run()) {
            stopped = first.idOf("gpu-lon-03");
            first.post("/engines/" + stopped + "/drain", null);
            first.pass(Duration.ofSeconds(30));
            extended = first.post("/engines/" + first.idOf("h100-west-2") + "/extend", "{\"additional_hours\":3}");
            made = first.post("/engines", "{\"name\":\"mine-1\",\"instance_type\":\"L40Sx2\"}");
            first.ok(first.call("DELETE", "/engines/" + first.idOf("gpu-lon-06"), null));
            JsonNode app = first.get("/apps/lumen/flux-portrait");
            JsonNode versions = first.get("/apps/" + app.path("id").asText() + "/versions").path("items");
            promoted = first.ok(first.call("PUT", "/apps/" + app.path("id").asText() + "/versions/" + versions.get(versions.size() - 1).path("id").asText() + "/current", null));
            balance = first.get("/billing/balance");
        }
        try (SandboxClient second = run()) {
            assertThat(second.get("/engines/" + stopped).path("status").asText()).isEqualTo("stopped");
            JsonNode instance = second.get("/engines/" + extended.path("id").asText()).path("instance");
            assertThat(instance.path("auto_delete")).isEqualTo(extended.path("instance").path("auto_delete"));
            assertThat(second.get("/billing/balance")).isEqualTo(balance);
            assertThat(second.get("/engines?limit=100").path("total_items").asInt()).isEqualTo(24);
            assertThat(second.get("/apps/lumen/flux-portrait")).isEqualTo(promoted);
            second.pass(Duration.ofSeconds(30));
            assertThat(second.get("/engines/" + made.path("id").asText()).path("status").asText()).isEqualTo("running");
            assertThat(second.engine("gpu-lon-01").path("workers")).anyMatch(worker -> worker.path("status").asText().equals("busy"));
        }
        assertThat(files()).containsExactly("fleet.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"form\":1,\"engines\":[{}],\"apps\":[]}", "{\"form\":2,\"engines\":[],\"apps\":[]}", "null"})
    void aDamagedFileIsSetAsideAndSaid(String content) throws Exception {
        Files.writeString(folder.resolve("fleet.json"), content);
        try (SandboxClient client = run()) {
            assertThat(client.get("/engines?limit=1").path("total_items").asInt()).isEqualTo(24);
            SetAside damaged = client.sandbox.setAside().orElseThrow();
            assertThat(damaged.file()).isEqualTo(folder.resolve("fleet.json").toAbsolutePath());
            assertThat(damaged.aside().getFileName().toString()).startsWith("fleet.json.damaged-");
        }
        assertThat(files()).hasSize(2).contains("fleet.json");
        String aside = files().stream().filter(name -> name.contains("damaged")).findFirst().orElseThrow();
        assertThat(Files.readString(folder.resolve(aside))).isEqualTo(content);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidAtTheStart() {
        assertThatThrownBy(() -> new SandboxClient(options -> options.withState(folder.resolve("nowhere").resolve("fleet.json")))).isInstanceOf(IOException.class);
    }

    @Test
    void withoutAFileNothingIsKept() throws Exception {
        try (SandboxClient client = new SandboxClient()) {
            assertThat(client.sandbox.setAside()).isEmpty();
        }
        assertThat(files()).isEmpty();
    }

    private SandboxClient run() throws IOException {
        return new SandboxClient(options -> options.withState(folder.resolve("fleet.json")));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
