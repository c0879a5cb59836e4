package sh.inference.console.ui.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Problem;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.Screens;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.common.Ticker;

@ExtendWith(FxExtension.class)
class ConfirmDialogTest {
    private final FxRobot robot = new FxRobot();
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final Ticker ticker = new Ticker(new ManualClock(sh.inference.console.testing.Engines.NOW.plusSeconds(2)));
    private ModalLayer layer;
    private Button opener;
    private Theme theme;
    private Scene scene;
    private StagedRequest request;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            layer = new ModalLayer();
            opener = new Button("Drain…");
            VBox page = new VBox(opener);
            page.getStyleClass().add("panel");
            scene = new Scene(new StackPane(page, layer), 1280, 800);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            javafx.stage.Stage stage = new javafx.stage.Stage();
            stage.setScene(scene);
            stage.show();
            opener.requestFocus();
        });
    }

    @Test
    void everyDialogIsPictured() {
        picture("drain", "production", new DrainEngine(Stage.busy().id()), Stage.PRODUCTION, "GPU 2 runs hot, fan swap OPS-2214", Stage.fleet());
        picture("drain", "last", new DrainEngine(Stage.busy().id()), Stage.SANDBOX, "", Stage.busy());
        picture("drain", "blocked", new DrainEngine("id-gpu-lon-06"), Stage.PRODUCTION, "", Stage.fleet());
        picture("drain", "gone", new DrainEngine("3z9w2c6m5h1x8k4t7q0v9b2n6d"), Stage.SANDBOX, "", Stage.fleet());
        picture("update", "sandbox", new UpdateEngine(Stage.outdated().id()), Stage.SANDBOX, "", Stage.fleet());
        picture("extend", "production", new ExtendEngine(Stage.cloud().id(), BigDecimal.valueOf(3)), Stage.PRODUCTION, "Launch traffic until 20:30, agreed with Priya", Stage.fleet());
        picture("extend", "sandbox", new ExtendEngine(Stage.cloud().id(), BigDecimal.ONE), Stage.SANDBOX, "", Stage.fleet());
        picture("stop", "production", new StopEngine(Stage.cloud().id()), Stage.PRODUCTION, "", Stage.fleet());
        picture("stop", "sandbox", new StopEngine("id-gpu-lon-06"), Stage.SANDBOX, "", Stage.fleet());
        picture("restart", "production", new RestartEngine(Stage.cloud().id()), Stage.PRODUCTION, "", Stage.fleet());
        picture("promote", "production", new PromoteVersion(Stage.FLUX.build().id(), "flux-portrait-v4"), Stage.PRODUCTION, "New model, London team agreed", Stage.fleet());
        picture("promote", "sandbox", new PromoteVersion(Stage.FLUX.build().id(), "flux-portrait-v4"), Stage.SANDBOX, "", Stage.fleet());
        picture("roll-back", "sandbox", new RollBackVersion(Stage.FLUX.build().id(), "flux-portrait-v2"), Stage.SANDBOX, "", Stage.fleet());
    }

    @Test
    void aRefusalIsPicturedInTheDialog() {
        ask(new DrainEngine(Stage.busy().id()), Stage.SANDBOX, Stage.fleet());
        robot.clickOn("#confirm-ok");
        assertThat(robot.lookup("#confirm-cancel").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#confirm-ok").queryButton().isDisabled()).isTrue();
        Fx.run(() -> request.answer(Sent.REFUSED, new Problem("forbidden.scope", java.util.List.of("engines:write"), "missing scope engines:write")));
        Fx.settle();
        assertThat(focus()).isEqualTo("confirm-cancel");
        keep("drain", "refused");
        assertThat(robot.lookup("#confirm-problem").query().isVisible()).isTrue();
    }

    @Test
    void cancelHasTheFocusWhereWorkCanBeLostAndEnterSendsNothing() {
        ask(new DrainEngine(Stage.busy().id()), Stage.SANDBOX, Stage.fleet());
        assertThat(focus()).isEqualTo("confirm-cancel");
        Fx.await("the field of the reason", 5, () -> robot.lookup("#confirm-reason").tryQuery().isPresent());
        robot.clickOn("#confirm-reason").write("why").push(KeyCode.ENTER);
        assertThat(request.reasons).isEmpty();
        assertThat(layer.isShowing()).isTrue();
    }

    @Test
    void enterConfirmsTheSmallestDialog() {
        ask(new RollBackVersion(Stage.FLUX.build().id(), "flux-portrait-v2"), Stage.SANDBOX, Stage.fleet());
        assertThat(focus()).isEqualTo("confirm-ok");
        robot.clickOn("#confirm-reason").push(KeyCode.ENTER);
        assertThat(request.reasons).hasSize(1);
    }

    @Test
    void escapeCancelsAndTheFocusReturnsToTheOpener() {
        ask(new DrainEngine(Stage.busy().id()), Stage.PRODUCTION, Stage.fleet());
        Keys.push(KeyCode.ESCAPE);
        assertThat(request.cancelled).isTrue();
        assertThat(layer.isShowing()).isFalse();
        assertThat(Fx.call(() -> scene.getFocusOwner())).isSameAs(opener);
    }

    @Test
    void tabStaysInsideTheDialogAndEveryStopHasAName() {
        ask(new StopEngine(Stage.cloud().id()), Stage.PRODUCTION, Stage.fleet());
        Node first = Fx.call(() -> scene.getFocusOwner());
        for (int i = 0; i < 12; i++) {
            Keys.push(KeyCode.TAB);
            Node owner = Fx.call(() -> scene.getFocusOwner());
            assertThat(Fx.call(() -> robot.from(layer).lookup("#" + owner.getId()).tryQuery().isPresent())).isTrue();
            assertThat(owner instanceof Button button ? button.getText() : name((TextField) owner)).isNotEmpty();
        }
        assertThat(first).isNotNull();
    }

    @Test
    void theNameCanBePastedAndThenTheVerbIsFree() {
        ask(new StopEngine(Stage.cloud().id()), Stage.SANDBOX, Stage.fleet());
        assertThat(robot.lookup("#confirm-ok").queryButton().isDisabled()).isTrue();
        Fx.run(() -> ((TextField) robot.lookup("#confirm-name").query()).setText("h100-west-2"));
        robot.clickOn("#confirm-ok");
        Fx.run(() -> request.answer(Sent.ACCEPTED, null));
        assertThat(layer.isShowing()).isFalse();
    }

    @Test
    void badHoursAreRefusedInTheField() {
        ask(new ExtendEngine(Stage.cloud().id(), BigDecimal.valueOf(3)), Stage.SANDBOX, Stage.fleet());
        robot.clickOn("#extend-other");
        Keys.write("1,5");
        assertThat(robot.lookup("#extend-complaint").queryAs(Label.class).getText()).contains("point");
        assertThat(robot.lookup("#confirm-ok").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#confirm-ok").queryButton().getText()).isEqualTo("Extend h100-west-2");
        assertThat(robot.lookup("#confirm-sections").query().isVisible()).as("the sum of other hours").isFalse();
        keep("extend", "comma");
        robot.clickOn("#extend-8");
        assertThat(robot.lookup("#confirm-ok").queryButton().getText()).isEqualTo("Extend by 8 h for $67.20");
    }

    private void picture(String verb, String state, Operation operation, ConnectionProfile profile, String reason, Engine... engines) {
        ask(operation, profile, engines);
        Fx.run(() -> ((TextField) robot.lookup("#confirm-reason").query()).setText(reason));
        keep(verb, state);
        Keys.push(KeyCode.ESCAPE);
    }

    private void ask(Operation operation, ConnectionProfile profile, Engine... engines) {
        request = new StagedRequest(operation, Stage.situation(profile, engines));
        Fx.run(() -> new ConfirmDialog(layer, new ViewLoader(words.bundle()), profile, words, ticker).ask(request));
        Fx.settle();
    }

    private void keep(String verb, String state) {
        Fx.settle();
        Screens.saveAll(scene, theme, "confirm-" + verb, state);
    }

    private String focus() {
        return Fx.call(() -> scene.getFocusOwner().getId());
    }

    /** The name a screen reader says: its own, or its label's. */
    private String name(TextField field) {
        return field.getAccessibleText() != null ? field.getAccessibleText()
                : robot.lookup(node -> node instanceof Label label && label.getLabelFor() == field).queryAs(Label.class).getText();
    }
}
