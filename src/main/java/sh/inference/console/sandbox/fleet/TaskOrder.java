package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What somebody wants to be run (contract 4.6).
 *
 * @param variant one of the version's variants
 * @param infra   {@code private}, {@code cloud} or {@code private_first}
 * @param workers ids of the workers it may run on; empty for any
 * @param runAt   not before this; null for at once
 * @param bytes   how much of it there is to keep
 */
public record TaskOrder(String appId, String versionId, String function, String variant, String infra, List<String> workers, JsonNode setup, JsonNode input,
                        Instant runAt, int bytes) {
    public TaskOrder {
        workers = List.copyOf(workers);
    }
}
