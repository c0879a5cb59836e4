package sh.inference.console.api.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the proxy for an address from the variables that command lines go by. */
final class ProxyVariables {
    private static final int USUAL_PORT = 8080;

    private ProxyVariables() {
    }

    static Optional<ProxyChoice.Manual> proxy(Map<String, String> variables, URI target) {
        String named = variables.getOrDefault(target.getScheme() + "_proxy", variables.getOrDefault("all_proxy", ""));
        return named.isEmpty() || isExcepted(variables.getOrDefault("no_proxy", ""), target.getHost()) ? Optional.empty() : parse(named);
    }

    private static Optional<ProxyChoice.Manual> parse(String address) {
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            String[] credentials = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
            String password = credentials.length < 2 ? "" : decoded(credentials[1]);
            return Optional.of(new ProxyChoice.Manual(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort(), decoded(credentials[0]), password));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A list of host names and domains, or a star for all. */
    private static boolean isExcepted(String exceptions, String host) {
        for (String exception : exceptions.split("[,\\s]+")) {
            String domain = exception.startsWith("*.") ? exception.substring(2) : exception.startsWith(".") ? exception.substring(1) : exception;
            if (domain.equals("*") || !domain.isEmpty() && (host.equalsIgnoreCase(domain) || host.toLowerCase(Locale.ROOT).endsWith("." + domain.toLowerCase(Locale.ROOT)))) {
                return true;
            }
        }
        return false;
    }
}
