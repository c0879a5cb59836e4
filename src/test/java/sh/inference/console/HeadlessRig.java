package sh.inference.console;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

import sh.inference.console.cli.Errand;
import sh.inference.console.cli.ErrandRunner;
import sh.inference.console.cli.Terminal;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.text.Messages;

/** Lets tests of other rooms run the console without its window. */
public final class HeadlessRig {
    private HeadlessRig() {
    }

    public static Messages words() {
        return Wiring.messages();
    }

    /** @return the status the process would end with */
    public static int run(URI url, ProfileKind kind, String key, Path folder, Errand errand, Terminal terminal) {
        try (HeadlessConsole console = new HeadlessConsole(new ConnectionProfile("test", url, kind), new ApiKey(key), ConfigFolder.under(folder), Clock.systemUTC())) {
            return new ErrandRunner(console, words(), terminal).run(errand).status();
        }
    }
}
