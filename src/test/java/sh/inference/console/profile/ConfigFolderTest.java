package sh.inference.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ConfigFolderTest {
    private static final Path HOME = Path.of("/home/op");

    @Test
    void aNamedDirectoryHoldsEverything() {
        ConfigFolder folder = ConfigFolder.of(Optional.of(Path.of("/tmp/x/../y")), Map.of("XDG_STATE_HOME", "/s"), "Linux", HOME);
        assertThat(folder).isEqualTo(new ConfigFolder(Path.of("/tmp/y"), Path.of("/tmp/y"), Path.of("/tmp/y/log")));
        assertThat(folder.journal()).isEqualTo(Path.of("/tmp/y/journal"));
    }

    @Test
    void eachPlatformHasItsOwnPlaces() {
        assertThat(of("Linux", Map.of()).journal()).isEqualTo(HOME.resolve(".local/state/inference-console/journal"));
        assertThat(of("Linux", Map.of()).settings()).isEqualTo(HOME.resolve(".config/inference-console"));
        assertThat(of("Linux", Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s")))
                .isEqualTo(new ConfigFolder(Path.of("/c/inference-console"), Path.of("/s/inference-console"), Path.of("/s/inference-console/log")));
        assertThat(of("Mac OS X", Map.of()).settings()).isEqualTo(HOME.resolve("Library/Application Support/Inference Console"));
        assertThat(of("Windows 11", Map.of()).records()).isEqualTo(HOME.resolve("AppData/Local/Inference Console"));
    }

    @Test
    void aRelativePathInAVariableIsIgnored() {
        assertThat(of("Linux", Map.of("XDG_CONFIG_HOME", "relative")).settings()).isEqualTo(HOME.resolve(".config/inference-console"));
    }

    @Test
    void aKeyNeverShowsItself() {
        assertThat(new ApiKey("inf_secret")).asString().doesNotContain("secret");
    }

    private static ConfigFolder of(String os, Map<String, String> environment) {
        return ConfigFolder.of(Optional.empty(), environment, os, HOME);
    }
}
