package sh.inference.console.model;

/**
 * A GPU that a worker owns.
 *
 * @param vram bytes; 0 when the service does not say
 */
public record Gpu(String type, String name, long vram) {
}
