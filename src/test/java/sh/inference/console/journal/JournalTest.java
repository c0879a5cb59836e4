package sh.inference.console.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Money;
import sh.inference.console.model.Text;

class JournalTest {
    private static final Instant AT = Instant.parse("2026-10-13T13:02:10.123Z");
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBackWithItsArguments() throws IOException {
        Text note = Text.of("k", "a", 3L, Money.ofCents(210), AT, Duration.ofHours(2), Text.verbatim("inner"), new BigDecimal("1.50"));
        JournalEntry entry = new JournalEntry(JournalEntry.Kind.INTENT, AT, "ada", "prod", "host", "op-1", "EXTEND", "e1", "gpu-7", "because “x”\nand y", "SENT",
                Optional.of(new ApiCall("POST", "/engines/e1/extend", Optional.of("{\"additional_hours\":3}"))), 0, Optional.of(note),
                List.of(Text.of("title"), note));
        new Journal(folder, "ada").append(entry);
        assertThat(new Journal(folder, "ada").read()).isEqualTo(new JournalReading(List.of(entry), List.of()));
        assertThat(lines()).hasSize(1);
    }

    @Test
    void theChainGoesOnInTheNextSession() throws IOException {
        new Journal(folder, "a").append(List.of(entry("1"), entry("2")));
        Journal next = new Journal(folder, "a");
        next.append(entry("3"));
        next.append(entry("4"));
        assertThat(next.read().findings()).isEmpty();
        assertThat(next.read().entries()).extracting(JournalEntry::operation).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aLineThatWasChangedShows() throws IOException {
        Journal journal = filled();
        rewrite(lines -> lines.set(1, lines.get(1).replace("\"2\"", "\"9\"")));
        assertThat(journal.read().findings()).containsExactly(Text.of("journal.broken", 3, "journal.jsonl"));
    }

    @Test
    void aLineThatWasTakenOutShows() throws IOException {
        Journal journal = filled();
        rewrite(lines -> lines.remove(1));
        assertThat(journal.read().findings()).containsExactly(Text.of("journal.broken", 2, "journal.jsonl"));
    }

    @Test
    void aLineThatIsNoJsonShowsAndTheOthersAreRead() throws IOException {
        Journal journal = filled();
        rewrite(lines -> lines.set(1, "rubbish"));
        assertThat(journal.read().findings()).contains(Text.of("journal.unreadable", 2, "journal.jsonl"));
        assertThat(journal.read().entries()).hasSize(2);
    }

    @Test
    void aTornLastLineIsReportedAndLeftAsItIs() throws IOException {
        filled();
        String torn = "{\"prev\":\"abc\",\"kind\":\"INT";
        Files.writeString(file(), torn, StandardOpenOption.APPEND);
        Journal journal = new Journal(folder, "a");
        assertThat(journal.read().findings()).containsExactly(Text.of("journal.torn", 4, "journal.jsonl"));
        journal.append(entry("5"));
        assertThat(lines().get(3)).isEqualTo(torn);
        assertThat(journal.read().entries()).extracting(JournalEntry::operation).containsExactly("1", "2", "3", "5");
        // The torn text itself is in the chain: nobody can take it out unseen.
        assertThat(journal.read().findings()).containsExactly(Text.of("journal.unreadable", 4, "journal.jsonl"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndNothingIsWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Journal journal = new Journal(file.resolve("journal"), "a");
        assertThat(journal.trouble()).isPresent();
        assertThatThrownBy(() -> journal.append(entry("1"))).isInstanceOf(IOException.class);
        Files.delete(file);
        journal.recover();
        assertThat(journal.trouble()).isEmpty();
        journal.append(entry("1"));
        assertThat(journal.read().entries()).hasSize(1);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyItsOwnerMayReadIt() throws IOException {
        Journal journal = new Journal(folder.resolve("journal"), "a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal.path()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal.path().getParent()))).isEqualTo("rwx------");
    }

    @Test
    void twoConsolesMayWriteTheSameFile() throws IOException {
        Journal one = new Journal(folder, "a");
        Journal other = new Journal(folder, "b");
        for (int i = 0; i < 5; i++) {
            one.append(entry("a" + i));
            other.append(entry("b" + i));
        }
        assertThat(one.read().findings()).isEmpty();
        assertThat(one.read().entries()).hasSize(10);
    }

    @Test
    void manyThreadsMayWriteAtOnce() throws Exception {
        Journal journal = new Journal(folder, "a");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String id = "t" + i;
                all.add(threads.submit(() -> {
                    journal.append(entry(id));
                    return id;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(journal.read().findings()).isEmpty();
        assertThat(journal.read().entries()).hasSize(40);
    }

    @Test
    void aLineLongerThanOneReadIsStillFound() throws IOException {
        JournalEntry big = new JournalEntry(JournalEntry.Kind.OUTCOME, AT, "a", "p", "h", "x", "", "t", "n", "é".repeat(9000), "", Optional.empty(), 0, Optional.empty(), List.of());
        new Journal(folder, "a").append(List.of(entry("1"), big));
        Journal next = new Journal(folder, "a");
        next.append(entry("3"));
        assertThat(next.read().findings()).isEmpty();
        assertThat(next.read().entries()).hasSize(3);
    }

    @Test
    void aFullFileIsPutAsideAndTheChainGoesOnInTheNext() throws IOException {
        Journal journal = new Journal(folder, "a", 2000);
        for (int i = 0; i < 40; i++) {
            journal.append(entry("e" + i));
        }
        assertThat(folder.resolve("journal-00001.jsonl")).exists();
        assertThat(folder.resolve("journal-00003.jsonl")).exists();
        assertThat(Files.size(file())).isLessThan(3000);
        assertThat(journal.read().findings()).isEmpty();
        assertThat(journal.read().entries()).extracting(JournalEntry::operation).startsWith("e0", "e1").endsWith("e38", "e39").hasSize(40);
        assertThat(new Journal(folder, "b", 2000).read()).isEqualTo(journal.read());
    }

    @Test
    void aWholeFileThatWasTakenOutShows() throws IOException {
        Journal journal = new Journal(folder, "a", 2000);
        for (int i = 0; i < 40; i++) {
            journal.append(entry("e" + i));
        }
        Files.delete(folder.resolve("journal-00002.jsonl"));
        assertThat(journal.read().findings()).containsExactly(Text.of("journal.broken", 1, "journal-00003.jsonl"));
    }

    @Test
    void twoConsolesMayFillTheSameFiles() throws IOException {
        Journal one = new Journal(folder, "a", 1500);
        Journal other = new Journal(folder, "b", 1500);
        for (int i = 0; i < 20; i++) {
            one.append(entry("a" + i));
            other.append(entry("b" + i));
        }
        assertThat(one.read().findings()).isEmpty();
        assertThat(one.read().entries()).hasSize(40);
    }

    @Test
    void aLineTornInTheMiddleOfALetterLeavesTheRestReadable() throws IOException {
        filled();
        byte[] torn = "{\"prev\":\"é".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file(), java.util.Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);
        assertThat(new Journal(folder, "a").read().entries()).hasSize(3);
        assertThat(new Journal(folder, "a").read().findings()).containsExactly(Text.of("journal.torn", 4, "journal.jsonl"));
    }

    @Test
    void whatHasNoOutcomeIsUnfinished() throws IOException {
        Journal journal = new Journal(folder, "a");
        journal.append(List.of(entry("1", JournalEntry.Kind.INTENT), entry("2", JournalEntry.Kind.INTENT), entry("1", JournalEntry.Kind.ACCEPTED),
                entry("3", JournalEntry.Kind.INTENT), entry("3", JournalEntry.Kind.ACCEPTED), entry("3", JournalEntry.Kind.OBSERVED),
                entry("1", JournalEntry.Kind.OUTCOME), entry("4", JournalEntry.Kind.ACCEPTED)));
        assertThat(journal.read().unfinished()).containsExactly(
                new JournalReading.Unfinished(List.of(entry("2", JournalEntry.Kind.INTENT))),
                new JournalReading.Unfinished(List.of(entry("3", JournalEntry.Kind.INTENT), entry("3", JournalEntry.Kind.ACCEPTED), entry("3", JournalEntry.Kind.OBSERVED))));
        assertThat(journal.read().unfinished()).extracting(JournalReading.Unfinished::accepted).containsExactly(false, true);
    }

    private Journal filled() throws IOException {
        Journal journal = new Journal(folder, "a");
        journal.append(List.of(entry("1"), entry("2"), entry("3")));
        return journal;
    }

    private static JournalEntry entry(String operation) {
        return entry(operation, JournalEntry.Kind.OBSERVED);
    }

    private static JournalEntry entry(String operation, JournalEntry.Kind kind) {
        return new JournalEntry(kind, AT, "a", "p", "h", operation, "DRAIN", "t", "n", "", "OBSERVED", Optional.empty(), 200, Optional.empty(), List.of());
    }

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }

    private void rewrite(java.util.function.Consumer<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        change.accept(lines);
        Files.write(file(), lines);
    }
}
