package sh.inference.console.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An app (contract 4.2).
 *
 * @param versionId the current version; empty when the service does not say
 * @param version   the current version, where the service embeds it
 */
public record App(String id, String shortId, String namespace, String name, String title, String description, String category, String visibility,
                  Wire<AppStatus> status, String statusMessage, Optional<Instant> statusChangedAt, String versionId, Optional<AppVersion> version,
                  Optional<Instant> createdAt, Optional<Instant> updatedAt) {
    /** {@code namespace/name}, as callers write it. */
    public String reference() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
