package sh.inference.console.model;

/** A secret or an integration that a version needs (contract 4.3). */
public record Requirement(String key, String description, boolean optional) {
}
