package sh.inference.console.sandbox.http;

import java.util.Set;

/**
 * An API key and what it may do.
 *
 * @param scopes empty or {@code *} for everything; a bare resource implies all of its actions (contract 9.2)
 */
public record Key(String token, Set<String> scopes, boolean expired) {
    public boolean may(String scope) {
        return scopes.isEmpty() || scopes.contains("*") || scopes.contains(scope) || scopes.contains(scope.substring(0, scope.indexOf(':')));
    }
}
