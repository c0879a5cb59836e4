package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

/** The frame of the window from its least size to a large screen, live and after the line was lost. */
@ExtendWith(FxExtension.class)
class ShellWidthsTest {
    private static final List<int[]> SIZES = List.of(new int[] {1024, 640}, new int[] {1280, 800}, new int[] {1920, 1080});
    private static final List<String> WHOLE = List.of("profile-name", "profile-host", "freshness", "status-loaded", "status-spend", "status-clock", "nav-engines", "nav-apps",
            "nav-operations");
    @TempDir
    private Path folder;

    @Test
    void nothingInTheFrameIsCutAtAnyWidth() throws IOException {
        SandboxServer sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        try (OpenConsole console = new OpenConsole(new ConnectionProfile("prod-eu", sandbox.url(), ProfileKind.PRODUCTION), sandbox.key(), folder, 1024, 640)) {
            console.awaitLive(24);
            Fx.await("the counts and the clock", 15, () -> !console.text("status-spend").isEmpty() && console.text("status-line").contains("listed"));
            Fx.await("the focus where the work starts", 5, () -> console.table("engines-table").isFocused());
            look(console, "live", WHOLE);

            sandbox.close();
            Fx.await("the banner", 40, () -> console.isShown("banner"));
            assertThat(Fx.call(() -> console.node("banner").getLayoutBounds().getHeight())).as("a banner is a line or two").isBetween(44.0, 80.0);
            look(console, "lost", List.of("freshness", "banner-title", "read-now", "status-line"));
        } finally {
            sandbox.close();
        }
    }

    private static void look(OpenConsole console, String state, List<String> whole) {
        for (int[] size : SIZES) {
            console.resize(size[0], size[1]);
            console.picture("shell", state);
            for (String id : whole) {
                Fx.run(() -> {
                    Node node = console.node(id);
                    Bounds place = node.localToScene(node.getLayoutBounds());
                    assertThat(place.getMaxX()).as("%s inside a window of %d", id, size[0]).isLessThanOrEqualTo(size[0]);
                    assertThat(node.getLayoutBounds().getWidth()).as("%s whole at %d: %s", id, size[0], node instanceof Labeled said ? said.getText() : "")
                            .isGreaterThanOrEqualTo(Math.floor(node.prefWidth(-1)));
                });
            }
        }
    }
}
