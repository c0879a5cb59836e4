package sh.inference.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.profile.ProfileKind;

class ManagedSettingsTest {
    @TempDir
    private Path folder;

    private ManagedSettings managed(String json) throws IOException {
        return ManagedSettings.read(Files.writeString(folder.resolve("managed.json"), json));
    }

    @Test
    void withoutAFileNothingIsGivenOrLocked() {
        ManagedSettings none = ManagedSettings.read(folder.resolve("absent.json"));
        assertThat(new SettingsFile(folder, none).read().settings()).isEqualTo(Settings.STANDARD);
        assertThat(none.isLocked("theme")).isFalse();
        assertThat(none.problems()).isEmpty();
    }

    @Test
    void aDefaultCountsUntilTheOperatorChooses() throws IOException {
        SettingsFile file = new SettingsFile(folder, managed("{\"defaults\":{\"theme\":\"dark\",\"text_percent\":125}}"));
        assertThat(file.read().settings().theme()).isEqualTo(Settings.ThemeChoice.DARK);
        file.write(file.read().settings().withTheme(Settings.ThemeChoice.LIGHT));
        assertThat(file.read().settings()).isEqualTo(Settings.STANDARD.withTheme(Settings.ThemeChoice.LIGHT).withTextPercent(125));

        SettingsFile later = new SettingsFile(folder, managed("{\"defaults\":{\"theme\":\"dark\",\"text_percent\":150}}"));
        assertThat(later.read().settings().textPercent()).as("never chosen, so the later default counts").isEqualTo(150);
        assertThat(later.read().settings().theme()).isEqualTo(Settings.ThemeChoice.LIGHT);
    }

    @Test
    void whatIsLockedCannotBeChangedAndComesBackWhenTheLockIsGone() throws IOException {
        new SettingsFile(folder).write(Settings.STANDARD.withTheme(Settings.ThemeChoice.LIGHT));
        SettingsStore store = new SettingsStore(new SettingsFile(folder, managed("{\"locked\":{\"theme\":\"dark\",\"strict\":[\"staging\"]}}")), Runnable::run, text -> { });
        store.change(now -> now.withTheme(Settings.ThemeChoice.HIGH_CONTRAST).withStill(true).withStrict(java.util.Set.of()));

        assertThat(store.now().theme()).isEqualTo(Settings.ThemeChoice.DARK);
        assertThat(store.now().strict()).containsExactlyInAnyOrder(ProfileKind.PRODUCTION, ProfileKind.STAGING);
        assertThat(store.now().still()).isTrue();
        assertThat(store.managed().isLocked("theme")).isTrue();
        assertThat(store.managed().isLocked("still")).isFalse();
        assertThat(new SettingsFile(folder).read().settings()).isEqualTo(Settings.STANDARD.withTheme(Settings.ThemeChoice.LIGHT).withStill(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[1, 2]", "{\"locked\": {\"theme\": ", "null", "{\"locked\": {}} }"})
    void aDamagedFileStopsNothingAndIsNamed(String content) throws IOException {
        SettingsFile.Reading reading = new SettingsFile(folder, managed(content)).read();
        assertThat(reading.settings()).isEqualTo(Settings.STANDARD);
        assertThat(reading.problems()).singleElement().satisfies(text -> assertThat(text.key()).isEqualTo("settings.managed.damaged"));
    }

    /** Somebody who may not look into the administrator's folder must not take it for one that gives nothing. */
    @Test
    void aFileThatCannotBeReachedIsNamed() throws IOException {
        Path circle = folder.resolve("managed.json");
        Files.createSymbolicLink(circle, circle);
        SettingsFile.Reading reading = new SettingsFile(folder, ManagedSettings.read(circle)).read();
        assertThat(reading.settings()).isEqualTo(Settings.STANDARD);
        assertThat(reading.problems()).singleElement().satisfies(text -> assertThat(text.key()).isEqualTo("settings.managed.damaged"));
    }

    @Test
    void whatIsNotPossibleDoesNotCountAndIsNamedWhileTheRestDoes() throws IOException {
        SettingsFile.Reading reading = new SettingsFile(folder, managed("{\"defaults\":[],\"locked\":{\"theme\":\"pink\",\"colour\":1,\"text_percent\":9000,\"still\":true}}")).read();
        assertThat(reading.settings()).isEqualTo(Settings.STANDARD.withStill(true));
        assertThat(reading.problems()).extracting(text -> text.args().get(1)).containsExactlyInAnyOrder("defaults", "locked.theme", "locked.colour", "locked.text_percent");
    }

    @Test
    void eachSystemHasItsPlace() {
        assertThat(ManagedSettings.place(Map.of(), "Linux")).hasToString("/etc/inference-console/managed.json");
        assertThat(ManagedSettings.place(Map.of(), "Mac OS X")).hasToString("/Library/Application Support/Inference Console/managed.json");
        assertThat(ManagedSettings.place(Map.of("ProgramData", "/data"), "Windows 11")).hasToString("/data/Inference Console/managed.json");
    }
}
