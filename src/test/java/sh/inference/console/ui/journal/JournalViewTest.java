package sh.inference.console.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static sh.inference.console.testing.JournalLines.AT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.fx.ViewLoader;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalEntry.Kind;
import sh.inference.console.model.Text;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.JournalLines;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.SceneScan;
import sh.inference.console.testing.Screens;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.common.Ticker;

@ExtendWith(FxExtension.class)
class JournalViewTest {
    private final FxRobot robot = new FxRobot();
    private final ManualClock clock = new ManualClock(AT.plus(Duration.ofDays(2)));
    private final NotedDeeds deeds = new NotedDeeds();
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    @TempDir
    private Path folder;
    private JournalViewModel model;
    private Ticker ticker;
    private Theme theme;
    private Scene scene;

    @Test
    void withoutEntriesItSaysWhatWillStandHere() {
        open(new Journal(folder.resolve("journal"), "ada"));
        keep("empty");
        assertThat(labels()).anyMatch(text -> text.startsWith("Nothing was asked for at this computer yet."));
    }

    @Test
    void whatHappenedIsFoundExplainedAndTakenBack() throws IOException {
        Journal journal = new Journal(folder.resolve("journal"), "ada");
        journal.append(filled(120));
        open(journal);
        keep("filled");
        TableView<?> table = (TableView<?>) node("journal-table");
        assertThat(table.getItems()).hasSize(122);
        robot.clickOn("#journal-search").write("promote");
        assertThat(table.getItems()).hasSize(1);
        keep("promotion");
        robot.clickOn("#journal-roll-back");
        assertThat(deeds.noted).containsExactly("back p");
        deeds.obstacle = Optional.of(Text.of("why.locked"));
        Fx.run(() -> {
            clock.advance(Duration.ofSeconds(1));
            ticker.tick();
        });
        assertThat(Fx.call(() -> node("journal-roll-back").isDisabled())).isTrue();
        assertThat(((Label) node("journal-roll-back-reason")).getText()).startsWith("Writes are locked");
        robot.clickOn("#journal-search").push(KeyCode.ESCAPE);
        assertThat(((TextField) node("journal-search")).getText()).isEmpty();
        assertThat(table.getItems()).hasSize(122);
        Fx.run(() -> model.filter().periodProperty().set(Period.DAYS));
        robot.clickOn("#journal-from").write("2026-13-45");
        keep("days");
        assertThat(node("journal-no-day").isVisible()).isTrue();
        assertThat(node("journal-from").getPseudoClassStates()).anyMatch(state -> state.getPseudoClassName().equals("invalid"));
        assertThat(new SceneScan(scene.getRoot()).withoutName()).isEmpty();
        assertThat(new SceneScan(scene.getRoot()).tooSmall()).isEmpty();
    }

    @Test
    void whatIsWrongWithTheFilesStandsAboveTheEntries() throws IOException {
        Journal journal = new Journal(folder.resolve("journal"), "ada");
        journal.append(filled(6));
        Files.writeString(journal.path(), Files.readString(journal.path()).replaceFirst("rack move", "RACK move"));
        Files.writeString(journal.path(), "{\"prev\":\"0", StandardOpenOption.APPEND);
        open(journal);
        assertThat(((Label) node("journal-findings-text")).getText()).contains("does not follow").contains("is torn");
        keep("broken");
    }

    private static List<JournalEntry> filled(int drains) {
        List<JournalEntry> lines = new ArrayList<>();
        lines.add(JournalLines.sight(AT, "flux", "4m8w1zt5a"));
        for (int i = 0; i < drains; i++) {
            JournalEntry drain = JournalLines.drain("d" + i, AT.plus(Duration.ofMinutes(20L * i)), "gpu-lon-%02d".formatted(i), i % 3 == 0 ? "rack move, row 7" : "");
            lines.add(drain);
            lines.add(JournalLines.step(drain, Kind.ACCEPTED, drain.at().plusSeconds(1), "ACCEPTED"));
            if (i % 7 != 6) {
                lines.add(JournalLines.step(drain, Kind.OUTCOME, drain.at().plusSeconds(70), List.of("DONE", "DONE", "FAILED", "TIMED_OUT", "SUPERSEDED", "CANCELLED").get(i % 6)));
            }
        }
        JournalEntry promote = JournalLines.promote("p", AT.plus(Duration.ofHours(46)), "flux", "4m8w1zt5a", "7k3m9x2qb");
        lines.add(promote);
        lines.add(JournalLines.step(promote, Kind.OUTCOME, promote.at().plusSeconds(2), "DONE"));
        lines.add(JournalLines.sight(promote.at().plusSeconds(2), "flux", "7k3m9x2qb"));
        lines.add(JournalLines.sight(AT.plus(Duration.ofHours(47)), "flux", "0q5n8z3wc"));
        return lines;
    }

    private void open(Journal journal) {
        Fx.run(() -> {
            ticker = new Ticker(clock);
            model = new JournalViewModel(journal, new TaskRunner(Runnable::run, Runnable::run), words, ticker, () -> id -> id.replace("id-", ""), deeds,
                    folder.resolve("pseudonyms.key"));
            VBox page = new ViewLoader(words.bundle()).load(new JournalView(model, words));
            scene = new Scene(page, 1128, 730);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
        Fx.settle();
    }

    private void keep(String state) {
        Fx.settle();
        Screens.saveAll(scene, theme, "journal-page", state);
    }

    private Node node(String id) {
        return scene.lookup("#" + id);
    }

    private List<String> labels() {
        return robot.lookup(node -> node instanceof Label).queryAllAs(Label.class).stream().map(Label::getText).toList();
    }
}
