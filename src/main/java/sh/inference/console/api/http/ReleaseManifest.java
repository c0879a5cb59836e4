package sh.inference.console.api.http;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.dto.ManifestDto;

/**
 * The manifest of engine releases (contract 6.3). The service keeps it on another host than its own, so whoever asks must have the
 * operator's consent; the key of the profile stays at home. Redirects are not followed: nobody agreed to a third host.
 */
public final class ReleaseManifest {
    /** Where inference.sh publishes its engine. */
    public static final URI PUBLISHED = URI.create("https://dist.inference.sh");
    private final URI host;
    private final HttpTransport transport;

    /** @param settings the way out, as the profile has it */
    public ReleaseManifest(URI host, Supplier<HttpSettings> settings, Clock clock) {
        this.host = host;
        this.transport = new HttpTransport(host, () -> "", () -> settings.get().withApiVersion(false), clock, () -> false, note -> { });
    }

    /** The version of the newest release. Blocks. */
    public String newest() throws ApiException {
        Reply reply = transport.read("GET", Target.of(host, "engine", "manifest.json"), null);
        try {
            return reply.envelope().object(ManifestDto::read).map(ManifestDto::version)
                    .orElseThrow(() -> new ApiException(new ApiFailure.Malformed(reply.status(), "")));
        } catch (IOException unreadable) {
            throw new ApiException(new ApiFailure.Malformed(reply.status(), ""));
        }
    }
}
