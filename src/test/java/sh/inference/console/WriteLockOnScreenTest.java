package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileBook;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProfileRepository;
import sh.inference.console.profile.ProfileSettings;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

/** The write lock as operators see it: production starts locked, an unlocking is seen and ends by itself, read-only stays so; and a journal that cannot be written. */
@ExtendWith(FxExtension.class)
class WriteLockOnScreenTest {
    private static final Duration SHORT = Duration.ofSeconds(6);
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
    void productionStartsLockedAndAnUnlockingIsSeenAndEndsByItself() throws IOException {
        try (StartedConsole console = opened(ProfileKind.PRODUCTION, WritePolicy.Start.LOCKED, SHORT)) {
            choose(console, "gpu-lon-03");
            assertThat(Fx.call(() -> console.text("write-lock"))).contains("locked");
            assertThat(Fx.call(() -> console.node("engine-drain").isDisabled())).isTrue();
            assertThat(Fx.call(() -> console.text("engine-reasons"))).contains("Writes are locked");
            console.picture("lock", "locked");
            console.choose("write-lock", "write-unlock");
            Fx.await("the drain possible", 5, () -> !console.node("engine-drain").isDisabled());
            assertThat(Fx.call(() -> console.text("write-lock"))).containsPattern("0:0\\d");
            console.picture("lock", "unlocked");
            Fx.await("the lock shut by itself", 15, () -> console.text("write-lock").contains("locked") && console.node("engine-drain").isDisabled());
        }
    }

    @Test
    void productionIsUnlockedForAQuarterOfAnHourUnlessItsSettingsSayOtherwise() throws IOException {
        try (StartedConsole console = opened(ProfileKind.PRODUCTION, WritePolicy.Start.LOCKED, WritePolicy.STANDARD)) {
            console.choose("write-lock", "write-unlock");
            Fx.await("the time left", 5, () -> console.text("write-lock").matches(".*1[45]:\\d\\d.*"));
        }
    }

    @Test
    void aReadOnlyProfileOffersNoWayToUnlockIt() throws IOException {
        try (StartedConsole console = opened(ProfileKind.STAGING, WritePolicy.Start.READ_ONLY, SHORT)) {
            choose(console, "gpu-lon-03");
            List<MenuItem> items = console.items("write-lock");
            assertThat(items).singleElement().satisfies(only -> assertThat(only.isDisable()).isTrue());
            assertThat(Fx.call(() -> console.node("engine-drain").isDisabled())).isTrue();
            assertThat(Fx.call(() -> console.text("engine-reasons"))).contains("read-only");
            console.picture("lock", "read-only");
        }
    }

    @Test
    void whileTheJournalCannotBeWrittenNothingIsSentAndTheWindowSaysWhy() throws IOException {
        try (StartedConsole console = opened(ProfileKind.DEVELOPMENT, WritePolicy.Start.OPEN, SHORT)) {
            choose(console, "gpu-lon-03");
            Fx.await("the drain possible", 10, () -> !console.node("engine-drain").isDisabled());
            console.press("engine-drain");
            console.awaitShown("confirm-dialog");
            Path journal = folder.resolve("journal/journal.jsonl");
            // At one stroke, there and back: what the console writes in between would stand in the way.
            Files.createLink(journal.resolveSibling("kept"), journal);
            Path directory = Files.createSymbolicLink(journal.resolveSibling("directory"), journal.getParent());
            Files.move(directory, journal, StandardCopyOption.ATOMIC_MOVE);
            Fx.await("the way to send it", 10, () -> !console.node("confirm-ok").isDisabled());
            console.press("confirm-ok");
            Fx.await("the reason in the dialog", 15, () -> console.isShown("confirm-problem") || console.isShown("confirm-obstacle") && !console.text("confirm-obstacle").isBlank());
            console.picture("confirm", "journal-unwritable");
            console.press("confirm-cancel");
            Fx.await("the drain off", 10, () -> console.node("engine-drain").isDisabled());
            assertThat(Fx.call(() -> console.text("engine-reasons"))).contains("journal").contains("cannot be written");
            console.press("nav-journal");
            console.awaitShown("journal-trouble");
            console.picture("journal", "unwritable");
            assertThat(service.url()).isNotNull();
            Files.move(journal.resolveSibling("kept"), journal, StandardCopyOption.ATOMIC_MOVE);
            console.press("nav-engines");
            Fx.await("the drain possible again by itself", 15, () -> !console.node("engine-drain").isDisabled());
        }
    }

    private StartedConsole opened(ProfileKind kind, WritePolicy.Start start, Duration unlocked) throws IOException {
        ProfileSettings usual = ProfileSettings.of(kind);
        SavedProfile profile = new SavedProfile("p", new ConnectionProfile("eu-west", service.url(), kind), new ProfileSettings(new WritePolicy(start, unlocked), usual.proxy(),
                usual.certificates(), usual.connectTimeout(), usual.replyTimeout(), usual.reconcile(), usual.sendApiVersion(), usual.plainAccepted()));
        new ProfileRepository(folder, Clock.systemUTC()).save(ProfileBook.EMPTY.with(profile).opened("p"));
        StartedConsole console = new StartedConsole(folder);
        console.awaitShown("key-prompt");
        if (start == WritePolicy.Start.READ_ONLY) {
            console.picture("key", "missing");
        }
        console.type("key-secret", service.key());
        console.press("key-give");
        console.awaitEngines(24);
        Fx.await("a live fleet", 20, () -> console.text("freshness").startsWith("Live"));
        return console;
    }

    private static void choose(StartedConsole console, String engine) {
        TableView<?> table = (TableView<?>) console.node("engines-table");
        Fx.run(() -> {
            table.getItems().stream().filter(row -> row instanceof sh.inference.console.ui.engines.EngineRow one && one.engine().name().equals(engine)).findFirst()
                    .ifPresent(row -> table.scrollTo(table.getItems().indexOf(row)));
            table.getSelectionModel().select(indexOf(table, engine));
            table.requestFocus();
        });
        new org.testfx.api.FxRobot().push(javafx.scene.input.KeyCode.ENTER);
        console.awaitShown("engine-drain");
    }

    private static int indexOf(TableView<?> table, String engine) {
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i) instanceof sh.inference.console.ui.engines.EngineRow row && row.engine().name().equals(engine)) {
                return i;
            }
        }
        throw new AssertionError("no row of " + engine);
    }
}
