package sh.inference.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowFileTest {
    private static final WindowPlace PLACE = new WindowPlace(2000, 100, 1440, 900, false, "APPS");
    @TempDir
    private Path folder;

    @Test
    void thePlaceOfTheWindowIsFoundAgain() throws IOException {
        new WindowFile(folder).write(PLACE);
        assertThat(new WindowFile(folder).read()).contains(PLACE);
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        assertThat(new WindowFile(folder).read()).isEmpty();
        Files.writeString(folder.resolve("window.json"), "{\"x\": 1, \"wid");
        assertThat(new WindowFile(folder).read()).isEmpty();
        Files.writeString(folder.resolve("window.json"), "{\"x\": 1, \"y\": 2, \"width\": 10, \"height\": 10}");
        assertThat(new WindowFile(folder).read()).isEmpty();
    }

    @Test
    void aWindowOnAMonitorThatIsGoneIsOnNoScreen() {
        assertThat(PLACE.isOn(0, 0, 1920, 1080)).isFalse();
        assertThat(PLACE.isOn(1920, 0, 1920, 1080)).isTrue();
        assertThat(new WindowPlace(-1400, 0, 1440, 900, false, "").isOn(0, 0, 1920, 1080)).isFalse();
        assertThat(new WindowPlace(100, 1070, 1440, 900, false, "").isOn(0, 0, 1920, 1080)).isFalse();
    }
}
