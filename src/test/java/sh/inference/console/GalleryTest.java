package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.SceneScan;
import sh.inference.console.testing.Screens;
import sh.inference.console.ui.palette.PaletteEntry;
import sh.inference.console.ui.shell.ShellViewModel;

/** Walks once through every page and dialog of the whole console, keeps their pictures and scans each for what shuts somebody out. */
@ExtendWith(FxExtension.class)
class GalleryTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> found = new ArrayList<>();
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private OpenConsole console;

    @AfterEach
    void close() {
        console.close();
        sandbox.close();
    }

    @Test
    void everyScreenIsPicturedAndAllInItHasANameAndIsLargeEnough() throws IOException {
        open();
        walk();
        assertThat(found).isEmpty();
    }

    @Test
    void everyActionHasAPaletteEntryAndKeysAloneReachIt() throws IOException {
        open();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Fx.await("the palette", 5, () -> console.find("palette").isPresent());
        List<String> listed = Fx.call(() -> ((ListView<?>) console.node("palette-list")).getItems().stream().map(item -> ((PaletteEntry) item).words()).toList());
        List<String> labels = console.wiring().actions().all().stream().map(action -> Wiring.messages().of(action.label())).toList();
        assertThat(listed).containsAll(labels);
        assertThat(labels).noneMatch(label -> label.startsWith("action."));
        robot.write("extend h100-west-2");
        robot.push(KeyCode.ENTER);
        Fx.await("the dialog", 10, () -> console.find("confirm-dialog").isPresent());
        robot.push(KeyCode.ESCAPE);
        Fx.await("the dialog gone", 5, () -> console.find("confirm-dialog").isEmpty());
        robot.push(KeyCode.F1);
        Fx.await("the sheet of keys", 5, () -> console.find("keys").isPresent());
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        Fx.await("the settings", 5, () -> console.find("settings").isPresent());
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Fx.await("the apps", 5, () -> console.isShown("apps-list"));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(Fx.call(() -> console.scene().getFocusOwner().getId())).isEqualTo("apps-search");
    }

    @Test
    void whatIsNotAsItShouldBeIsPicturedToo() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        sandbox.turn(Drill.SLOW_ANSWERS, true);
        show();
        keep("engines", "loading");
        run("page-apps");
        keep("apps", "loading");
        run("page-operations");
        keep("operations", "empty");
        sandbox.turn(Drill.SLOW_ANSWERS, false);
        console.awaitLive(24);
        run("page-engines");
        type("nothing is called so");
        keep("engines", "nothing-found");
        type("gpu-lon-0");
        Fx.await("the filtered rows", 10, () -> console.table("engines-table").getItems().size() == 6);
        Fx.run(() -> console.node("engines-table").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        Fx.await("the bar", 10, () -> console.isShown("bulk-bar"));
        keep("engines", "several");
        run("engines-drain");
        Fx.await("the dialog", 10, () -> console.isShown("bulk-dialog"));
        keep("bulk", "drain");
        Fx.run(() -> ((TextField) console.node("bulk-phrase")).setText("drain 4"));
        Fx.run(() -> ((Button) console.node("bulk-ok")).fire());
        Fx.await("the first one on its way", 20, () -> console.wiring().workspace().log.records().size() == 1);
        run("page-operations");
        keep("operations", "several");
        dialog("work", "work-list", "window");
        dialog("notices", "notices", "window");
        dialog("diagnostics", "diagnostics", "window");
        dialog("profile-manage", "profiles", "window");
        dialog("profile-add", "profile-editor", "window");
        Fx.run(() -> console.wiring().askToLeave(console.wiring().workspace().openWork(), () -> { }));
        Fx.await("the question", 5, () -> console.isShown("leave-dialog"));
        keep("window", "leave");
        robot.push(KeyCode.ESCAPE);
        Fx.await("the question gone", 5, () -> console.find("leave-dialog").isEmpty());
        assertThat(found).isEmpty();
    }

    private void type(String filter) {
        Fx.run(() -> ((TextField) console.node("engines-filter")).setText(filter));
        Fx.settle();
    }

    private void walk() {
        choose("gpu-lon-03");
        keep("engines", "details");
        for (String verb : List.of("engine-drain", "engine-update", "engine-stop")) {
            dialog(verb, "confirm-dialog", "confirm");
        }
        choose("h100-west-2");
        dialog("engine-extend", "confirm-dialog", "confirm");
        dialog("engine-restart", "confirm-dialog", "confirm");
        dialog("palette", "palette", "window");
        dialog("sheet", "keys", "window");
        dialog("settings", "settings", "window");
        run("page-apps");
        Fx.await("the apps", 20, () -> console.table("apps-list").getItems().size() == 18);
        Fx.run(() -> console.table("apps-list").getSelectionModel().select(0));
        Fx.await("the versions", 20, () -> console.table("versions-table").getItems().size() >= 3);
        keep("apps", "versions");
        run("page-operations");
        keep("operations", "none");
        for (ShellViewModel.Page page : ShellViewModel.Page.values()) {
            String name = page.name().toLowerCase(Locale.ROOT);
            if (!List.of("engines", "apps", "operations").contains(name)) {
                run("page-" + name);
                keep(name, "live");
            }
        }
        run("page-engines");
        sandbox.close();
        Fx.await("the loss to be noticed", 30, () -> !console.wiring().fleet().connection().freshness().isLive());
        keep("engines", "lost");
    }

    private void open() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        show();
        console.awaitLive(24);
    }

    private void show() {
        console = new OpenConsole(new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX), sandbox.key(), folder, 1280, 800);
        Fx.run(() -> console.wiring().dress(console.theme()));
    }

    private void run(String action) {
        Fx.await(action + " possible", 20, () -> console.wiring().actions().find(action).orElseThrow().whyNot().get().isEmpty());
        Fx.run(() -> console.wiring().actions().run(action));
        Fx.settle();
    }

    private void dialog(String action, String id, String screen) {
        run(action);
        Fx.await(action + " opens " + id, 5, () -> console.isShown(id));
        keep(screen, action);
        robot.push(KeyCode.ESCAPE);
        Fx.await(id + " gone", 5, () -> console.find(id).isEmpty() || !console.isShown(id));
    }

    private void choose(String name) {
        Fx.run(() -> console.wiring().openEngine(console.entry(name).engine().id()));
        Fx.settle();
    }

    private void keep(String screen, String state) {
        Fx.settle();
        Fx.run(() -> {
            Screens.saveAll(console.scene(), console.theme(), screen, state);
            SceneScan scan = new SceneScan(console.scene().getRoot());
            scan.withoutName().forEach(line -> note(screen, state, line));
            scan.tooSmall().forEach(line -> note(screen, state, line));
        });
    }

    private void note(String screen, String state, String line) {
        found.add(screen + "/" + state + ": " + line);
    }
}
