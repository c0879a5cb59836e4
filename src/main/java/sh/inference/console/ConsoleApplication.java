package sh.inference.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import sh.inference.console.cli.CommandLineReader;
import sh.inference.console.cli.LaunchOptions;
import sh.inference.console.cli.Terminal;
import sh.inference.console.fx.UiThread;
import sh.inference.console.journal.Journal;
import sh.inference.console.model.FileFault;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.KnownKeys;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.settings.WindowFile;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.shell.OpenWork;
import sh.inference.console.ui.profile.ProfileActions;

/** The window's life: opened on the sandbox or on a service, closed with everything that runs for it. */
public final class ConsoleApplication extends Application {
    private static final Logger LOG = System.getLogger(ConsoleApplication.class.getName());
    /** What a window is given where there is room. */
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    /** What a window manager puts around it: a title and edges. */
    private static final double FRAME = 60;
    private final Terminal terminal = Terminal.ofProcess();
    private final FutureTask<SandboxServer> sandbox = new FutureTask<>(() -> Wiring.sandbox(this.options.sandbox()));
    private final UiThread later = new UiThread();
    private final Runnable firstPicture = this::drawn;
    private Optional<Sessions> sessions = Optional.empty();
    private Optional<Smoke> smoke = Optional.empty();
    private boolean told;
    private LaunchOptions options;
    private ConfigFolder folder;
    private Stage stage;
    private Theme theme;

    @Override
    public void start(Stage primary) {
        start(primary, getParameters().getRaw());
    }

    /** What all its windows are dressed by. */
    Theme theme() {
        return theme;
    }

    /** Starts in a window with arguments as on the command line. */
    void start(Stage primary, List<String> arguments) {
        stage = primary;
        options = new CommandLineReader(terminal, Wiring::messages, Environment.hasKey(), SandboxLaunch.drills()).read(arguments.toArray(String[]::new)).orElseThrow();
        folder = Environment.folder(options.config());
        KnownKeys known = new KnownKeys();
        try {
            LogFile.open(folder.logs(), options.verbose(), known);
        } catch (IOException unwritable) {
            leave(Wiring.messages().of("cli.error.folder", folder.logs().toString(), FileFault.why(unwritable)));
            return;
        }
        Sessions made = new Sessions(folder, known, Wiring.clock(), this::onSandbox, this::openWindow);
        sessions = Optional.of(made);
        boolean started = folder.settings().resolve("profiles.json").toFile().exists();
        if (isForced() ? options.service(Environment.hasKey()).isEmpty() : made.profiles().book().last().isEmpty()) {
            // The sandbox starts beside the window, which asks for it when it makes its first session.
            Thread.ofPlatform().name("sandbox-start").start(sandbox);
        }
        theme = new Theme(Optional.empty());
        boolean headless = Display.isHeadless();
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        ConsoleWindow window = new ConsoleWindow(stage, theme, this::browse, headless ? 1024 : Math.min(WIDTH, room.getWidth()), headless ? 768 : Math.min(HEIGHT, room.getHeight()));
        // Where the screen is smaller than that, every pixel of it is of use.
        stage.setMaximized(!headless && (room.getWidth() < WIDTH || room.getHeight() < HEIGHT + FRAME));
        made.begin(window);
        follow(window);
        try {
            openFirst(made);
        } catch (UncheckedIOException taken) {
            leave(Wiring.messages().of("cli.error.sandbox", String.valueOf(taken.getCause().getMessage())));
            return;
        }
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            LOG.log(Level.ERROR, "A fault nobody expected", fault);
            smoke.ifPresentOrElse(running -> running.fail(fault), () -> made.current().shell().notice(Text.of("shell.fault")));
        });
        watch(made.current(), window);
        // What was answered meanwhile is taken over in the first of these steps and drawn up in the second: then all of it is styled and laid out at once.
        later.execute(() -> later.execute(() -> appear(made, started)));
    }

    private void appear(Sessions made, boolean started) {
        stage.getScene().addPostLayoutPulseListener(firstPicture);
        stage.show();
        WindowIcons.put(stage);
        smoke.ifPresent(Smoke::start);
        made.profiles().finding().ifPresent(made.current()::say);
        if (!started && !isForced()) {
            made.profiles().welcomed();
            SandboxOptions inside = SandboxLaunch.options(options.sandbox(), Wiring.clock());
            made.current().dialogs().welcome(inside.engines(), inside.apps());
        }
    }

    private void drawn() {
        stage.getScene().removePostLayoutPulseListener(firstPicture);
        sessions.ifPresent(Sessions::drawn);
    }

    @Override
    public void stop() {
        sessions.ifPresent(Sessions::close);
        if (!sandbox.cancel(false) && sandbox.state() == FutureTask.State.SUCCESS) {
            sandbox.resultNow().close();
        }
    }

    /** What was asked for, else what was shown last, else the sandbox. */
    private void openFirst(Sessions made) {
        Optional<URI> service = options.service(Environment.hasKey());
        if (service.isPresent()) {
            made.open(SavedProfile.passing(new ConnectionProfile(service.get().getHost(), service.get(), options.kind())), new ApiKey(Environment.key()));
        } else {
            made.open(isForced() ? "" : made.profiles().book().last());
        }
    }

    /** Whether the command line says what to show. */
    private boolean isForced() {
        return options.sandboxAsked() || options.smoke() || Display.isHeadless() || options.service(Environment.hasKey()).isPresent();
    }

    private Session onSandbox(Journal journal, ProfileActions profiles) {
        SandboxServer server = sandbox();
        Optional<Text> finding = told ? Optional.empty() : SandboxLaunch.finding(server);
        told = true;
        // Said when the window that is being made is there to say it in.
        finding.ifPresent(found -> later.execute(() -> sessions.orElseThrow().current().say(found)));
        ConnectionProfile place = new ConnectionProfile("sandbox", server.url(), ProfileKind.SANDBOX);
        return Session.of(SavedProfile.passing(place), new ApiKey(server.key()), folder, journal, profiles);
    }

    /** The one sandbox of the process, started now if it has not been. */
    private SandboxServer sandbox() {
        sandbox.run();
        try {
            return sandbox.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException taken) {
                throw new UncheckedIOException(taken);
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** In a window somebody works in, its place is remembered; otherwise it is watched until it shows what it should. */
    private void watch(Wiring first, ConsoleWindow window) {
        if (options.smoke() || Display.isHeadless()) {
            smoke = Optional.of(new Smoke(stage.getScene(), first.shell(), first.fleet(), first.profile().baseUrl(), terminal, Wiring.sinceStart(), this::exit));
        } else {
            WindowMemory memory = new WindowMemory(new WindowFile(folder.settings()), stage, () -> sessions.orElseThrow().current().shell(), first::say);
            memory.restore();
            stage.setOnHiding(event -> memory.remember());
            stage.setOnHidden(event -> sessions.orElseThrow().closed(window));
            stage.setOnCloseRequest(event -> askToLeave(event, stage));
        }
    }

    private void browse(URI page) {
        getHostServices().showDocument(page.toString());
    }

    private void follow(ConsoleWindow shown) {
        shown.stage().focusedProperty().subscribe(focused -> {
            if (focused) {
                sessions.orElseThrow().toFront(shown);
            }
        });
    }

    /** A further window, a little below the one in front. */
    private void openWindow() {
        Stage front = Window.getWindows().stream().filter(one -> one instanceof Stage && one.isFocused()).map(Stage.class::cast).findFirst().orElse(stage);
        ConsoleWindow further = new ConsoleWindow(new Stage(), theme, this::browse, front.getScene().getWidth(), front.getScene().getHeight());
        further.stage().setX(front.getX() + 32);
        further.stage().setY(front.getY() + 32);
        sessions.orElseThrow().openIn(further);
        follow(further);
        further.stage().setOnCloseRequest(event -> askToLeave(event, further.stage()));
        further.stage().setOnHidden(event -> {
            theme.forget(further.stage().getScene());
            sessions.orElseThrow().closed(further);
        });
        further.stage().show();
        WindowIcons.put(further.stage());
    }

    /** What was confirmed and would not be done any more is named first, when the last window closes. */
    private void askToLeave(WindowEvent closing, Stage leaving) {
        boolean last = Window.getWindows().stream().noneMatch(other -> other instanceof Stage && other != leaving && other.isShowing());
        OpenWork work = sessions.map(Sessions::openWork).orElse(OpenWork.NONE);
        if (last && work.endsWithConsole() && !Display.isHeadless()) {
            closing.consume();
            sessions.orElseThrow().current().askToLeave(work, leaving::hide);
        }
    }

    private void exit(int status) {
        stop();
        System.exit(status);
    }

    private void leave(String why) {
        terminal.error(why);
        System.exit(1);
    }
}
