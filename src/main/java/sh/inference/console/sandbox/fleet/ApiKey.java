package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An API key and what it may do (contract 9.2). May be used from any thread.
 *
 * @param scopes    empty or {@code *} for everything; a bare resource implies all of its actions
 * @param expiresAt empty for never
 * @param lasting   whether it came with the sandbox and cannot be deleted, so that nobody locks a window out
 */
public record ApiKey(String id, String name, String token, List<String> scopes, Instant createdAt, Optional<Instant> expiresAt, boolean lasting,
                     AtomicReference<Instant> lastUsed) {
    public ApiKey {
        scopes = List.copyOf(scopes);
    }

    ApiKey(String id, String name, String token, List<String> scopes, Instant createdAt, Optional<Instant> expiresAt, boolean lasting) {
        this(id, name, token, scopes, createdAt, expiresAt, lasting, new AtomicReference<>());
    }

    public boolean may(String scope) {
        return scopes.isEmpty() || scopes.contains("*") || scopes.contains(scope) || scopes.contains(scope.split(":")[0]);
    }

    public boolean isExpired(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }
}
