package sh.inference.console.profile;

import java.net.URI;

/**
 * A named place to operate. Holds no key.
 *
 * @param baseUrl without a trailing slash
 */
public record ConnectionProfile(String name, URI baseUrl, ProfileKind kind) {
    /** The host and, where it is not the scheme's own, the port. */
    public String host() {
        return baseUrl.getPort() < 0 ? baseUrl.getHost() : baseUrl.getHost() + ":" + baseUrl.getPort();
    }
}
