package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.state.VersionBadge;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.ui.apps.AppRow;
import sh.inference.console.ui.engines.EngineRow;
import sh.inference.console.ui.versions.VersionRow;

/** What an operator does, from the first look to the observed end, against the sandbox over a real socket. */
@Tag("journey")
@ExtendWith(FxExtension.class)
class ConsoleJourneyTest {
    private static final double HURRY = 4;
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private OpenConsole console;

    @AfterEach
    void close() {
        console.close();
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void anEngineIsDrainedConfirmedAndObservedStopped(Hand hand) throws IOException {
        openHurried();
        hand.choose(console, "engines-table", engine("gpu-lon-03"));
        hand.press(console, "engine-drain");
        Fx.await("the focus on Cancel", 5, () -> console.find("confirm-cancel").filter(cancel -> cancel.isFocused()).isPresent());
        picture(hand, "confirm", "drain");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-dialog"));
        console.confirm(hand);
        Fx.await("the drain being observed", 20, () -> console.status("gpu-lon-03") == EngineStatus.DRAINING);
        Fx.await("the engine stopped", 40, () -> console.status("gpu-lon-03") == EngineStatus.STOPPED);
        hand.press(console, "nav-operations");
        Fx.await("the operation in the list", 10, () -> ((ListView<?>) console.node("operations-list")).getItems().size() == 1);
        picture(hand, "operations", "drained");
    }

    @ParameterizedTest
    @EnumSource
    void anExtensionMovesTheDeadline(Hand hand) throws IOException {
        open(false);
        hand.choose(console, "engines-table", engine("h100-west-2"));
        Instant before = Fx.call(() -> deadline("h100-west-2"));
        hand.press(console, "engine-extend");
        Fx.await("the dialog", 5, () -> console.isShown("extend-other"));
        picture(hand, "confirm", "extend");
        hand.press(console, "extend-other");
        for (String wrong : hand == Hand.KEYBOARD ? List.of("0", "-1", "soon", "1e9") : List.of("0")) {
            hand.type(console, "extend-hours", wrong);
            assertThat(Fx.call(() -> console.isShown("extend-complaint"))).as("a complaint about %s", wrong).isTrue();
            assertThat(Fx.call(() -> console.node("confirm-ok").isDisabled())).as("no way to send %s", wrong).isTrue();
        }
        picture(hand, "confirm", "extend-wrong");
        hand.type(console, "extend-hours", "2");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-dialog"));
        console.confirm(hand);
        Fx.await("the later deadline", 20, () -> deadline("h100-west-2").isAfter(before.plusSeconds(2 * 3600 - 61)));
    }

    @ParameterizedTest
    @EnumSource
    void aVersionIsPromotedSeenAsCurrentAndRolledBack(Hand hand) throws IOException {
        open(false);
        hand.press(console, "nav-apps");
        Fx.await("the apps", 20, () -> console.table("apps-list").getItems().size() == 18);
        hand.choose(console, "apps-list", item -> item instanceof AppRow row && row.line().name().equals("flux-portrait"));
        hand.choose(console, "versions-table", version("0q5n8z3w"));
        hand.press(console, "version-promote");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-dialog"));
        picture(hand, "confirm", "promote");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-dialog"));
        console.confirm(hand);
        Fx.await("the promoted version as current", 20, () -> current().equals("0q5n8z3w"));

        hand.choose(console, "versions-table", version("7k3m9x2q"));
        picture(hand, "apps", "promoted");
        hand.press(console, "version-roll-back");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-dialog"));
        picture(hand, "confirm", "roll-back");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-dialog"));
        console.confirm(hand);
        Fx.await("the former version as current again", 20, () -> current().equals("7k3m9x2q"));
    }

    @ParameterizedTest
    @EnumSource
    void aReadOnlyKeyIsRefusedWithTheScopeAndTheButtonsGoOff(Hand hand) throws IOException {
        open(true);
        hand.choose(console, "engines-table", engine("gpu-lon-03"));
        hand.press(console, "engine-drain");
        send(hand);
        Fx.await("the refusal in the dialog", 20, () -> console.isShown("confirm-problem"));
        picture(hand, "confirm", "refused");
        hand.press(console, "confirm-cancel");
        Fx.await("the buttons off", 20, () -> console.node("engine-drain").isDisabled());
        Fx.await("the scope among the reasons", 20, () -> console.text("engine-reasons").contains("engines:write"));
        assertThat(Fx.call(() -> console.status("gpu-lon-03"))).isEqualTo(EngineStatus.RUNNING);
    }

    @Test
    void rowsThatAreNotSelectedChangeAlsoWithoutTheWorkspaceStream() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        sandbox.turn(Drill.NO_EVENTS, true);
        open(sandbox.key());
        Hand.MOUSE.choose(console, "engines-table", engine("gpu-lon-03"));
        long before = Fx.call(() -> console.wiring().fleet().updatesProperty().get());
        Fx.await("news of other engines", 20, () -> console.wiring().fleet().updatesProperty().get() > before + 20);
        assertThat(Fx.call(() -> console.wiring().fleet().connection().feed())).isEqualTo(Feed.ENGINE);
    }

    @ParameterizedTest
    @EnumSource
    void aDialogIsLeftAndNothingIsSent(Hand hand) throws IOException {
        open(false);
        hand.choose(console, "engines-table", engine("gpu-lon-03"));
        hand.press(console, "engine-drain");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-dialog"));
        if (hand == Hand.KEYBOARD) {
            Keys.push(KeyCode.ESCAPE);
        } else {
            hand.press(console, "confirm-cancel");
        }
        Fx.await("the dialog gone", 5, () -> console.find("confirm-dialog").isEmpty());
        assertThat(Fx.call(() -> console.status("gpu-lon-03"))).isEqualTo(EngineStatus.RUNNING);
    }

    private void open(boolean readOnly) throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        open(readOnly ? sandbox.readOnlyKey() : sandbox.key());
    }

    /** On a sandbox whose tasks end sooner than usual. */
    private void openHurried() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()).withSpeed(HURRY));
        open(sandbox.key());
    }

    private void open(String key) {
        console = new OpenConsole(new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX), key, folder, 1280, 800);
        console.awaitLive(24);
    }

    /** Confirms what a dialog shows, with the name typed where it is asked for. */
    private void send(Hand hand) {
        Fx.await("the dialog", 5, () -> console.isShown("confirm-dialog"));
        if (Fx.call(() -> console.isShown("confirm-name"))) {
            hand.type(console, "confirm-name", Fx.call(() -> console.text("confirm-name-shown")));
        }
        hand.press(console, "confirm-ok");
    }

    /** One hand's pictures are enough: both see the same. */
    private void picture(Hand hand, String screen, String state) {
        if (hand == Hand.MOUSE) {
            console.picture(screen, state);
        }
    }

    private Instant deadline(String engine) {
        return console.entry(engine).engine().endsAt().orElseThrow();
    }

    private String current() {
        Optional<String> current = console.table("versions-table").getItems().stream().map(VersionRow.class::cast).map(VersionRow::line)
                .filter(line -> line.badge() == VersionBadge.CURRENT).map(line -> line.shortId()).findFirst();
        return current.orElse("");
    }

    private static Predicate<Object> engine(String name) {
        return item -> item instanceof EngineRow row && row.engine().name().equals(name);
    }

    private static Predicate<Object> version(String shortId) {
        return item -> item instanceof VersionRow row && row.line().shortId().equals(shortId);
    }
}
