package sh.inference.console.sandbox.http;

import java.time.Clock;
import java.time.Instant;

import sh.inference.console.sandbox.fleet.ApiKey;
import sh.inference.console.sandbox.fleet.ApiKeys;
import sh.inference.console.sandbox.fleet.Refusal;

/** Lets good keys in. */
public final class Access {
    private static final String BEARER = "Bearer ";
    private final ApiKeys keys;
    private final Clock clock;

    public Access(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The token of an Authorization header, which may be null; empty when it names none. */
    static String token(String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? header.substring(BEARER.length()).strip() : "";
    }

    /**
     * @param scope empty for a route any good key may use
     * @throws Refusal when the token is no good key's, or its key may not do this
     */
    public void require(String token, String scope) {
        if (token.isEmpty()) {
            throw new Refusal("unauthorized", "an API key is required: Authorization: Bearer inf_...");
        }
        ApiKey key = keys.find(token).orElseThrow(() -> new Refusal("unauthorized", "this API key is not known"));
        Instant now = clock.instant();
        if (key.isExpired(now)) {
            throw new Refusal("unauthorized", "this API key has expired");
        }
        key.lastUsed().set(now);
        if (!scope.isEmpty() && !key.may(scope)) {
            throw new Refusal("forbidden", "missing required scope: " + scope);
        }
    }
}
