package sh.inference.console.sandbox.http;

import java.util.List;

import sh.inference.console.sandbox.fleet.Refusal;

/** The keys the sandbox knows. */
public final class Access {
    private static final String BEARER = "Bearer ";
    private final List<Key> keys;

    public Access(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * @param header the Authorization header, or null
     * @throws Refusal when no good key is named
     */
    public Key identify(String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Refusal("unauthorized", "an API key is required: Authorization: Bearer inf_...");
        }
        String token = header.substring(BEARER.length()).strip();
        Key key = keys.stream().filter(known -> known.token().equals(token)).findFirst()
                .orElseThrow(() -> new Refusal("unauthorized", "this API key is not known"));
        if (key.expired()) {
            throw new Refusal("unauthorized", "this API key has expired");
        }
        return key;
    }

    /** @param scope empty for a route any good key may use */
    public void require(Key key, String scope) {
        if (!scope.isEmpty() && !key.may(scope)) {
            throw new Refusal("forbidden", "missing required scope: " + scope);
        }
    }
}
