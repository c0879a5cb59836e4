package sh.inference.console.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static sh.inference.console.testing.Engines.NOW;

import java.time.ZoneOffset;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Optional;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.model.Feed;
import sh.inference.console.ops.Stuck;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.state.FleetStore;
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
class OperationsViewTest {
    private final FxRobot robot = new FxRobot();
    private final ManualClock clock = new ManualClock(NOW.plusSeconds(1510));
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final ObservableList<OperationRecord> log = FXCollections.observableArrayList();
    private FleetStore fleet;
    private OperationsViewModel model;
    private Theme theme;
    private Ticker ticker;
    private Scene scene;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            fleet = new FleetStore(clock);
            fleet.replaceAll(List.of(Records.DRAINING, Records.OTHER), Feed.POLL);
            model = new OperationsViewModel(log, fleet, words, ticker = new Ticker(clock), new NotedChoices(), app -> app, () -> Stuck.STANDARD);
            SplitPane page = new ViewLoader(words.bundle()).load(new OperationsView(model, words));
            scene = new Scene(page, 1128, 730);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @Test
    void aPageWhoseTextsAreMissingOpensAllTheSameAndShowsTheirKeys() {
        SplitPane page = Fx.call(() -> new ViewLoader(new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[0][];
            }
        }).load(new OperationsView(model, words)));
        Fx.run(() -> scene.setRoot(page));
        Fx.settle();
        assertThat(Fx.call(() -> ((Button) scene.lookup("#operation-show-engine")).getText())).isEqualTo("operations.show-engine");
    }

    @Test
    void withoutOperationsItSaysSo() {
        keep("empty");
        assertThat(robot.lookup(node -> node instanceof Label label && label.getText().startsWith("Nothing was asked for")).tryQuery()).isPresent();
    }

    @Test
    void everyOutcomeIsPictured() {
        fill();
        keep("running");
        choose(1);
        keep("done");
        choose(2);
        keep("timed-out");
        choose(3);
        keep("refused");
        assertThat(robot.lookup("#operation-trouble").query().isVisible()).isTrue();
    }

    @Test
    void whatIsStuckIsPictured() {
        Fx.run(() -> {
            fleet.setConnection(sh.inference.console.testing.Situations.connection(new sh.inference.console.state.Freshness.Live()));
            log.setAll(Records.still("d", NOW), Records.done("c", NOW.minusSeconds(900)));
        });
        Fx.settle();
        keep("stuck");
        robot.clickOn("#operation-task-log");
        assertThat(robot.lookup("#operation-task-log-text").queryAs(javafx.scene.control.TextArea.class).getText()).isEqualTo("loading\nrunning");
    }

    @Test
    void theFocusStaysOnWhatCanBeDoneWhileTimeGoesOn() {
        Fx.run(() -> {
            fleet.setConnection(sh.inference.console.testing.Situations.connection(new sh.inference.console.state.Freshness.Live()));
            log.setAll(Records.still("d", NOW));
        });
        Fx.settle();
        String before = trouble();
        Fx.run(() -> scene.lookup("#operation-look-again").requestFocus());
        clock.advance(java.time.Duration.ofSeconds(70));
        Fx.run(() -> ticker.tick());
        Fx.settle();
        assertThat(trouble()).isNotEqualTo(before);
        assertThat(Fx.call(() -> scene.getFocusOwner().getId())).isEqualTo("operation-look-again");
    }

    private String trouble() {
        return robot.lookup("#operation-trouble .semibold").queryAs(Label.class).getText();
    }

    @Test
    void arrowsMoveTheCard() {
        fill();
        Fx.run(() -> scene.lookup("#operations-list").requestFocus());
        Keys.push(KeyCode.DOWN);
        Keys.push(KeyCode.DOWN);
        assertThat(robot.lookup("#operation-title").queryAs(Label.class).getText()).isEqualTo("Update gpu-fra-02");
    }

    @Test
    void aRowReadsAsOneSentence() {
        fill();
        Fx.settle();
        assertThat(robot.lookup(".list-cell").queryAll().stream().map(node -> String.valueOf(node.getAccessibleText())))
                .contains("Drain gpu-lon-03, Observed · Draining, 1 task left, 1 worker serving, 25:10, asked at 13:02:10");
    }

    @Test
    void theFilterKeepsOneChoice() {
        fill();
        robot.clickOn("#operations-running");
        assertThat(model.rows()).hasSize(2);
        robot.clickOn("#operations-running");
        assertThat(model.onlyRunningProperty().get()).isTrue();
        robot.clickOn("#operations-all");
        assertThat(model.rows()).hasSize(4);
    }

    private void fill() {
        Fx.run(() -> log.setAll(Records.observed("d", NOW), Records.done("c", NOW.minusSeconds(900)), Records.timedOut("b", NOW.minusSeconds(2000)),
                Records.refused("a", NOW.minusSeconds(4000))));
        Fx.settle();
    }

    private void choose(int index) {
        Fx.run(() -> model.selectedProperty().set(model.rows().get(index)));
        Fx.settle();
    }

    private void keep(String state) {
        Screens.saveAll(scene, theme, "operations-page", state);
    }
}
