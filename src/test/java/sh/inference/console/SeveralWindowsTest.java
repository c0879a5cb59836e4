package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.scene.Node;
import javafx.scene.control.TableView;
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
import sh.inference.console.settings.Settings;
import sh.inference.console.settings.SettingsFile;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.engines.EngineRow;
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
            two.openEngine(id(two, "gpu-lon-03"));
            two.actions().run("engine-drain");
        });
        Fx.await("the dialog in the window in front", 10, () -> find(second, "confirm-dialog").isPresent());
        assertThat(find(first, "confirm-dialog")).isEmpty();
    }

    @Test
    void closingOneLeavesTheOtherLiveAndTheNextOneIsReadyMade() {
        Wiring one = Fx.call(sessions::current);
        Wiring two = further();
        shut();
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

    @Test
    void whatIsChosenInOneWindowCountsInAllAlsoOnAnotherProfile() {
        Wiring one = Fx.call(sessions::current);
        further();
        Fx.run(() -> sessions.open(new SavedProfile("there", new ConnectionProfile("there", sandbox.url(), ProfileKind.DEVELOPMENT), one.session().profile().settings()), new ApiKey(sandbox.key())));
        Wiring other = Fx.call(sessions::current);
        assertThat(other.workspace()).isNotSameAs(one.workspace());
        Fx.run(() -> {
            one.workspace().choices.store().change(now -> now.withTheme(Settings.ThemeChoice.LIGHT));
            other.workspace().choices.store().change(now -> now.withTextPercent(150));
        });
        assertThat(one.workspace().choices.store().now()).isEqualTo(Settings.STANDARD.withTheme(Settings.ThemeChoice.LIGHT).withTextPercent(150));
        Fx.await("both in the file", 10, () -> new SettingsFile(folder).read().settings().equals(one.workspace().choices.store().now()));
    }

    @Test
    void aClosedWindowFollowsNothingAndIsUpToDateWhenItOpensAgain() {
        Wiring one = Fx.call(sessions::current);
        Wiring two = further();
        shut();
        String line = Fx.call(() -> two.shell().lineProperty().get());
        List<EngineEntry> left = Fx.call(() -> entries(second));
        long updates = Fx.call(() -> one.fleet().updatesProperty().get());
        Fx.await("news of the fleet, and a later second", 30, () -> one.fleet().updatesProperty().get() > updates + 20 && !one.shell().lineProperty().get().equals(line));
        assertThat(Fx.call(() -> entries(first))).containsExactlyInAnyOrderElementsOf(Fx.call(() -> one.fleet().entries().values()));
        assertThat(Fx.call(() -> entries(second))).as("rows nobody sees").isEqualTo(left);
        assertThat(Fx.call(() -> two.shell().lineProperty().get())).isEqualTo(line);
        further();
        Fx.settle();
        assertThat(Fx.call(() -> entries(second).equals(left))).isFalse();
        assertThat(Fx.call(() -> Set.copyOf(entries(second)).equals(Set.copyOf(one.fleet().entries().values())))).isTrue();
        Fx.await("seconds that pass again", 10, () -> !two.shell().lineProperty().get().equals(line));
    }

    @Test
    void whatAClosedWindowAskedIsCancelled() {
        Wiring two = further();
        Fx.run(() -> {
            two.openEngine(id(two, "gpu-lon-03"));
            two.actions().run("engine-drain");
        });
        Fx.await("the dialog", 10, () -> find(second, "confirm-dialog").isPresent());
        shut();
        further();
        assertThat(find(second, "confirm-dialog")).isEmpty();
        assertThat(Fx.call(() -> two.workspace().log.records().stream().noneMatch(record -> record.state().isUnderway()))).isTrue();
    }

    private void shut() {
        Fx.run(() -> {
            second.stage().close();
            sessions.closed(second);
        });
    }

    private static List<EngineEntry> entries(ConsoleWindow window) {
        return ((TableView<?>) window.stage().getScene().lookup("#engines-table")).getItems().stream().map(row -> ((EngineRow) row).entry()).toList();
    }

    private static String id(Wiring wiring, String name) {
        return wiring.fleet().entries().values().stream().map(EngineEntry::engine).filter(engine -> engine.name().equals(name)).findFirst().orElseThrow().id();
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
