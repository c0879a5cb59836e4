package sh.inference.console.profile;

import java.util.Objects;

/**
 * The way out of the network that a profile takes. Its password, if it has one, is a secret and is not here.
 *
 * @param host of a proxy given by hand; else empty
 * @param port of a proxy given by hand; else 0
 * @param user empty for a proxy that asks for none
 */
public record ProxySetting(Way way, String host, int port, String user) {
    /** What the computer is set to, a PAC file included where the platform reads one. */
    public static final ProxySetting SYSTEM = new ProxySetting(Way.SYSTEM, "", 0, "");
    private static final int MOST_PORT = 65_535;

    /** Which way. */
    public enum Way {
        SYSTEM, DIRECT, MANUAL
    }

    /** @throws IllegalArgumentException if a proxy given by hand has no host or no port */
    public ProxySetting {
        Objects.requireNonNull(way);
        if (way == Way.MANUAL && (host.isBlank() || port < 1 || port > MOST_PORT)) {
            throw new IllegalArgumentException("a proxy needs a host and a port");
        }
    }
}
