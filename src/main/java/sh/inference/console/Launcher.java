package sh.inference.console;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import javafx.application.Application;

import sh.inference.console.cli.CommandLineReader;
import sh.inference.console.cli.LaunchOptions;
import sh.inference.console.cli.Terminal;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.ui.common.Fonts;

/** Where the process starts: reads the command line, then opens the window or runs without one. */
public final class Launcher {
    private Launcher() {
    }

    public static void main(String[] args) throws InterruptedException {
        // Before anything speaks to the network: it is looked at once.
        System.setProperty("java.net.useSystemProxies", System.getProperty("java.net.useSystemProxies", "true"));
        boolean display = Display.isPresent(System.getProperty("os.name"), System.getenv(), System.getProperty("glass.platform"));
        if (args.length == 0) {
            // An icon's start is sure to open a window.
            prepare(display);
        }
        Terminal terminal = Terminal.ofProcess();
        CommandLineReader reader = new CommandLineReader(terminal, Wiring::messages, Environment.hasKey(), SandboxLaunch.drills());
        Optional<LaunchOptions> read = reader.read(args);
        if (read.isEmpty()) {
            System.exit(reader.status());
        }
        LaunchOptions options = read.get();
        if (options.errand().isPresent()) {
            System.exit(HeadlessLaunch.run(options.errand().get(), options, terminal, Clock.systemUTC()));
        }
        if (options.serveSandbox()) {
            serve(options, terminal);
            return;
        }
        if (args.length > 0) {
            prepare(display);
        }
        if (!display && !options.smoke()) {
            // A sandbox that is shown on no display need not wait until the words of that are read.
            Thread remark = Thread.ofPlatform().daemon().name("no-display").start(() -> terminal.error(Wiring.messages().of("cli.error.no-display")));
            if (options.service(Environment.hasKey()).isPresent()) {
                remark.join();
                System.exit(3);
            }
        }
        Application.launch(ConsoleApplication.class, args);
    }

    /** What a window needs and takes long to read is read beside the start of the toolkit. */
    private static void prepare(boolean display) {
        if (!display) {
            Display.goHeadless();
        }
        Thread.ofPlatform().daemon().name("fonts").start(Fonts::load);
        Thread.ofPlatform().daemon().name("words").start(Wiring::messages);
    }

    private static void serve(LaunchOptions options, Terminal terminal) throws InterruptedException {
        SandboxServer server;
        try {
            server = Wiring.sandbox(options.sandbox());
        } catch (IOException taken) {
            terminal.error(Wiring.messages().of("cli.error.sandbox", String.valueOf(taken.getMessage())));
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        SandboxLaunch.finding(server).ifPresent(finding -> terminal.error(Wiring.messages().of(finding)));
        terminal.line(SandboxLaunch.line(server));
        new CountDownLatch(1).await();
    }
}
