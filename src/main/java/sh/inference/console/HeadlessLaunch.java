package sh.inference.console;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import sh.inference.console.cli.Errand;
import sh.inference.console.cli.ErrandRunner;
import sh.inference.console.cli.LaunchOptions;
import sh.inference.console.cli.Terminal;
import sh.inference.console.journal.JournalReading;
import sh.inference.console.model.FileFault;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.KnownKeys;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.text.Messages;

/** Runs what needs no window, and ends. */
final class HeadlessLaunch {
    private HeadlessLaunch() {
    }

    /** @return the status to end the process with */
    static int run(Errand errand, LaunchOptions options, Terminal terminal, Clock clock) {
        Messages words = Wiring.messages();
        ConfigFolder folder = Environment.folder(options.config());
        Optional<URI> service = options.service(Environment.hasKey());
        ApiKey key = new ApiKey(service.isPresent() ? Environment.key() : "");
        KnownKeys known = new KnownKeys();
        known.add(key);
        try {
            LogFile.open(folder.logs(), options.verbose(), known);
        } catch (IOException unwritable) {
            terminal.error(words.of("cli.error.folder", folder.logs().toString(), FileFault.why(unwritable)));
            return Errand.Ending.FAILED.status();
        }
        if (service.isPresent()) {
            return run(errand, new ConnectionProfile(service.get().getHost(), service.get(), options.kind()), key, folder, terminal, clock);
        }
        try (SandboxServer sandbox = Wiring.sandbox(options.sandbox())) {
            return run(errand, new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX), new ApiKey(sandbox.key()), folder, terminal, clock);
        } catch (IOException taken) {
            terminal.error(words.of("cli.error.sandbox", String.valueOf(taken.getMessage())));
            return Errand.Ending.FAILED.status();
        }
    }

    private static int run(Errand errand, ConnectionProfile profile, ApiKey key, ConfigFolder folder, Terminal terminal, Clock clock) {
        try {
            JournalReading found = Session.journal(folder).read();
            LeftUnfinished.damage(found).ifPresent(damage -> terminal.error(Wiring.messages().of(damage)));
            LeftUnfinished.of(found, profile, clock.instant()).forEach(one -> terminal.error(Wiring.messages().of(one)));
        } catch (IOException unreadable) {
            terminal.error(Wiring.messages().of("problem.journal.unread.what", folder.journal().toString(), FileFault.why(unreadable)));
        }
        try (HeadlessConsole console = new HeadlessConsole(profile, key, folder, clock)) {
            return new ErrandRunner(console, Wiring.messages(), terminal).run(errand).status();
        }
    }
}
