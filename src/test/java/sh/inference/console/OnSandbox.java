package sh.inference.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.testing.FxExtension;

/** A test in the whole console on a sandbox of its own, which is live before each test and closed after it. */
@ExtendWith(FxExtension.class)
abstract class OnSandbox {
    @TempDir
    Path folder;
    SandboxServer sandbox;
    OpenConsole console;
    private final double speed;

    /** @param speed how much faster than usual time passes in the sandbox */
    OnSandbox(double speed) {
        this.speed = speed;
    }

    @BeforeEach
    void open() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()).withSpeed(speed));
        console = new OpenConsole(new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX), sandbox.key(), folder, 1440, 900);
        console.awaitLive(24);
    }

    @AfterEach
    void close() {
        console.close();
        sandbox.close();
    }
}
