package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;

/** Profiles in the window, from the first one to the last, with a picture of each screen; and the key, which is in no file. */
@ExtendWith(FxExtension.class)
class ProfileScreensTest {
    private static final String PASSPHRASE = "correct horse battery";
    @TempDir
    private Path folder;
    private SandboxServer service;

    @BeforeEach
    void serve() throws IOException {
        service = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aProfileIsAddedCheckedKeptOpenedAgainCopiedAndDeleted() throws IOException {
        try (StartedConsole console = new StartedConsole(folder, "--sandbox")) {
            console.awaitEngines(24);
            Fx.run(() -> ((javafx.scene.control.MenuButton) console.node("profile-menu")).show());
            Fx.settle();
            Fx.run(() -> ((javafx.scene.control.MenuButton) console.node("profile-menu")).hide());
            console.choose("profile-menu", "profile-add");
            console.awaitShown("profile-editor");
            console.picture("profile", "new");
            refuseWhatIsWrong(console);
            check(console);
            console.type("profile-passphrase", PASSPHRASE);
            console.picture("profile", "checked");
            console.press("profile-save");
            console.awaitGone("profile-editor");
            Fx.await("the profile in the header", 15, () -> console.text("profile-name").equals("eu-west"));
            console.awaitEngines(24);
            assertThat(Fx.call(console::title)).contains("eu-west").contains("127.0.0.1");
            console.picture("profile", "opened");
            assertThat(console.found()).isEmpty();
        }
        assertThat(folder.resolve("keys.json")).exists();
        noFileHolds(service.key());
        noFileHolds(PASSPHRASE);
        openAgain();
        noFileHolds(service.key());
    }

    private void refuseWhatIsWrong(StartedConsole console) {
        console.press("profile-save");
        console.awaitShown("profile-complaint");
        console.picture("profile", "nothing-typed");
        console.type("profile-name-field", "eu-west");
        console.type("profile-address", "http://console.example.com");
        console.type("profile-key", service.key());
        console.awaitShown("profile-plain");
        console.press("profile-save");
        assertThat(Fx.call(() -> console.text("profile-complaint"))).isNotBlank();
        console.picture("profile", "without-tls");
        assertThat(Fx.call(() -> ((CheckBox) console.node("profile-plain")).getText())).contains("console.example.com");
        console.type("profile-address", "two words");
        console.press("profile-save");
        console.picture("profile", "no-address");
    }

    private void check(StartedConsole console) {
        console.type("profile-address", "http://127.0.0.1:1");
        console.press("profile-test");
        Fx.await("what the test found", 20, () -> !((VBox) console.node("profile-test-lines")).getChildren().isEmpty() && !console.node("profile-test").isDisabled());
        console.picture("profile", "refused");
        console.type("profile-address", service.url().toString());
        console.press("profile-kind-production");
        console.press("profile-more-button");
        console.picture("profile", "more");
        console.press("profile-more-button");
        console.press("profile-test");
        Fx.await("every line of the test", 20, () -> ((VBox) console.node("profile-test-lines")).getChildren().size() == 7 && !console.node("profile-test").isDisabled());
    }

    private void openAgain() {
        try (StartedConsole console = new StartedConsole(folder)) {
            console.awaitShown("key-prompt");
            assertThat(Fx.call(() -> console.text("profile-name"))).isEqualTo("eu-west");
            console.picture("key", "passphrase");
            console.type("key-secret", "not it");
            console.press("key-give");
            Fx.await("the complaint", 20, () -> !console.text("key-complaint").isBlank());
            console.picture("key", "wrong-passphrase");
            console.type("key-secret", PASSPHRASE);
            console.press("key-give");
            console.awaitGone("key-prompt");
            console.awaitEngines(24);
            console.choose("profile-menu", "profile-edit");
            console.awaitShown("profile-editor");
            console.picture("profile", "edited");
            Keys.push(KeyCode.ESCAPE);
            console.awaitGone("profile-editor");
            console.choose("profile-menu", "profile-manage");
            console.awaitShown("profiles");
            String id = Fx.call(() -> console.scene().getRoot().lookupAll(".button").stream().map(node -> String.valueOf(node.getId())).filter(node -> node.startsWith("profiles-copy-"))
                    .findFirst().orElseThrow().substring("profiles-copy-".length()));
            console.press("profiles-copy-" + id);
            Fx.await("the copy", 10, () -> rows(console) == 2);
            console.picture("profiles", "two");
            console.press("profiles-delete-" + id);
            console.picture("profiles", "asked");
            console.press("profiles-delete-" + id);
            Fx.await("one fewer", 10, () -> rows(console) == 1);
            console.press("profiles-close");
            console.choose("profile-menu", "profile-to-sandbox");
            Fx.await("the sandbox in the header", 15, () -> console.text("profile-name").equals("sandbox"));
            assertThat(console.items("profile-menu")).extracting(MenuItem::getId).doesNotContain("profile-to-" + id);
            assertThat(console.found()).isEmpty();
        }
    }

    private static long rows(StartedConsole console) {
        return console.scene().getRoot().lookupAll(".button").stream().filter(node -> node instanceof Labeled && String.valueOf(node.getId()).startsWith("profiles-copy-")).count();
    }

    private void noFileHolds(String secret) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain(secret);
            }
        }
    }
}
