package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.KnownKeys;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.shell.ShellViewModel.Page;

/** Two windows on one session: each with a page of its own, both on the same fleet. */
@ExtendWith(FxExtension.class)
class SeveralWindowsTest {
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private Sessions sessions;
    private ConsoleWindow first;
    private ConsoleWindow second;

    @BeforeEach
    void open() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        ConfigFolder config = ConfigFolder.under(folder);
        Fx.run(() -> {
            Theme theme = new Theme(Optional.of(Look.DARK));
            first = new ConsoleWindow(new Stage(), theme, page -> { }, 1280, 800);
            second = new ConsoleWindow(new Stage(), theme, page -> { }, 1100, 700);
            sessions = new Sessions(config, new KnownKeys(), Clock.systemUTC(), (journal, profiles) -> Session.of(
                    SavedProfile.passing(new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX)), new ApiKey(sandbox.key()), config, journal, profiles), () -> { });
            sessions.begin(first);
            sessions.open("");
            first.stage().show();
        });
        Fx.await("a live fleet", 30, () -> sessions.current().fleet().connection().freshness().isLive());
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            first.stage().close();
            second.stage().close();
            sessions.close();
        });
        sandbox.close();
    }

    @Test
    void aFurtherWindowHasItsOwnPageOnTheSameFleetAndItsOwnDialogs() {
        Wiring one = Fx.call(sessions::current);
        Wiring two = further();
        assertThat(two).isNotSameAs(one);
        assertThat(two.fleet()).isSameAs(one.fleet());
        Fx.run(() -> two.shell().go(Page.APPS));
        assertThat(one.shell().pageProperty().get()).isEqualTo(Page.ENGINES);
        Fx.run(() -> {
            two.openEngine(two.fleet().entries().values().stream().map(entry -> entry.engine()).filter(engine -> engine.name().equals("gpu-lon-03")).findFirst().orElseThrow().id());
            two.actions().run("engine-drain");
        });
        Fx.await("the dialog in the window in front", 10, () -> find(second, "confirm-dialog").isPresent());
        assertThat(find(first, "confirm-dialog")).isEmpty();
    }

    @Test
    void closingOneLeavesTheOtherLiveAndTheNextOneIsReadyMade() {
        Wiring one = Fx.call(sessions::current);
        Wiring two = further();
        Fx.run(() -> {
            second.stage().close();
            sessions.closed(second);
        });
        long frames = one.workspace().diagnostics.countsProperty().get().frames();
        Fx.await("more frames", 20, () -> one.workspace().diagnostics.countsProperty().get().frames() > frames);
        assertThat(Fx.call(sessions::current)).isSameAs(one);
        assertThat(further()).isSameAs(two);
    }

    @Test
    void aSessionOutlivesTheWindowThatLeavesItWhileAnotherStillShowsIt() {
        Wiring one = Fx.call(sessions::current);
        further();
        Fx.run(() -> {
            sessions.toFront(first);
            sessions.open(new SavedProfile("there", new ConnectionProfile("there", sandbox.url(), ProfileKind.DEVELOPMENT), one.session().profile().settings()), new ApiKey(sandbox.key()));
        });
        assertThat(second.stage().getTitle()).startsWith("sandbox");
        assertThat(first.stage().getTitle()).startsWith("there");
        long frames = one.workspace().diagnostics.countsProperty().get().frames();
        Fx.await("more frames", 20, () -> one.workspace().diagnostics.countsProperty().get().frames() > frames);
    }

    private Wiring further() {
        Wiring opened = Fx.call(() -> {
            Wiring made = sessions.openIn(second);
            second.stage().show();
            sessions.toFront(second);
            return made;
        });
        return opened;
    }

    private static Optional<Node> find(ConsoleWindow window, String id) {
        return Fx.call(() -> Optional.ofNullable(window.stage().getScene().lookup("#" + id)));
    }
}
