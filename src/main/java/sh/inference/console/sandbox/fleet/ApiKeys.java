package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The keys of the team. May be used from any thread: a call is let in before it sees the fleet. */
public final class ApiKeys {
    public static final String FULL = "inf_sandbox_full";
    public static final String READ_ONLY = "inf_sandbox_read_only";
    public static final String NO_TEAMS = "inf_sandbox_no_teams";
    public static final String EXPIRED = "inf_sandbox_expired";
    private static final int MOST = 500;
    private final List<ApiKey> keys = new CopyOnWriteArrayList<>();
    private final Ids ids;

    ApiKeys(Instant now, Ids ids) {
        this.ids = ids;
        Instant created = now.minus(Duration.ofDays(60));
        lasting("0key", "operator", FULL, List.of("*"), created, Optional.empty());
        lasting("1key", "dashboard, read only", READ_ONLY, List.of("apps:read", "engines:read", "teams:read", "billing:read", "apikeys:read"), created,
                Optional.empty());
        lasting("2key", "deploy robot", NO_TEAMS, List.of("apps", "engines", "billing", "apikeys"), created, Optional.empty());
        lasting("3key", "last quarter", EXPIRED, List.of("*"), created, Optional.of(now.minus(Duration.ofDays(1))));
    }

    private void lasting(String beginning, String name, String token, List<String> scopes, Instant created, Optional<Instant> expires) {
        keys.add(new ApiKey(Ids.complete(beginning), name, token, scopes, created, expires, true));
    }

    public List<ApiKey> list() {
        return keys;
    }

    public Optional<ApiKey> find(String token) {
        return keys.stream().filter(key -> key.token().equals(token)).findFirst();
    }

    /** Makes a key that may be used at once; its token is told this one time. */
    public ApiKey create(String name, List<String> scopes, Optional<Instant> expires, Instant now) {
        if (keys.size() >= MOST) {
            throw new Refusal("limit_exceeded", "there are " + MOST + " keys already");
        }
        ApiKey key = new ApiKey(ids.next(), name, "inf_" + ids.next(), scopes, now, expires, false);
        keys.add(key);
        return key;
    }

    public void delete(String reference) {
        ApiKey key = keys.stream().filter(known -> known.id().equals(reference) || Ids.shorten(known.id()).equals(reference)).findFirst()
                .orElseThrow(() -> Refusal.notFound("API key", reference));
        if (key.lasting()) {
            throw new Refusal("conflict", "the sandbox's own keys stay: only those made here can be deleted");
        }
        keys.remove(key);
    }
}
