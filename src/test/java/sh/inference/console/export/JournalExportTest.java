package sh.inference.console.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalEntry.Kind;
import sh.inference.console.journal.JournalItem;
import sh.inference.console.journal.JournalItems;
import sh.inference.console.model.Text;
import sh.inference.console.testing.JournalLines;

class JournalExportTest {
    private static final JournalReport.Wording PLAIN = new JournalReport.Wording() {
        @Override
        public String of(Text text) {
            return text.key().equals("verbatim") ? String.valueOf(text.args().getFirst()) : text.key();
        }

        @Override
        public String object(JournalEntry entry) {
            return entry.name();
        }

        @Override
        public String action(JournalItem item) {
            return item.first().verb();
        }

        @Override
        public String ending(JournalItem item) {
            return item.ending().name();
        }

        @Override
        public String remark(JournalItem item) {
            return item.first().reason();
        }

        @Override
        public List<String> heads() {
            return List.of("at", "action", "object", "outcome", "by", "profile", "reason");
        }
    };
    @TempDir
    private Path folder;

    @Test
    void jsonHoldsEveryLineWithItsPlan() throws IOException {
        JsonNode read = new ObjectMapper().readTree(written(JournalReport.Form.JSON, Optional.empty()));
        assertThat(read.path("written_in").asText()).isEqualTo("prod-eu (PRODUCTION), api.example.com");
        assertThat(read.path("as_of").asText()).isEqualTo(JournalLines.AT.toString());
        assertThat(read.path("entries")).hasSize(2);
        assertThat(read.path("entries").get(0).path("plan")).hasSize(2);
        assertThat(read.path("entries").get(1).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void jsonLinesAreEachAWholeObject() throws IOException {
        for (String line : written(JournalReport.Form.JSON_LINES, Optional.empty()).lines().toList()) {
            assertThat(new ObjectMapper().readTree(line).path("operation").asText()).isEqualTo("1");
        }
    }

    @Test
    void csvSurvivesCommasQuotesAndFormulas() throws IOException {
        assertThat(written(JournalReport.Form.CSV, Optional.empty())).contains("\"'=cmd, \"\"x\"\" gpu-7|\ny\"").startsWith("# journal: Inference Console\r\n");
    }

    @Test
    void markdownIsATableThatNoReasonBreaks() throws IOException {
        List<String> rows = written(JournalReport.Form.MARKDOWN, Optional.empty()).lines().filter(line -> line.startsWith("|")).toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.getLast()).isEqualTo("| 2026-10-13T13:02:10.123Z | DRAIN | gpu-7 | DONE | ada | prod-eu | =cmd, \"x\" gpu-7\\| y |");
    }

    @Test
    void aPseudonymIsTheSameEachTimeAndAnotherOneAtAnotherComputer() throws IOException {
        Pseudonyms here = Pseudonyms.of(folder.resolve("a.key"));
        Pseudonyms again = Pseudonyms.of(folder.resolve("a.key"));
        Pseudonyms elsewhere = Pseudonyms.of(folder.resolve("b.key"));
        assertThat(here.of("engine", "gpu-7")).isEqualTo(again.of("engine", "gpu-7")).matches("engine-[0-9a-f]{10}").isNotEqualTo(elsewhere.of("engine", "gpu-7"));
    }

    @Test
    void namesInFreeTextAreReplacedWhereTheyStandAsWords() {
        Pseudonyms names = new Pseudonyms(new byte[32]);
        String gpu = names.of("engine", "gpu-7");
        String prod = names.of("profile", "prod");
        names.of("person", "a");
        assertThat(names.hide("move gpu-7, not gpu-70, off prod: a product")).isEqualTo("move " + gpu + ", not gpu-70, off " + prod + ": a product");
        assertThat(names.hide("/engines/gpu-7/drain")).isEqualTo("/engines/" + gpu + "/drain");
    }

    @Test
    void withPseudonymsNoNameIsLeftAndNoPlan() throws IOException {
        String text = written(JournalReport.Form.JSON, Optional.of(new Pseudonyms(new byte[32])));
        assertThat(text).doesNotContain("gpu-7").doesNotContain("ada").doesNotContain("prod-eu").doesNotContain("api.example.com").doesNotContain("plan\":").contains("=cmd");
    }

    private String written(JournalReport.Form form, Optional<Pseudonyms> names) throws IOException {
        JournalEntry intent = JournalLines.drain("1", JournalLines.AT, "gpu-7", "=cmd, \"x\" gpu-7|\ny");
        List<JournalItem> items = JournalItems.of(List.of(intent, JournalLines.step(intent, Kind.OUTCOME, JournalLines.AT, "DONE")));
        Path file = folder.resolve("x." + form.ending());
        new JournalExport(new JournalReport(items, "prod-eu (PRODUCTION), api.example.com", "", JournalLines.AT, PLAIN, names)).write(form, file);
        return Files.readString(file);
    }
}
