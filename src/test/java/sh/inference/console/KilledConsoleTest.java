package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.journal.JournalReading.Unfinished;

/** The console killed outright while it works: what the service saw is in the journal, and the next start says what has no end. */
class KilledConsoleTest {
    @TempDir
    private Path folder;

    @Test
    void whateverTheMomentTheJournalIsReadableHoldsEveryRequestAndTheNextStartSaysWhatWasLeft() throws Exception {
        String modules = System.getProperty("jdk.module.path");
        try (Killings killings = new Killings(folder.resolve("config"), String.join(":", "target/classes", "target/test-classes", modules), 11)) {
            Killings.Toll toll = killings.kill(20);
            assertThat(toll.seen()).as("requests that the service saw").isGreaterThan(15);
            assertThat(toll.missing()).as("requests without an intent").isEmpty();
            assertThat(toll.findings()).as("what is wrong beside torn lines").isEmpty();
            List<Unfinished> left = toll.reading().unfinished();
            assertThat(left).isNotEmpty();
            String said = nextStart(killings);
            assertThat(said).contains("left unfinished");
            assertThat(left).allSatisfy(one -> assertThat(said).contains(one.intent().name()));
        }
    }

    private String nextStart(Killings killings) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en"));
        command.addAll(Arrays.asList(System.getProperty("console.flags").split(" ")));
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path"), "--module", "sh.inference.console/sh.inference.console.Launcher",
                "--url", killings.sandbox().url().toString(), "--kind", "development", "--config", folder.resolve("config").toString(), "engines", "list"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("INFERENCE_API_KEY", killings.sandbox().key());
        Process process = builder.start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
