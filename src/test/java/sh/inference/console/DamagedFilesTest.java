package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

/** A start on files that were damaged: the console opens with what is delivered, and names each of them in its notices. */
@ExtendWith(FxExtension.class)
class DamagedFilesTest {
    @TempDir
    private Path folder;

    @Test
    void everyDamagedFileIsNamedAndSetAside() throws IOException {
        for (String name : List.of("settings.json", "window.json", "favourites-sandbox.json", "layouts-sandbox.json")) {
            Files.writeString(folder.resolve(name), "{\"half");
        }
        try (StartedConsole console = new StartedConsole(folder, "--sandbox")) {
            console.awaitEngines(24);
            assertThat(notices(console)).contains("settings.json.damaged", "window.json.damaged", "favourites-sandbox.json.damaged", "layouts-sandbox.json.damaged");
            console.picture("notices", "damaged-files");
        }
        for (String name : List.of("settings.json", "window.json", "favourites-sandbox.json", "layouts-sandbox.json")) {
            assertThat(folder.resolve(name + ".damaged")).hasContent("{\"half");
        }
    }

    @Test
    void everyWrongSettingAndEveryClashingKeyIsNamed() throws IOException {
        Files.writeString(folder.resolve("settings.json"),
                "{\"theme\":\"pink\",\"density\":\"wide\",\"language\":\"xx\",\"strict\":7,\"keys\":{\"read\":[\"Alt+D\"],\"gone\":[\"F9\"]}}");
        try (StartedConsole console = new StartedConsole(folder, "--sandbox")) {
            console.awaitEngines(24);
            assertThat(notices(console)).contains("theme", "pink", "density", "wide", "language", "xx", "strict", "Alt+D", "gone");
        }
    }

    @Test
    void aWindowOnAMonitorThatIsGoneOpensElsewhereOnThePageItShowedAndSaysSo() throws IOException {
        Files.writeString(folder.resolve("window.json"), "{\"x\":90000,\"y\":0,\"width\":1440,\"height\":900,\"maximized\":false,\"page\":\"APPS\"}");
        try (StartedConsole console = new StartedConsole(folder, "--sandbox")) {
            console.awaitShown("apps-list");
            assertThat(notices(console)).contains("monitor that is gone");
            console.press("nav-operations");
        }
        try (StartedConsole again = new StartedConsole(folder, "--sandbox")) {
            again.awaitShown("operations-list");
            assertThat(Fx.call(() -> again.isShown("notice"))).isFalse();
        }
    }

    private static String notices(StartedConsole console) {
        console.press("notices-bell");
        Fx.settle();
        return Fx.call(() -> ((ListView<?>) console.node("notices-list")).getItems().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
}
