package sh.inference.console.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;

class TableExportTest {
    private static final SeenTable TABLE = new SeenTable("engines", new ConnectionProfile("sandbox", URI.create("http://127.0.0.1:4711"), ProfileKind.SANDBOX), "status: Running",
            Instant.parse("2026-10-13T13:02:10Z"), List.of("Engine", "VRAM, GB", "Ends in"), List.of(List.of("gpu-1", "115 / 192", ""), List.of("=2+3", "a \"b\"", "4 h")));
    @TempDir
    private Path folder;

    @Test
    void csvCarriesWhereItComesFromAndQuotesWhatNeedsIt() {
        assertThat(TableExport.csv(TABLE)).isEqualTo("""
                # engines\r
                # profile: sandbox (SANDBOX), 127.0.0.1:4711\r
                # filter: status: Running\r
                # as of: 2026-10-13T13:02:10Z\r
                Engine,"VRAM, GB",Ends in\r
                gpu-1,115 / 192,\r
                '=2+3,"a ""b""\",4 h\r
                """);
    }

    @Test
    void jsonKeepsUnknownApartFromEmpty() throws IOException {
        JsonNode json = new ObjectMapper().readTree(TableExport.json(TABLE));
        assertThat(json.path("kind").asText()).isEqualTo("SANDBOX");
        assertThat(json.path("as_of").asText()).isEqualTo("2026-10-13T13:02:10Z");
        assertThat(json.path("rows").get(0).path("Ends in").isNull()).isTrue();
        assertThat(json.path("rows").get(1).path("Engine").asText()).isEqualTo("=2+3");
    }

    @Test
    void theEndOfTheNameChoosesTheForm() throws IOException {
        TableExport.write(TABLE, folder.resolve("engines.json"));
        TableExport.write(TABLE, folder.resolve("engines.csv"));
        assertThat(Files.readString(folder.resolve("engines.json"))).startsWith("{");
        assertThat(Files.readString(folder.resolve("engines.csv"))).startsWith("# engines");
    }
}
