package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.Popups;
import sh.inference.console.testing.SceneScan;
import sh.inference.console.testing.Screens;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.palette.PaletteEntry;

/** Walks through every page, dialog and state of the whole console, keeps their pictures and scans each for what shuts somebody out. */
@ExtendWith(FxExtension.class)
class GalleryTest {
    private static final List<int[]> SIZES = List.of(new int[] {1280, 800}, new int[] {1920, 1080});
    /** Where everything that pops up can be opened. */
    private static final Set<String> WITH_MENUS = Set.of("engines/details", "engines/several", "apps/versions", "apps/compared", "operations/details", "journal/details",
            "window/profile-add", "bulk/drain");
    /** What was found, and where it was found first. */
    private final Set<String> found = new TreeSet<>();
    private final Set<String> scanned = new HashSet<>();
    private final Map<Look, Set<String>> pictured = new EnumMap<>(Look.class);
    @TempDir
    private Path folder;

    @Test
    void everyScreenIsPicturedAndNothingInItIsNamelessSmallOrCut() {
        Tour.everything(folder, "{}", this::pictureAndScan);
        report();
    }

    /** English with accents that is longer by two fifths, the language that needs most room of those there are, and text of twice the size. */
    @ParameterizedTest
    @ValueSource(strings = {"\"language\":\"en-XA\"", "\"language\":\"de\"", "\"text_percent\":200"})
    void nothingIsNamelessSmallOrCutInLongerLanguagesAndAtTwiceTheSize(String setting) {
        String look = setting.replaceAll(".*:|\"", "");
        Tour.everything(folder, "{" + setting + "}", (console, screen, state) -> scan(console, look, screen, state));
        report();
    }

    @Test
    void everyNumberOfRowsAndEveryKindOfTroubleIsPictured() {
        Tour.trouble(folder, "{}", this::pictureAndScan);
        Tour.fleet(folder, "{}", 0, 1, this::pictureAndScan);
        Tour.fleet(folder, "{}", 3, 3, this::pictureAndScan);
        Tour.fleet(folder, "{}", 10_000, 5000, this::pictureAndScan);
        Tour.history(folder, "{}", 10_000, this::pictureAndScan);
        report();
    }

    @Test
    void everyActionHasAPaletteEntryAndKeysAloneReachIt() throws IOException {
        try (SandboxServer sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
                OpenConsole console = new OpenConsole(new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX), sandbox.key(), folder, 1280, 800)) {
            console.awaitLive(24);
            Keys.push(KeyCode.CONTROL, KeyCode.K);
            Fx.await("the palette", 5, () -> console.find("palette").isPresent());
            List<String> listed = Fx.call(() -> ((ListView<?>) console.node("palette-list")).getItems().stream().map(item -> ((PaletteEntry) item).words()).toList());
            List<String> labels = console.wiring().actions().all().stream().map(action -> Wiring.messages().of(action.label())).toList();
            assertThat(listed).containsAll(labels);
            assertThat(labels).noneMatch(label -> label.startsWith("action."));
            Keys.write("extend h100-west-2");
            Keys.push(KeyCode.ENTER);
            Fx.await("the dialog", 10, () -> console.find("confirm-dialog").isPresent());
            Keys.push(KeyCode.ESCAPE);
            Fx.await("the dialog gone", 5, () -> console.find("confirm-dialog").isEmpty());
            Keys.push(KeyCode.F1);
            Fx.await("the sheet of keys", 5, () -> console.find("keys").isPresent());
            Keys.push(KeyCode.ESCAPE);
            Keys.push(KeyCode.CONTROL, KeyCode.COMMA);
            Fx.await("the settings", 5, () -> console.find("settings").isPresent());
            Keys.push(KeyCode.ESCAPE);
            Keys.push(KeyCode.CONTROL, KeyCode.DIGIT2);
            Fx.await("the apps", 5, () -> console.isShown("apps-list"));
            Keys.push(KeyCode.CONTROL, KeyCode.F);
            assertThat(Fx.call(() -> console.scene().getFocusOwner().getId())).isEqualTo("apps-search");
        }
    }

    private void pictureAndScan(OpenConsole console, String screen, String state) {
        scan(console, "100 %", screen, state);
        Screens.saveAll(console.scene(), console.theme(), screen, state);
        Fx.settle();
        if (WITH_MENUS.contains(screen + "/" + state)) {
            for (Look look : Look.values()) {
                Fx.run(() -> console.theme().choose(Optional.of(look)));
                new Popups(console.scene(), pictured.computeIfAbsent(look, made -> new HashSet<>()), (name, popup) -> Screens.save(popup, "menu", name, look)).all();
            }
        }
    }

    private void scan(OpenConsole console, String look, String screen, String state) {
        for (int[] size : SIZES) {
            Fx.run(() -> {
                Screens.layOut(console.scene(), size[0], size[1]);
                List<String> lines = new SceneScan(console.scene().getRoot()).all();
                lines.forEach(line -> found.add("%s, %dx%d: %s (%s/%s)".formatted(look, size[0], size[1], line, screen, state)));
                if (!lines.isEmpty()) {
                    Screens.saveFound(console.scene(), look.replace(" %", "") + "-" + screen + "-" + state, size[0], size[1]);
                }
            });
        }
        Fx.run(() -> Screens.layOut(console.scene(), (int) console.scene().getWidth(), (int) console.scene().getHeight()));
        if (WITH_MENUS.contains(screen + "/" + state)) {
            new Popups(console.scene(), scanned, (name, popup) -> scanPopup(popup, look, name, screen + "/" + state)).all();
        }
    }

    private void scanPopup(Scene popup, String look, String name, String where) {
        List<String> lines = new SceneScan(popup.getRoot()).all();
        lines.forEach(line -> found.add("%s, %s: %s (%s)".formatted(look, name, line, where)));
        if (!lines.isEmpty()) {
            Screens.saveFound(popup, look.replace(" %", "") + "-" + name, (int) popup.getWidth(), (int) popup.getHeight());
        }
    }

    private void report() {
        assertThat(found).as("what shuts somebody out; pictures are in target/failures").isEmpty();
    }
}
