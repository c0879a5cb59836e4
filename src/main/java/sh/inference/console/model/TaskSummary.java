package sh.inference.console.model;

import java.time.Instant;
import java.util.Optional;

/** A task as a list names it (contract 10), without what went in or came out. */
public record TaskSummary(String id, String appId, String appVersionId, Wire<TaskStatus> status, Optional<Instant> createdAt, Optional<Instant> updatedAt) {
}
