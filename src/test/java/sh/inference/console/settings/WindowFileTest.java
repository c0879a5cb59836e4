package sh.inference.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.model.Text;

class WindowFileTest {
    private static final WindowPlace PLACE = new WindowPlace(2000, 100, 1440, 900, false, "APPS");
    @TempDir
    private Path folder;

    @Test
    void thePlaceOfTheWindowIsFoundAgain() throws IOException {
        new WindowFile(folder).write(PLACE);
        assertThat(new WindowFile(folder).read()).isEqualTo(new WindowFile.Reading(Optional.of(PLACE), Optional.empty()));
    }

    @Test
    void withoutAFileNothingIsRememberedAndNothingIsWrong() {
        assertThat(new WindowFile(folder).read()).isEqualTo(new WindowFile.Reading(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\": 1, \"wid", "{\"x\": 1, \"y\": 2, \"width\": 10, \"height\": 10}", "[]"})
    void aDamagedFileIsSetAsideAndNamed(String content) throws IOException {
        Files.writeString(folder.resolve("window.json"), content);
        Path aside = folder.resolve("window.json.damaged");
        assertThat(new WindowFile(folder).read()).isEqualTo(new WindowFile.Reading(Optional.empty(), Optional.of(Text.of("shell.window-damaged", aside.toString()))));
        assertThat(aside).hasContent(content);
        assertThat(new WindowFile(folder).read().problem()).isEmpty();
    }

    @Test
    void aPlaceIsNeverLargerThanItsScreenAndLiesOnItAsAWhole() {
        assertThat(new WindowPlace(1500, 300, 1440, 900, true, "APPS").within(0, 0, 1920, 1080)).isEqualTo(new WindowPlace(480, 180, 1440, 900, true, "APPS"));
        assertThat(new WindowPlace(-40, 10, 1440, 900, false, "").within(0, 20, 1280, 780)).isEqualTo(new WindowPlace(0, 20, 1280, 780, false, ""));
        assertThat(new WindowPlace(2000, 100, 1200, 800, false, "").within(1920, 0, 1920, 1080)).isEqualTo(new WindowPlace(2000, 100, 1200, 800, false, ""));
    }

    @Test
    void aWindowOnAMonitorThatIsGoneIsOnNoScreen() {
        assertThat(PLACE.isOn(0, 0, 1920, 1080)).isFalse();
        assertThat(PLACE.isOn(1920, 0, 1920, 1080)).isTrue();
        assertThat(new WindowPlace(-1400, 0, 1440, 900, false, "").isOn(0, 0, 1920, 1080)).isFalse();
        assertThat(new WindowPlace(100, 1070, 1440, 900, false, "").isOn(0, 0, 1920, 1080)).isFalse();
    }
}
