package sh.inference.console.model;

import java.util.Optional;

/** A variant of a version, shown by {@code order} (contract 4.3). */
public record Variant(String name, int order, Optional<Resources> resources) {
}
