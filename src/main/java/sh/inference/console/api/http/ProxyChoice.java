package sh.inference.console.api.http;

/** The way out of the network. A service on this computer is always spoken to directly. */
public sealed interface ProxyChoice {
    /** No proxy. */
    record None() implements ProxyChoice {
    }

    /** What the computer is set to. */
    record OfSystem() implements ProxyChoice {
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
