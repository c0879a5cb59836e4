package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.Keys;
import sh.inference.console.ui.engines.EngineRow;

/** A window on the sandbox is never mistaken for the real thing, whichever dialog stands in it. */
@Tag("journey")
class SandboxMarksTest extends OnSandbox {
    SandboxMarksTest() {
        super(1);
    }

    @Test
    void theWindowAndEveryDialogSaySandbox() {
        assertThat(Fx.call(() -> says(console.scene().getRoot()))).isTrue();
        SavedProfile kept = SavedProfile.passing(new ConnectionProfile("east", sandbox.url(), ProfileKind.PRODUCTION));
        Map<String, Runnable> dialogs = new LinkedHashMap<>();
        dialogs.put("palette", () -> Keys.push(KeyCode.CONTROL, KeyCode.K));
        dialogs.put("keys", () -> Keys.push(KeyCode.F1));
        dialogs.put("settings", () -> Keys.push(KeyCode.CONTROL, KeyCode.COMMA));
        dialogs.put("new profile", () -> Fx.run(() -> console.wiring().dialogs().add()));
        dialogs.put("profiles", () -> Fx.run(() -> console.wiring().dialogs().manage()));
        dialogs.put("drain", () -> {
            Hand.MOUSE.choose(console, "engines-table", item -> item instanceof EngineRow row && row.engine().name().equals("gpu-lon-03"));
            Hand.MOUSE.press(console, "engine-drain");
        });
        dialogs.forEach((name, show) -> {
            show.run();
            Fx.await(name + " shown", 10, () -> console.node("modal-layer").isVisible());
            Fx.settle();
            assertThat(Fx.call(() -> says(console.node("modal-layer")))).as(name).isTrue();
            console.picture("marks", name.replace(' ', '-'));
            Keys.push(KeyCode.ESCAPE);
            Fx.await(name + " gone", 10, () -> !console.node("modal-layer").isVisible());
        });
        Fx.run(() -> console.wiring().dialogs().askForKey(kept, () -> { }));
        assertThat(Fx.call(() -> says(console.node("modal-layer")))).as("a dialog about another workspace says which, and is not framed as the sandbox's").isFalse();
        Keys.push(KeyCode.ESCAPE);
        Fx.run(() -> console.wiring().dialogs().welcome(24, 18));
        assertThat(Fx.call(() -> says(console.node("modal-layer")))).as("welcome").isTrue();
        console.picture("marks", "welcome");
    }

    @Test
    void whatWasFoundAtTheStartIsSaidAndKept() {
        Fx.run(() -> console.wiring().say(Text.of("sandbox.state.damaged", "/home/op/fleet.json", "fleet.json.damaged-1")));
        Fx.await("the notice", 5, () -> console.isShown("notice"));
        assertThat(Fx.call(() -> console.wiring().shell().noticeProperty().get())).contains("/home/op/fleet.json").contains("fleet.json.damaged-1").contains("starts anew");
        console.picture("marks", "damaged-state");
    }

    /** Whether the word can be read on one of its labels. */
    private static boolean says(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return false;
        }
        boolean here = node instanceof Labeled labeled && labeled.getText() != null && labeled.getText().contains("SANDBOX")
                && labeled.getWidth() >= labeled.prefWidth(-1) - 1;
        return here || node instanceof Parent parent && parent.getChildrenUnmodifiable().stream().anyMatch(SandboxMarksTest::says);
    }
}
