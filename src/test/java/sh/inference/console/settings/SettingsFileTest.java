package sh.inference.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ProfileKind;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        Settings chosen = Settings.STANDARD.withTheme(Settings.ThemeChoice.HIGH_CONTRAST).withDensity(Settings.Density.COMFORTABLE).withLanguage("de").withTextPercent(150)
                .withStill(true).withBareKeys(false).withKeys(Map.of("read", List.of("F7"))).withThresholds(new Thresholds(90, 20, 80)).withLimits(new Limits(5, 20, 8)).withStrict(Set.of(ProfileKind.STAGING));
        new SettingsFile(folder).write(chosen);
        assertThat(new SettingsFile(folder).read()).isEqualTo(new SettingsFile.Reading(chosen, List.of()));
    }

    @Test
    void withoutAFileEverythingIsStandard() {
        assertThat(new SettingsFile(folder).read()).isEqualTo(new SettingsFile.Reading(Settings.STANDARD, List.of()));
    }

    @Test
    void aDamagedFileIsPutAsideAndNamed() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{ \"theme\": \"dark\", ");
        SettingsFile.Reading reading = new SettingsFile(folder).read();
        assertThat(reading.settings()).isEqualTo(Settings.STANDARD);
        assertThat(reading.problems()).extracting(Text::key).containsExactly("settings.damaged");
        assertThat(folder.resolve("settings.json.damaged")).exists();
        assertThat(new SettingsFile(folder).read().problems()).isEmpty();
    }

    @Test
    void oneWrongValueTakesItsDefaultAndTheOthersStay() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"theme\":\"pink\",\"density\":\"comfortable\",\"text_percent\":900,\"bare_keys\":\"yes\",\"thresholds\":{\"soon_minutes\":5},\"strict\":[\"galaxy\"]}");
        SettingsFile.Reading reading = new SettingsFile(folder).read();
        assertThat(reading.settings()).isEqualTo(Settings.STANDARD.withDensity(Settings.Density.COMFORTABLE));
        assertThat(reading.problems()).hasSize(5).allMatch(text -> text.key().equals("settings.invalid"));
        assertThat(reading.problems()).contains(Text.of("settings.invalid", "theme", "pink", "system"));
    }

    @Test
    void whatIsOfTheWrongKindAsAWholeIsNamedToo() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"keys\":[],\"thresholds\":5,\"limits\":\"none\",\"strict\":{},\"language\":\"xx\"}");
        SettingsFile.Reading reading = new SettingsFile(folder).read();
        assertThat(reading.settings()).isEqualTo(Settings.STANDARD);
        assertThat(reading.problems()).extracting(problem -> problem.args().getFirst()).containsExactlyInAnyOrder("keys", "thresholds", "limits", "strict", "language");
    }

    @Test
    void productionIsAlwaysStrict() {
        assertThat(Settings.STANDARD.withStrict(Set.of()).strict()).containsExactly(ProfileKind.PRODUCTION);
    }
}
