package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Screens;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

/** What an operator does, from the first look to the observed end, against the sandbox over a real socket. */
@Tag("journey")
@ExtendWith(FxExtension.class)
class ConsoleJourneyTest {
    private final FxRobot robot = new FxRobot();
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private Wiring wiring;
    private Scene scene;
    private Theme theme;

    @AfterEach
    void close() {
        Fx.run(() -> wiring.close());
        sandbox.close();
    }

    @Test
    void anEngineIsDrainedConfirmedAndObservedStopped() throws IOException {
        open(false, false);
        choose("gpu-lon-03");
        press("engine-drain");
        Fx.await("the dialog", 5, () -> find("confirm-dialog").isPresent());
        picture("confirm", "drain");
        Fx.await("the focus on Cancel", 5, () -> find("confirm-cancel").orElseThrow().isFocused());
        press("confirm-ok");
        Fx.await("the drain being observed", 20, () -> status("gpu-lon-03") == EngineStatus.DRAINING);
        Fx.await("the engine stopped", 40, () -> status("gpu-lon-03") == EngineStatus.STOPPED);
        press("nav-operations");
        Fx.await("the operation in the list", 10, () -> ((ListView<?>) find("operations-list").orElseThrow()).getItems().size() == 1);
        picture("operations", "drained");
    }

    @Test
    void rowsThatAreNotSelectedChangeAlsoWithoutTheWorkspaceStream() throws IOException {
        open(true, false);
        choose("gpu-lon-03");
        long before = Fx.call(() -> wiring.fleet().updatesProperty().get());
        Fx.await("news of other engines", 20, () -> wiring.fleet().updatesProperty().get() > before + 20);
        assertThat(Fx.call(() -> wiring.fleet().connection().feed())).isEqualTo(sh.inference.console.model.Feed.ENGINE);
        picture("engines", "live");
    }

    @Test
    void anExtensionMovesTheDeadline() throws IOException {
        open(false, false);
        choose("h100-west-2");
        java.time.Instant before = Fx.call(() -> entry("h100-west-2").engine().endsAt().orElseThrow());
        press("engine-extend");
        Fx.await("the dialog", 5, () -> find("extend-hours").isPresent());
        picture("confirm", "extend");
        press("confirm-ok");
        Fx.await("the later deadline", 20, () -> entry("h100-west-2").engine().endsAt().orElseThrow().isAfter(before.plusSeconds(3 * 3600 - 61)));
    }

    @Test
    void escapeLeavesTheDialogAndNothingIsSent() throws IOException {
        open(false, false);
        choose("gpu-lon-03");
        press("engine-drain");
        Fx.await("the dialog", 5, () -> find("confirm-dialog").isPresent());
        robot.push(KeyCode.ESCAPE);
        Fx.await("the dialog gone", 5, () -> find("confirm-dialog").isEmpty());
        assertThat(Fx.call(() -> status("gpu-lon-03"))).isEqualTo(EngineStatus.RUNNING);
    }

    @Test
    void aReadOnlyKeyIsRefusedWithTheScopeAndTheButtonsGoOff() throws IOException {
        open(false, true);
        choose("gpu-lon-03");
        press("engine-drain");
        Fx.await("the dialog", 5, () -> find("confirm-dialog").isPresent());
        press("confirm-ok");
        Fx.await("the buttons off", 20, () -> find("engine-drain").orElseThrow().isDisabled());
        Fx.await("the scope among the reasons", 20, () -> ((Labeled) find("engine-reasons").orElseThrow()).getText().contains("engines:write"));
        assertThat(Fx.call(() -> status("gpu-lon-03"))).isEqualTo(EngineStatus.RUNNING);
    }

    @Test
    void theAppsAreListedWithTheirVersions() throws IOException {
        open(false, false);
        press("nav-apps");
        Fx.await("the apps", 20, () -> table("apps-list").getItems().size() == 18);
        Fx.run(() -> table("apps-list").getSelectionModel().select(0));
        Fx.await("the versions", 20, () -> table("versions-table").getItems().size() >= 3);
        picture("apps", "versions");
    }

    private void open(boolean withoutEvents, boolean readOnly) throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        sandbox.turn(Drill.NO_EVENTS, withoutEvents);
        Fx.run(() -> {
            ConnectionProfile profile = new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX);
            wiring = new Wiring(profile, new ApiKey(readOnly ? sandbox.readOnlyKey() : sandbox.key()), ConfigFolder.under(folder));
            scene = new Scene(wiring.root(), 1280, 800);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            wiring.start();
            stage.show();
        });
        Fx.await("a live fleet", 30, () -> wiring.fleet().entries().size() == 24 && wiring.fleet().connection().freshness().isLive());
    }

    private void choose(String name) {
        Fx.await("the row of " + name, 20, () -> row(name) >= 0);
        Fx.run(() -> {
            table("engines-table").scrollTo(row(name));
            table("engines-table").getSelectionModel().select(row(name));
            table("engines-table").requestFocus();
        });
        robot.push(KeyCode.ENTER);
        Fx.await("the details of " + name, 10, () -> ((Labeled) find("engine-name").orElseThrow()).getText().equals(name));
    }

    private int row(String name) {
        for (int i = 0; i < table("engines-table").getItems().size(); i++) {
            if (table("engines-table").getItems().get(i) instanceof sh.inference.console.ui.engines.EngineRow row && row.id().equals(entry(name).engine().id())) {
                return i;
            }
        }
        return -1;
    }

    private void press(String id) {
        Fx.await(id + " enabled", 10, () -> !find(id).orElseThrow().isDisabled());
        // By keyboard: where the window is wider than the screen a pointer could not get there.
        Fx.run(() -> find(id).orElseThrow().requestFocus());
        robot.push(KeyCode.SPACE);
        Fx.settle();
    }

    private EngineStatus status(String name) {
        return entry(name).engine().status().value();
    }

    private EngineEntry entry(String name) {
        return wiring.fleet().entries().values().stream().filter(entry -> entry.engine().name().equals(name)).findFirst().orElseThrow();
    }

    private TableView<?> table(String id) {
        return (TableView<?>) find(id).orElseThrow();
    }

    private Optional<Node> find(String id) {
        return Optional.ofNullable(scene.lookup("#" + id));
    }

    private void picture(String screen, String state) {
        for (Look look : new Look[] {Look.DARK, Look.LIGHT}) {
            Fx.run(() -> theme.choose(Optional.of(look)));
            Fx.settle();
            Fx.run(() -> Screens.save(scene, screen, state, look.name().toLowerCase(java.util.Locale.ROOT)));
        }
        Fx.run(() -> theme.choose(Optional.of(Look.DARK)));
    }
}
