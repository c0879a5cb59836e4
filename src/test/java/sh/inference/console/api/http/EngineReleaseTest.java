package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;

import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiException;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;

class EngineReleaseTest {
    @Test
    void theManifestNamesTheNewestRelease() throws IOException, ApiException {
        try (SandboxServer sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()))) {
            assertThat(new ReleaseManifest(sandbox.url(), () -> HttpSettings.DEFAULT, Clock.systemUTC()).newest()).matches("v\\d+\\.\\d+\\.\\d+");
        }
    }
}
