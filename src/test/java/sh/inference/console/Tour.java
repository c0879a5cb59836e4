package sh.inference.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import sh.inference.console.journal.Journal;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.state.VersionBadge;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.JournalLines;
import sh.inference.console.testing.Keys;
import sh.inference.console.ui.apps.AppRow;
import sh.inference.console.ui.shell.ShellViewModel;
import sh.inference.console.ui.versions.VersionRow;

/** A walk past every page, dialog and state of one started console; whoever is shown around looks at each. It finds its way by ids, in any language. */
final class Tour implements AutoCloseable {
    /** Looks at what the walk has come to. */
    interface Visitor {
        void look(OpenConsole console, String screen, String state);
    }

    private static final String FULL = "h100-west-2";
    private final SandboxServer sandbox;
    private final OpenConsole console;
    private final Visitor visitor;

    /** @param settings what stands in the settings file of the console, as JSON */
    private Tour(SandboxServer sandbox, Path folder, String settings, Visitor visitor) {
        this.sandbox = sandbox;
        this.visitor = visitor;
        try {
            Files.writeString(folder.resolve("settings.json"), settings);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        console = new OpenConsole(new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX), sandbox.key(), folder, 1280, 800);
        Fx.run(() -> console.wiring().dress(console.theme()));
    }

    /** From the first answer, which is slow, over every page and dialog, to the loss of the line. */
    static void everything(Path folder, String settings, Visitor visitor) {
        SandboxServer sandbox = start(SandboxOptions.defaults(Clock.systemUTC()));
        sandbox.turn(Drill.SLOW_ANSWERS, true);
        try (Tour tour = new Tour(sandbox, folder, settings, visitor)) {
            tour.beforeAnything();
            tour.engines();
            tour.window();
            tour.apps();
            tour.several();
            tour.drawers();
            tour.lost();
        }
    }

    /** The same pages with as many engines and apps as there are in an account. */
    static void fleet(Path folder, String settings, int engines, int apps, Visitor visitor) {
        SandboxServer sandbox = start(SandboxOptions.defaults(Clock.systemUTC()).withEngines(engines).withApps(apps).withRate(engines > 100 ? 20 : 0));
        try (Tour tour = new Tour(sandbox, folder, settings, visitor)) {
            String state = engines == 0 ? "empty" : engines + "-rows";
            tour.console.awaitLive(engines);
            tour.look("engines", state);
            tour.run("page-apps");
            Fx.await("the apps", 20, () -> !tour.console.table("apps-list").getItems().isEmpty());
            tour.look("apps", apps + "-rows");
        }
    }

    /** The journal of somebody who has worked for months. */
    static void history(Path folder, String settings, int operations, Visitor visitor) {
        try {
            JournalLines.fill(new Journal(ConfigFolder.under(folder).journal(), "ada"), operations);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        try (Tour tour = new Tour(start(SandboxOptions.defaults(Clock.systemUTC())), folder, settings, visitor)) {
            tour.console.awaitLive(24);
            tour.run("page-journal");
            Fx.await("what was done", 20, () -> tour.console.table("journal-table").getItems().size() >= operations);
            tour.look("journal", operations + "-rows");
        }
    }

    /** Nothing but a page for browsers is ever answered. */
    static void trouble(Path folder, String settings, Visitor visitor) {
        SandboxServer sandbox = start(SandboxOptions.defaults(Clock.systemUTC()));
        sandbox.turn(Drill.GATEWAY_HTML, true);
        try (Tour tour = new Tour(sandbox, folder, settings, visitor)) {
            Fx.await("the problem", 20, () -> tour.console.isShown("banner"));
            for (ShellViewModel.Page page : ShellViewModel.Page.values()) {
                tour.run("page-" + word(page));
                tour.look(word(page), "error");
            }
        }
    }

    private void beforeAnything() {
        look("engines", "loading");
        run("page-apps");
        look("apps", "loading");
        run("page-operations");
        look("operations", "empty");
        run("page-journal");
        look("journal", "empty");
        sandbox.turn(Drill.SLOW_ANSWERS, false);
        console.awaitLive(24);
        run("page-engines");
    }

    private void engines() {
        look("engines", "live");
        choose("gpu-lon-03");
        look("engines", "details");
        for (String verb : List.of("engine-drain", "engine-update", "engine-stop")) {
            dialog(verb, "confirm-dialog", "confirm");
        }
        choose(FULL);
        for (String verb : List.of("engine-extend", "engine-restart", "engine-rename")) {
            dialog(verb, "confirm-dialog", "confirm");
        }
    }

    private void window() {
        dialog("palette", "palette", "window");
        run("palette");
        Keys.write("nothing is called so");
        look("window", "palette-nothing");
        Keys.push(KeyCode.ESCAPE);
        Fx.await("the palette gone", 5, () -> console.find("palette").isEmpty());
        dialog("sheet", "keys", "window");
        dialog("settings", "settings", "window");
        dialog("profile-manage", "profiles", "window");
        dialog("profile-add", "profile-editor", "window");
        Fx.run(() -> console.wiring().askToLeave(console.wiring().workspace().openWork(), () -> { }));
        Fx.await("the question", 5, () -> console.isShown("leave-dialog"));
        look("window", "leave");
        Keys.push(KeyCode.ESCAPE);
        Fx.await("the question gone", 5, () -> console.find("leave-dialog").isEmpty());
    }

    private void apps() {
        run("page-apps");
        Fx.await("the apps", 20, () -> console.table("apps-list").getItems().size() == 18);
        look("apps", "live");
        int app = console.indexOf("apps-list", row -> row instanceof AppRow one && one.line().name().equals("video-interp"));
        Fx.run(() -> console.table("apps-list").getSelectionModel().select(app));
        openDetails("apps-list");
        Fx.await("the versions", 20, () -> console.indexOf("versions-table", Tour::isNewer) >= 0);
        look("apps", "versions");
        dialog("app-status", "confirm-dialog", "confirm");
        Fx.run(() -> console.table("versions-table").getSelectionModel().select(console.indexOf("versions-table", Tour::isNewer)));
        Fx.settle();
        dialog("version-promote", "confirm-dialog", "confirm");
        run("version-compare");
        Fx.await("the comparison", 10, () -> console.isShown("compare"));
        Fx.await("the comparison", 10, () -> !((ListView<?>) console.node("compare-diff")).getItems().isEmpty());
        look("apps", "compared");
        Fx.run(() -> ((Button) console.node("compare-back")).fire());
        backToTheList("apps-page-back");
        Fx.run(() -> ((TextField) console.node("apps-search")).setText("nothing is called so"));
        Fx.await("no apps", 10, () -> console.text("apps-loaded").replaceAll("\\D+", " ").strip().equals("0 0"));
        look("apps", "nothing-found");
        Fx.run(() -> ((TextField) console.node("apps-search")).clear());
        Fx.await("the apps", 10, () -> console.table("apps-list").getItems().size() == 18);
    }

    /** What is asked of several engines at once, and what came of it. */
    private void several() {
        run("page-engines");
        filter("nothing is called so");
        look("engines", "nothing-found");
        filter("gpu-lon-0");
        Fx.await("the filtered rows", 10, () -> console.table("engines-table").getItems().size() == 6);
        Fx.run(() -> console.node("engines-table").requestFocus());
        Keys.push(KeyCode.CONTROL, KeyCode.A);
        Fx.await("the bar", 10, () -> console.isShown("bulk-bar"));
        look("engines", "several");
        run("engines-drain");
        Fx.await("the dialog", 10, () -> console.isShown("bulk-dialog"));
        look("bulk", "drain");
        Fx.run(() -> ((TextField) console.node("bulk-phrase")).setText(console.text("bulk-phrase-shown")));
        Fx.run(() -> ((Button) console.node("bulk-ok")).fire());
        Fx.await("the first one on its way", 20, () -> console.wiring().workspace().log.records().size() == 1);
        filter("");
        run("page-operations");
        look("operations", "several");
        Fx.run(() -> ((ListView<?>) console.node("operations-list")).getSelectionModel().select(0));
        openDetails("operations-list");
        look("operations", "details");
        backToTheList("operations-page-back");
        run("page-journal");
        look("journal", "live");
        Fx.run(() -> console.table("journal-table").getSelectionModel().select(0));
        openDetails("journal-table");
        look("journal", "details");
        backToTheList("journal-split-back");
    }

    private void drawers() {
        dialog("work", "work-list", "window");
        dialog("notices", "notices", "window");
        dialog("diagnostics", "diagnostics", "window");
    }

    /** Every page while nothing comes in any more. */
    private void lost() {
        sandbox.close();
        Fx.await("the loss to be noticed", 30, () -> !console.wiring().fleet().connection().freshness().isLive() && console.isShown("banner"));
        for (ShellViewModel.Page page : ShellViewModel.Page.values()) {
            run("page-" + word(page));
            look(word(page), "lost");
        }
    }

    /** What is chosen in a list, also where the details have no room beside it. */
    private void openDetails(String list) {
        Fx.run(() -> console.node(list).requestFocus());
        Keys.push(KeyCode.ENTER);
    }

    private void backToTheList(String button) {
        if (Fx.call(() -> console.isShown(button))) {
            Fx.run(() -> ((Button) console.node(button)).fire());
        }
        Fx.settle();
    }

    private void filter(String words) {
        Fx.run(() -> ((TextField) console.node("engines-filter")).setText(words));
        Fx.settle();
    }

    private void run(String action) {
        Fx.await(action + " possible", 20, () -> console.wiring().actions().find(action).orElseThrow().whyNot().get().isEmpty());
        Fx.run(() -> console.wiring().actions().run(action));
        Fx.settle();
    }

    private void dialog(String action, String id, String screen) {
        run(action);
        Fx.await(action + " opens " + id, 5, () -> console.isShown(id));
        look(screen, action);
        Keys.push(KeyCode.ESCAPE);
        Fx.await(id + " gone", 5, () -> console.find(id).isEmpty() || !console.isShown(id));
    }

    private void choose(String name) {
        Fx.run(() -> console.wiring().openEngine(console.entry(name).engine().id()));
        Fx.settle();
    }

    private void look(String screen, String state) {
        Fx.settle();
        visitor.look(console, screen, state);
    }

    private static boolean isNewer(Object row) {
        return row instanceof VersionRow version && version.line().badge() == VersionBadge.NEWER_NEVER_CURRENT;
    }

    private static String word(ShellViewModel.Page page) {
        return page.name().toLowerCase(Locale.ROOT);
    }

    private static SandboxServer start(SandboxOptions options) {
        try {
            return SandboxServer.start(options);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    @Override
    public void close() {
        console.close();
        sandbox.close();
    }
}
