package sh.inference.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.state.CurrentSighting;

class JournaledSightingsTest {
    private static final Instant AT = Instant.parse("2026-10-13T13:00:00Z");
    @TempDir
    private Path folder;

    @Test
    void aVersionSeenAsCurrentIsRememberedAfterARestart() {
        sightings("host:1").saw(Map.of("app", "v1"), AT);
        sightings("host:1").saw(Map.of("app", "v2"), AT.plusSeconds(60));
        Map<String, List<CurrentSighting>> seen = sightings("host:2").saw(Map.of("app", "v2"), AT.plusSeconds(120));
        assertThat(seen.get("app")).containsExactly(new CurrentSighting("v1", AT, AT), new CurrentSighting("v2", AT.plusSeconds(60), AT.plusSeconds(120)));
    }

    @Test
    void howLongAVersionWasCurrentOutlivesTheConsole() {
        JournaledSightings first = sightings("host");
        first.saw(Map.of("app", "v1"), AT);
        first.saw(Map.of("app", "v1"), AT.plusSeconds(900));
        first.saw(Map.of("app", "v2"), AT.plusSeconds(1000));
        assertThat(sightings("host").saw(Map.of("app", "v2"), AT.plusSeconds(1100)).get("app").getFirst())
                .isEqualTo(new CurrentSighting("v1", AT, AT.plusSeconds(900)));
    }

    @Test
    void lookingAgainWritesNothing() throws IOException {
        Journal journal = new Journal(folder, "a");
        JournaledSightings sightings = new JournaledSightings(journal, "p", "host");
        for (int i = 0; i < 10; i++) {
            sightings.saw(Map.of("app", "v1", "none", ""), AT.plusSeconds(i));
        }
        assertThat(journal.read().entries()).hasSize(1);
    }

    @Test
    void anotherHostIsAnotherPlace() {
        sightings("one").saw(Map.of("app", "v1"), AT);
        assertThat(sightings("two").saw(Map.of("app", "v2"), AT).get("app")).hasSize(1);
    }

    @Test
    void withoutAJournalItStillKnowsThisSession() throws IOException {
        Path file = java.nio.file.Files.createFile(folder.resolve("file"));
        JournaledSightings sightings = new JournaledSightings(new Journal(file, "a"), "p", "host");
        sightings.saw(Map.of("app", "v1"), AT);
        assertThat(sightings.saw(Map.of("app", "v2"), AT).get("app")).hasSize(2);
    }

    private JournaledSightings sightings(String host) {
        return new JournaledSightings(new Journal(folder, "a"), "p", host);
    }
}
