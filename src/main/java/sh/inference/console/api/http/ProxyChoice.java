package sh.inference.console.api.http;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The way out of the network. A service on this computer is always spoken to directly. */
public sealed interface ProxyChoice {
    /** No proxy. */
    record None() implements ProxyChoice {
    }

    /**
     * What the computer is set to: the platform's proxies, else the variables that command lines go by.
     *
     * @param variables of the environment, in lower case: {@code https_proxy}, {@code http_proxy}, {@code all_proxy}, {@code no_proxy}
     */
    record OfSystem(Map<String, String> variables) implements ProxyChoice {
        private static final Set<String> NAMES = Set.of("https_proxy", "http_proxy", "all_proxy", "no_proxy");

        public OfSystem {
            variables = Map.copyOf(variables);
        }

        /** Takes from an environment what is about proxies, whatever its case. */
        public static OfSystem from(Map<String, String> environment) {
            Map<String, String> kept = new TreeMap<>();
            environment.forEach((name, value) -> {
                String plain = name.toLowerCase(Locale.ROOT);
                if (NAMES.contains(plain) && !value.isBlank()) {
                    kept.put(plain, value.strip());
                }
            });
            return new OfSystem(kept);
        }

        /** Without the values, which may hold a password. */
        @Override
        public String toString() {
            return "OfSystem" + variables.keySet();
        }
    }

    /**
     * A proxy given by hand.
     *
     * @param user empty for a proxy that asks for none
     */
    record Manual(String host, int port, String user, String password) implements ProxyChoice {
        @Override
        public String toString() {
            return "Manual[" + host + ":" + port + (user.isEmpty() ? "" : ", with credentials") + "]";
        }
    }
}
