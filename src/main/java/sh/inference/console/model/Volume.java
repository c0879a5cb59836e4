package sh.inference.console.model;

/**
 * A disk of the host.
 *
 * @param size bytes
 * @param free bytes
 */
public record Volume(String name, long size, long free) {
}
