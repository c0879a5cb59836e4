package sh.inference.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.App;
import sh.inference.console.state.VersionNotes.Note;
import sh.inference.console.testing.Apps;

class JournaledNotesTest {
    private static final Instant AT = Instant.parse("2026-10-13T13:02:10Z");
    private static final App APP = Apps.named("flux").build();
    @TempDir
    private Path folder;

    private JournaledNotes open(String host) {
        return new JournaledNotes(new Journal(folder, "ada"), "prod", host);
    }

    @Test
    void theLastNoteOfAVersionHoldsAndOutlivesTheConsole() throws IOException {
        open("api.example").write(APP, "flux-v1", "slow", AT);
        open("api.example").write(APP, "flux-v1", "slow on A6000", AT.plusSeconds(5));
        open("api.example").write(APP, "flux-v2", "by Ada", AT.plusSeconds(6));

        assertThat(open("api.example:443").of(APP.id())).containsOnlyKeys("flux-v1", "flux-v2")
                .containsEntry("flux-v1", new Note("slow on A6000", "ada", AT.plusSeconds(5)));
        assertThat(open("other.example").of(APP.id())).as("notes belong to one service").isEmpty();
    }

    @Test
    void aNoteIsALineOfTheJournalLikeAnyOther() throws IOException {
        open("api.example").write(APP, "flux-v1", "slow", AT);

        JournalReading reading = new Journal(folder, "ada").read();
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.unfinished()).isEmpty();
        assertThat(JournalItems.of(reading.entries())).singleElement().satisfies(item -> {
            assertThat(item.ending()).isEqualTo(JournalItem.Ending.NOTED);
            assertThat(item.first().reason()).isEqualTo("slow");
            assertThat(item.first().state()).isEqualTo("flux-v1");
            assertThat(item.first().name()).isEqualTo(APP.reference());
        });
    }
}
