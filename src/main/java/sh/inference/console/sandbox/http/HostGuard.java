package sh.inference.console.sandbox.http;

import java.util.Locale;
import java.util.Set;

import sh.inference.console.sandbox.fleet.Refusal;

/** Refuses calls that came under another name than this machine's own, as a page in a browser could send them. */
final class HostGuard {
    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");
    private final int port;

    HostGuard(int port) {
        this.port = port;
    }

    void check(String host) {
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":" + port + "$", "");
        if (!OWN.contains(name)) {
            throw new Refusal("misdirected_request", "the sandbox answers only under 127.0.0.1 and localhost");
        }
    }
}
