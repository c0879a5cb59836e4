package sh.inference.console;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

import sh.inference.console.cli.CommandLineReader;
import sh.inference.console.cli.LaunchOptions;
import sh.inference.console.cli.Terminal;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.settings.WindowFile;
import sh.inference.console.ui.common.Theme;

/** The window's life: opened on the sandbox or on a service, closed with everything that runs for it. */
public final class ConsoleApplication extends Application {
    private static final Logger LOG = System.getLogger(ConsoleApplication.class.getName());
    private final Terminal terminal = Terminal.ofProcess();
    private Optional<SandboxServer> sandbox = Optional.empty();
    private Optional<Wiring> wiring = Optional.empty();

    @Override
    public void start(Stage stage) {
        LaunchOptions options = new CommandLineReader(terminal, Wiring.messages(), Wiring.hasKey(), SandboxLaunch.drills()).read(getParameters().getRaw().toArray(String[]::new)).orElseThrow();
        ConfigFolder folder = Wiring.folder(options.config());
        Optional<URI> service = options.service(Wiring.hasKey());
        ApiKey key = new ApiKey(service.isPresent() ? Wiring.key() : "");
        try {
            LogFile.open(folder.logs(), options.verbose(), key);
        } catch (IOException unwritable) {
            leave(Wiring.messages().of("cli.error.folder", folder.logs().toString(), String.valueOf(unwritable.getMessage())));
            return;
        }
        ConnectionProfile profile;
        if (service.isPresent()) {
            profile = new ConnectionProfile(service.get().getHost(), service.get(), options.kind());
        } else {
            try {
                sandbox = Optional.of(Wiring.sandbox(options.sandbox()));
            } catch (IOException taken) {
                leave(Wiring.messages().of("cli.error.sandbox", String.valueOf(taken.getMessage())));
                return;
            }
            key = new ApiKey(sandbox.get().key());
            profile = new ConnectionProfile("sandbox", sandbox.get().url(), ProfileKind.SANDBOX);
        }
        open(stage, options, folder, new Wiring(profile, key, folder));
    }

    @Override
    public void stop() {
        wiring.ifPresent(Wiring::close);
        sandbox.ifPresent(SandboxServer::close);
    }

    private void open(Stage stage, LaunchOptions options, ConfigFolder folder, Wiring made) {
        wiring = Optional.of(made);
        boolean headless = Display.isHeadless();
        Scene scene = new Scene(made.root(), headless ? 1024 : 1440, headless ? 768 : 900);
        Theme theme = new Theme(Optional.empty());
        theme.apply(scene);
        made.dress(theme);
        stage.setScene(scene);
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.titleProperty().bind(made.shell().titleProperty());
        Optional<Smoke> smoke = options.smoke() || headless
                ? Optional.of(new Smoke(scene, made.shell(), made.fleet(), made.profile().baseUrl(), terminal, Wiring::sinceStart, this::exit))
                : Optional.empty();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            LOG.log(Level.ERROR, "A fault nobody expected", fault);
            smoke.ifPresentOrElse(running -> running.fail(fault), () -> made.shell().notice(Text.of("shell.fault")));
        });
        if (!headless && !options.smoke()) {
            WindowMemory memory = new WindowMemory(new WindowFile(folder.settings()), stage, made.shell());
            memory.restore();
            stage.setOnHiding(event -> memory.remember());
        }
        made.start();
        stage.show();
        WindowIcons.put(stage);
        smoke.ifPresent(Smoke::start);
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
