package sh.inference.console.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A version of an app (contract 4.3). The service gives it no number, label, author or status. */
public record AppVersion(String id, String shortId, Optional<Instant> createdAt, String kernel, List<AppFunction> functions, String defaultFunction,
                         List<Variant> variants, Optional<Resources> resources, List<Requirement> secrets, List<Requirement> integrations,
                         Optional<String> checksum, String repository) {
    public AppVersion {
        functions = List.copyOf(functions);
        variants = List.copyOf(variants);
        secrets = List.copyOf(secrets);
        integrations = List.copyOf(integrations);
    }

    /** Whether a reference names this version: by its id or its short id (contract 3.1). */
    public boolean matches(String reference) {
        return !reference.isEmpty() && (reference.equals(id) || reference.equals(shortId));
    }
}
