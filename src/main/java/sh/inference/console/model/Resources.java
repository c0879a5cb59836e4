package sh.inference.console.model;

/**
 * What a version needs of a worker (contract 4.3).
 *
 * @param vram bytes of GPU memory
 * @param ram  bytes of memory
 */
public record Resources(int gpus, long vram, String gpuType, long ram) {
}
