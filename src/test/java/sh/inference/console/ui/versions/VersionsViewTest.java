package sh.inference.console.ui.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.fx.ViewLoader;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournaledNotes;
import sh.inference.console.model.App;
import sh.inference.console.model.AppFunction;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Requirement;
import sh.inference.console.model.Resources;
import sh.inference.console.model.Variant;
import sh.inference.console.model.Wire;
import sh.inference.console.ops.Operation;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.promote.CurrentStep;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.testing.Situations;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.CurrentSighting;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Notebook;
import sh.inference.console.state.VersionPair;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.Screens;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.common.Ticker;

@ExtendWith(FxExtension.class)
class VersionsViewTest {
    private static final long GB = 1L << 30;
    private static final String APP = "6z4k9q1vkq8xbn413sda3r8ner";
    private static final List<String> IDS = List.of("0q5n8z3w2x9c7v1b4n6m8k0j3h", "7k3m9x2q0zczrf2zfmdkagw6an", "4m8w1zt5q7e2r9t1y3u5i7o8p2", "2w6y1cfe8d3f5g7h9j1k4l6z8x",
            "5s3v7b1q9w2e4r6t8y0u1i3o5p");
    private final FxRobot robot = new FxRobot();
    private final ManualClock clock = new ManualClock();
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final List<Operation> asked = new ArrayList<>();
    private final List<VersionPair> compared = new ArrayList<>();
    private final List<URI> browsed = new ArrayList<>();
    private final ObservableList<OperationRecord> records = FXCollections.observableArrayList();
    private final Ticker ticker = new Ticker(clock);
    @TempDir
    private Path folder;
    private Notebook notebook;
    private AppsStore store;
    private VersionsViewModel model;
    private Theme theme;
    private Scene scene;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            store = new AppsStore();
            notebook = new Notebook(new JournaledNotes(new Journal(folder, "ada"), "test", "127.0.0.1"), new TaskRunner(Runnable::run, Runnable::run), clock);
            FleetStore fleet = new FleetStore(clock);
            fleet.replaceAll(List.of(Engines.running("gpu-1").holding(APP, IDS.get(1)).busy(4).idle(1).holding(APP, IDS.get(2)).busy(2).build()), Feed.POLL);
            model = new VersionsViewModel(store, fleet, id -> { }, pair -> { }, operation -> Optional.empty(), asked::add, new Undo(records, store, ticker, asked::add), words, ticker);
            VBox page = new ViewLoader(words.bundle()).load(new VersionsView(model, words, compared::add, new WebLink(id -> Optional.of(URI.create("https://app.example/apps/" + id)), browsed::add), new NoteViewModel(notebook, store, words), new TableLayouts(folder, "test", Runnable::run)));
            scene = new Scene(page, 740, 760);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @Test
    void nothingChosenSaysSo() {
        keep("empty");
        assertThat(robot.lookup(node -> node instanceof Label label && label.getText().startsWith("Choose an app")).tryQuery()).isPresent();
    }

    @Test
    void theNameOfTheAppStaysReadableInANarrowPane() {
        fill();
        Fx.run(() -> scene.getWindow().setWidth(430));
        Fx.settle();
        Label name = robot.lookup("#versions-app").queryAs(Label.class);
        assertThat(Fx.call(() -> name.getHeight())).as("no more than three lines").isLessThan(3.5 * 22);
    }

    @Test
    void aNoteBesideAVersionIsKeptInTheJournalAndShownAsTheOperatorsOwn() {
        fill();
        Fx.run(() -> model.selectedProperty().set(model.rows().get(2)));
        robot.clickOn("#version-note-text").write("slow on A6000");
        robot.clickOn("#version-note-keep");
        assertThat(Fx.call(() -> scene.getFocusOwner().getId())).isEqualTo("version-note-text");
        assertThat(robot.lookup("#version-note-origin").queryAs(Label.class).getText()).contains("ada");
        keep("note");
        Fx.run(() -> model.selectedProperty().set(model.rows().get(1)));
        assertThat(robot.lookup("#version-note-text").queryTextInputControl().getText()).isEmpty();
        Fx.run(() -> model.selectedProperty().set(model.rows().get(2)));
        assertThat(robot.lookup("#version-note-text").queryTextInputControl().getText()).isEqualTo("slow on A6000");
    }

    @Test
    void thePageOfTheAppIsOpenedInTheBrowser() {
        fill();
        robot.clickOn("#versions-more");
        robot.clickOn("#versions-web");
        assertThat(browsed).containsExactly(URI.create("https://app.example/apps/" + APP));
    }

    @Test
    void theVersionsOfAnAppAreShownWithTheirBadges() {
        fill();
        keep("flux");
        assertThat(table().getItems()).hasSize(5);
        assertThat(robot.lookup("#version-promote").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#versions-obstacles").queryAs(Label.class).getText()).contains("7k3m9x2q is the current version");
        assertThat(robot.lookup(".table-row-cell").queryAll().stream().map(row -> String.valueOf(row.getAccessibleText())))
                .anyMatch(text -> text.startsWith("0q5n8z3w, Newer, never current, created "));
    }

    @Test
    void aSwitchShowsTheWayBackTheAdoptionAndTheHistory() {
        fill();
        Fx.run(() -> {
            CurrentStep step = new CurrentStep(IDS.get(2), IDS.get(1));
            Situation before = Situations.of(new Engine[0]).apps(new AppsSnapshot(Map.of(APP, app(IDS.get(2))), Map.of(), Map.of())).build();
            OperationRecord record = OperationRecord.planned("op", new PromoteVersion(APP, step.to()).plan(before), "faster sampler, ticket OPS-2209",
                    new OperationRecord.Asked("ada", Situations.profile(ProfileKind.SANDBOX), 0, 0), Engines.NOW);
            for (OperationState state : List.of(OperationState.CONFIRMED, OperationState.SENT, OperationState.ACCEPTED, OperationState.OBSERVED, OperationState.DONE)) {
                record = record.to(state, Engines.NOW, Text.of("plan.nothing"));
            }
            store.setSightings(APP, List.of(new CurrentSighting(IDS.get(3), Engines.NOW.minusSeconds(400_000), Engines.NOW.minusSeconds(300_000)),
                    new CurrentSighting(IDS.get(2), Engines.NOW.minusSeconds(299_000), Engines.NOW.minusSeconds(5)),
                    new CurrentSighting(IDS.get(1), Engines.NOW, Engines.NOW, Optional.of(new CurrentSighting.Cause("PROMOTE", "ada", "faster sampler, ticket OPS-2209")))));
            records.add(record);
            clock.advance(Duration.ofSeconds(61));
            ticker.tick();
        });
        Fx.settle();
        keep("switched");
        assertThat(robot.lookup("#undo-back").queryButton().getText()).isEqualTo("Back to 4m8w1zt5");
        robot.clickOn("#undo-back");
        assertThat(asked).containsExactly(new RollBackVersion(APP, IDS.get(2)));
        assertThat(robot.lookup("#adoption-holding").queryAs(Label.class).getText()).isEqualTo("2 hold on: gpu-1 ×2");
    }

    @Test
    void promotingOpensTheDialogOfTheChosenVersion() {
        fill();
        Fx.run(() -> table().requestFocus());
        Keys.push(KeyCode.UP);
        keep("newer");
        robot.clickOn("#version-promote");
        assertThat(asked).containsExactly(new PromoteVersion(APP, IDS.getFirst()));
    }

    private void fill() {
        Fx.run(() -> {
            store.put(app(IDS.get(1)));
            store.setSightings(APP, List.of(new CurrentSighting(IDS.get(2), Engines.NOW, Engines.NOW), new CurrentSighting(IDS.get(3), Engines.NOW, Engines.NOW)));
            model.show(APP);
            List<AppVersion> versions = new ArrayList<>();
            for (int i = 0; i < IDS.size(); i++) {
                versions.add(version(IDS.get(i), Engines.NOW.minus(Duration.ofMinutes(160 + i * i * 2100L)), i < 2 ? "python-3.12" : "python-3.11", i == 0 ? 40 : 32));
            }
            store.setVersions(APP, versions);
        });
        Fx.settle();
    }

    private static App app(String current) {
        return new App(APP, "6z4k9q1v", "lumen", "flux-portrait", "", "", "image", "private", Wire.of(AppStatus.ACTIVE), "", Optional.empty(), current,
                Optional.empty(), Optional.empty(), Optional.of(Engines.NOW));
    }

    private static AppVersion version(String id, Instant at, String kernel, int vram) {
        return new AppVersion(id, id.substring(0, 8), Optional.of(at), kernel, List.of(new AppFunction("run", "run"), new AppFunction("stream", "stream")), "run",
                List.of(new Variant("default", 0, Optional.empty()), new Variant("turbo", 1, Optional.empty())), Optional.of(new Resources(1, vram * GB, "nvidia", 24 * GB)),
                List.of(new Requirement("HF_TOKEN", "", false)), List.of(), Optional.of("sha256:4c7da2e9f0b1c3d5e7f9a1b3"), "https://github.com/lumen/flux-portrait");
    }

    private void keep(String state) {
        Screens.saveAll(scene, theme, "versions-page", state);
    }

    @SuppressWarnings("unchecked")
    private TableView<VersionRow> table() {
        return robot.lookup("#versions-table").queryAs(TableView.class);
    }
}
