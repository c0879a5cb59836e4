package sh.inference.console.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static sh.inference.console.testing.JournalLines.AT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.export.JournalReport;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalEntry.Kind;
import sh.inference.console.journal.JournalItem;
import sh.inference.console.journal.JournalItem.Ending;
import sh.inference.console.model.Text;
import sh.inference.console.testing.JournalLines;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

class JournalViewModelTest {
    private final ManualClock clock = new ManualClock(AT.plus(Duration.ofDays(2)));
    private final Ticker ticker = new Ticker(clock);
    private final NotedDeeds deeds = new NotedDeeds();
    @TempDir
    private Path folder;
    private Journal journal;
    private JournalViewModel model;

    @BeforeEach
    void open() throws IOException {
        journal = new Journal(folder.resolve("journal"), "ada");
        JournalEntry drain = JournalLines.drain("1", AT, "gpu-lon-03", "rack move");
        JournalEntry other = JournalLines.drain("2", AT.plus(Duration.ofDays(1)), "gpu-ams-01", "");
        JournalEntry promote = JournalLines.promote("3", AT.plus(Duration.ofHours(47)), "flux", "v1", "v2");
        journal.append(List.of(JournalLines.sight(AT, "flux", "v1"), drain, JournalLines.step(drain, Kind.ACCEPTED, AT, "ACCEPTED"), JournalLines.step(drain, Kind.OUTCOME, AT, "DONE"),
                other, JournalLines.step(other, Kind.OUTCOME, AT, "FAILED"), promote, JournalLines.sight(AT.plus(Duration.ofHours(47)), "flux", "v2"),
                JournalLines.sight(AT.plus(Duration.ofHours(48)), "flux", "v3")));
        Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
        model = new JournalViewModel(journal, new TaskRunner(Runnable::run, Runnable::run), words, ticker, UnaryOperator::identity, deeds, folder.resolve("pseudonyms.key"));
        model.activeProperty().set(true);
    }

    private List<String> shown() {
        return model.rows().stream().map(item -> model.words().action(item) + " " + model.words().object(item.first())).toList();
    }

    private void tick() {
        clock.advance(Duration.ofSeconds(1));
        ticker.tick();
    }

    @Test
    void everythingThatHappenedIsListedNewestFirst() {
        assertThat(shown()).containsExactly("Version moved id-flux", "Promote flux", "Drain gpu-ams-01", "Drain gpu-lon-03");
        assertThat(model.countProperty().get()).isEqualTo("4 entries");
        assertThat(model.checkedProperty().get()).contains("9 lines").contains("the chain is whole");
    }

    @Test
    void itIsFoundByWordsObjectVerbTimeAndOutcome() {
        JournalFilter filter = model.filter();
        filter.textProperty().set("rack ADA");
        assertThat(shown()).containsExactly("Drain gpu-lon-03");
        assertThat(model.countProperty().get()).isEqualTo("1 of 5");
        filter.clear();
        filter.objectProperty().set("gpu-ams");
        assertThat(shown()).containsExactly("Drain gpu-ams-01");
        filter.clear();
        filter.verbProperty().set("PROMOTE");
        assertThat(shown()).containsExactly("Promote flux");
        filter.clear();
        filter.endingProperty().set(Optional.of(Ending.FAILED));
        assertThat(shown()).containsExactly("Drain gpu-ams-01");
        filter.endingProperty().set(Optional.of(Ending.OPEN));
        assertThat(shown()).containsExactly("Promote flux");
        filter.endingProperty().set(Optional.of(Ending.SEEN));
        assertThat(shown()).containsExactly("Version seen id-flux");
        filter.clear();
        filter.periodProperty().set(Period.TODAY);
        assertThat(shown()).containsExactly("Version moved id-flux", "Promote flux");
        filter.periodProperty().set(Period.DAYS);
        filter.fromDayProperty().set("2026-10-13");
        filter.toDayProperty().set("2026-10-13");
        assertThat(shown()).containsExactly("Drain gpu-lon-03");
        filter.clear();
        filter.textProperty().set("nothing like it");
        assertThat(model.rows()).isEmpty();
        assertThat(model.placeholderProperty().get()).startsWith("Nothing in the journal fits");
    }

    @Test
    void whatIsSelectedStaysSoWhenLinesAreAdded() throws IOException {
        JournalItem drain = model.rows().getLast();
        model.selectedProperty().set(drain);
        journal.append(JournalLines.drain("9", clock.instant(), "gpu-new", ""));
        tick();
        assertThat(model.rows()).hasSize(5);
        assertThat(model.selectedProperty().get().key()).isEqualTo("1");
    }

    @Test
    void aCardTellsWhoAskedWhatWasSentAndWhatCameOfIt() {
        model.selectedProperty().set(model.rows().getLast());
        JournalCard card = model.cardProperty().get().orElseThrow();
        assertThat(card.title()).isEqualTo("Drain gpu-lon-03");
        assertThat(card.facts()).extracting(fact -> fact.value()).contains("ada", "rack move", "POST /engines/id-gpu-lon-03/drain", "200", "1");
        assertThat(card.steps()).extracting(JournalCard.Step::kind).containsExactly("Intent", "Accepted", "Outcome");
        assertThat(card.plan()).contains("finishes 2 tasks of gpu-lon-03");
    }

    @Test
    void aMoveOfAVersionByOthersSaysBetweenWhenItHappened() {
        JournalCard card = model.cardProperty().get().orElseThrow();
        assertThat(card.title()).isEqualTo("Current version of id-flux moved");
        assertThat(card.facts()).extracting(fact -> fact.value()).contains("v2 \u2192 v3, not by this console", "2026-10-15 12:02:10 and 2026-10-15 13:02:10");
    }

    @Test
    void aPromotionCanBeTakenBackForEver() {
        model.selectedProperty().set(model.rows().get(1));
        assertThat(model.isMove()).isTrue();
        model.rollBack();
        assertThat(deeds.noted).containsExactly("back 3");
        deeds.obstacle = Optional.of(Text.verbatim("locked"));
        tick();
        assertThat(model.obstacleProperty().get()).isEqualTo("locked");
        model.rollBack();
        assertThat(deeds.noted).hasSize(1);
        model.selectedProperty().set(model.rows().getLast());
        assertThat(model.isMove()).isFalse();
        assertThat(model.obstacleProperty().get()).isEmpty();
    }

    @Test
    void aBrokenChainIsSaidWhenItIsCheckedAgain() throws IOException {
        Files.writeString(journal.path(), Files.readString(journal.path()).replaceFirst("rack move", "rack MOVE"));
        model.checkAgain();
        assertThat(model.findingsProperty().get()).singleElement().asString().contains("does not follow the line before");
        assertThat(model.checkedProperty().get()).endsWith("see above.");
        assertThat(model.rows()).hasSize(4);
    }

    @Test
    void aJournalThatCannotBeReadSaysSoWithTheNextStep() throws IOException {
        Files.move(journal.path(), journal.path().resolveSibling("kept"));
        Files.createDirectory(journal.path());
        model.checkAgain();
        assertThat(model.problemProperty().get()).isPresent();
        Files.delete(journal.path());
        Files.move(journal.path().resolveSibling("kept"), journal.path());
        model.checkAgain();
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void whileTheJournalCannotBeWrittenThePageSaysThatNothingIsSent() throws IOException {
        Files.delete(journal.path());
        Files.createDirectory(journal.path());
        journal.recover();
        tick();
        assertThat(model.troubleProperty().get()).contains("cannot be written").contains("Nothing is sent until it can");
    }

    @Test
    void whatWasFoundIsWrittenInEveryFormAndNamesAreReplacedOnWish() throws IOException {
        model.filter().objectProperty().set("gpu-lon");
        String plain = "";
        for (JournalReport.Form form : JournalReport.Form.values()) {
            Path file = folder.resolve("out." + form.ending());
            deeds.file = Optional.of(file);
            model.exports().save(form);
            plain = Files.readString(file);
            assertThat(plain).as(form.name()).contains("gpu-lon-03").contains("rack move").contains("ada").doesNotContain("gpu-ams-01");
        }
        model.exports().pseudonymsProperty().set(true);
        for (JournalReport.Form form : JournalReport.Form.values()) {
            Path file = folder.resolve("hidden." + form.ending());
            deeds.file = Optional.of(file);
            model.exports().save(form);
            assertThat(Files.readString(file)).as(form.name()).doesNotContain("lon-03").doesNotContain("ada").doesNotContain("prod-eu").doesNotContain("api.example.com")
                    .contains("engine-").contains("person-").contains("rack move");
        }
        assertThat(deeds.noted).contains("journal.csv", "journal.json", "journal.jsonl", "journal.md").contains("export.saved");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("pseudonyms.key")))).isEqualTo("rw-------");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        deeds.file = Optional.of(folder.resolve("no/such/folder/x.csv"));
        model.exports().save(JournalReport.Form.CSV);
        assertThat(deeds.noted).contains("warned: export.failed");
    }
}
