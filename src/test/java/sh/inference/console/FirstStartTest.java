package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;

/** The first start: the sandbox runs, the welcome lies over it, and one key leads to it. */
@ExtendWith(FxExtension.class)
class FirstStartTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(value = KeyCode.class, names = {"ENTER", "ESCAPE"})
    void theWelcomeLiesOverTheRunningSandboxAndEnterAndEscBothStayOnIt(KeyCode key) {
        try (StartedConsole console = new StartedConsole(folder)) {
            console.awaitShown("welcome");
            console.awaitEngines(24);
            assertThat(Fx.call(() -> ((Button) console.node("welcome-sandbox")).isDefaultButton())).isTrue();
            assertThat(Fx.call(() -> console.scene().getFocusOwner().getId())).isEqualTo("welcome-sandbox");
            if (key == KeyCode.ENTER) {
                console.picture("welcome", "first-start");
                assertThat(console.found()).isEmpty();
            }
            Keys.push(key);
            console.awaitGone("welcome");
            assertThat(Fx.call(() -> console.text("profile-name"))).isEqualTo("sandbox");
            assertThat(Fx.call(console::title)).contains("sandbox");
        }
        try (StartedConsole again = new StartedConsole(folder)) {
            again.awaitEngines(24);
            assertThat(Fx.call(() -> again.isShown("welcome"))).as("a second start is no first one").isFalse();
        }
    }

    @Test
    void whoeverAsksForTheSandboxIsNotWelcomed() {
        try (StartedConsole console = new StartedConsole(folder, "--sandbox")) {
            console.awaitEngines(24);
            assertThat(Fx.call(() -> console.isShown("welcome"))).isFalse();
        }
    }
}
