package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.cache.LastKnownFile;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileBook;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProfileRepository;
import sh.inference.console.profile.ProfileSettings;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

/** A start without the service: what was seen last is shown with its age and cannot be acted on; where nothing was seen, the grid says so. */
@ExtendWith(FxExtension.class)
class CachedStartTest {
    @TempDir
    private Path folder;
    private SandboxServer service;

    @BeforeEach
    void serve() throws IOException {
        service = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        SavedProfile profile = new SavedProfile("p", new ConnectionProfile("eu-west", service.url(), ProfileKind.DEVELOPMENT), ProfileSettings.of(ProfileKind.DEVELOPMENT));
        new ProfileRepository(folder, Clock.systemUTC()).save(ProfileBook.EMPTY.with(profile).opened("p"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatWasSeenLastIsShownWithItsAgeAndCannotBeActedOn() throws IOException {
        try (StartedConsole console = new StartedConsole(folder)) {
            connect(console);
            console.awaitEngines(24);
            Fx.await("a live fleet", 20, () -> console.text("freshness").startsWith("Live"));
        }
        Path file = LastKnownFile.of(folder.resolve("cache"), "p").path();
        assertThat(file).exists();
        service.close();
        try (StartedConsole console = new StartedConsole(folder)) {
            console.awaitShown("key-prompt");
            console.awaitEngines(24);
            console.picture("cached", "key-missing");
            console.press("key-cancel");
            Fx.await("what is missing in the banner", 10, () -> console.isShown("banner") && console.text("banner-title").contains("key is not at hand"));
            Fx.await("since when it is shown", 5, () -> console.text("banner-remark").contains("What is shown is as of"));
            console.press("read-now");
            connect(console);
            Fx.await("the age in the banner", 20, () -> console.isShown("banner") && console.text("banner-title").contains("seen last"));
            assertThat(Fx.call(() -> console.text("freshness"))).startsWith("As of");
            console.picture("cached", "unreachable");
            Fx.run(() -> ((javafx.scene.control.TableView<?>) console.node("engines-table")).getSelectionModel().select(3));
            Fx.run(() -> console.node("engines-table").requestFocus());
            new org.testfx.api.FxRobot().push(javafx.scene.input.KeyCode.ENTER);
            console.awaitShown("engine-drain");
            assertThat(Fx.call(() -> console.node("engine-drain").isDisabled())).isTrue();
            console.picture("cached", "details");
            console.press("nav-apps");
            console.awaitShown("apps-list");
            console.picture("cached", "apps");
            assertThat(Fx.call(() -> console.node("apps-list").lookupAll(".status-mark .ikonli-font-icon").stream().map(icon -> ((FontIcon) icon).getIconColor()).distinct().toList()))
                    .as("what is old has one colour, whatever its status").hasSize(1);
        }
        Files.write(file, new byte[] {1, 2, 3});
        try (StartedConsole console = new StartedConsole(folder)) {
            connect(console);
            Fx.await("what became of the damaged file", 10, () -> console.isShown("notice"));
            Fx.await("that nobody answers", 20, () -> console.isShown("banner") && console.text("banner-title").contains("Nobody answers"));
            console.picture("cached", "nothing");
            console.press("banner-edit-profile");
            console.awaitShown("profile-editor");
        }
    }

    private void connect(StartedConsole console) {
        console.awaitShown("key-prompt");
        console.type("key-secret", service.key());
        console.press("key-give");
        console.awaitGone("key-prompt");
    }
}
