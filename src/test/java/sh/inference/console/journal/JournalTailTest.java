package sh.inference.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.Text;
import sh.inference.console.testing.JournalLines;

class JournalTailTest {
    @TempDir
    private Path folder;

    @Test
    void whereNothingWasAddedTheSameIsSeen() throws IOException {
        Journal journal = new Journal(folder, "a");
        JournalTail tail = new JournalTail(journal);
        journal.append(entry(1));
        JournalReading first = tail.look();
        assertThat(tail.look()).isSameAs(first);
        journal.append(entry(2));
        assertThat(tail.look().entries()).extracting(JournalEntry::operation).containsExactly("1", "2");
    }

    @Test
    void whateverIsAddedAndRotatedALookSeesWhatAWholeReadingSees() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Path mine = folder.resolve("s" + seed);
            Journal journal = new Journal(mine, "a", 3000);
            JournalTail tail = new JournalTail(journal);
            for (int i = 0; i < 30; i++) {
                List<JournalEntry> some = new ArrayList<>();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    some.add(entry(i * 10 + n));
                }
                journal.append(some);
                if (random.nextInt(6) == 0) {
                    Files.writeString(journal.path(), "{\"torn", StandardOpenOption.APPEND);
                }
                if (random.nextBoolean()) {
                    assertThat(tail.look()).as("seed " + seed + " step " + i).isEqualTo(journal.read());
                }
            }
            assertThat(tail.look()).isEqualTo(journal.read());
            assertThat(tail.again()).isEqualTo(journal.read());
        }
    }

    @Test
    void aLineThatWasTornWhenItWasLookedAtIsReadOnceItIsWhole() throws IOException {
        Journal journal = new Journal(folder, "a");
        journal.append(List.of(entry(1), entry(2)));
        String all = Files.readString(journal.path());
        Files.writeString(journal.path(), all.substring(0, all.length() - 40));
        JournalTail tail = new JournalTail(journal);
        assertThat(tail.look().findings()).containsExactly(Text.of("journal.torn", 2, "journal.jsonl"));
        Files.writeString(journal.path(), all);
        assertThat(tail.look().findings()).isEmpty();
        assertThat(tail.look().entries()).hasSize(2);
    }

    @Test
    void aFileThatBecameShorterIsReadFromItsBeginning() throws IOException {
        Journal journal = new Journal(folder, "a");
        journal.append(List.of(entry(1), entry(2)));
        JournalTail tail = new JournalTail(journal);
        tail.look();
        Files.writeString(journal.path(), Files.readAllLines(journal.path()).get(1) + "\n");
        assertThat(tail.look().findings()).containsExactly(Text.of("journal.broken", 1, "journal.jsonl"));
    }

    @Test
    void aChangeInWhatWasReadShowsWhenItIsCheckedAgain() throws IOException {
        Journal journal = new Journal(folder, "a");
        journal.append(List.of(entry(1), entry(2)));
        JournalTail tail = new JournalTail(journal);
        tail.look();
        Files.writeString(journal.path(), Files.readString(journal.path()).replaceFirst("ada", "eve"));
        assertThat(tail.look().findings()).isEmpty();
        assertThat(tail.again().findings()).containsExactly(Text.of("journal.broken", 2, "journal.jsonl"));
    }

    private static JournalEntry entry(int n) {
        return JournalLines.drain(String.valueOf(n), JournalLines.AT.plusSeconds(n), "gpu-" + n, "because");
    }
}
