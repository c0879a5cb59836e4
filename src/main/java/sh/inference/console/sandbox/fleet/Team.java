package sh.inference.console.sandbox.fleet;

import java.time.Instant;

/**
 * A team somebody belongs to (contract 9.1).
 *
 * @param type {@code personal}, {@code team}, {@code system} or {@code org}
 * @param role what the sandbox's operator is there: {@code owner}, {@code admin} or {@code member}
 */
public record Team(String id, String type, String name, String role, Instant createdAt) {
}
