package sh.inference.console.model;

/**
 * A version as the service wrote it, whole, with its schemas, functions and environment (contract 4.3). Read only where
 * versions are compared: lists of versions carry no schemas.
 *
 * @param json the bare version, without an envelope
 */
public record VersionDocument(String id, String json) {
}
