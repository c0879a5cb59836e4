package sh.inference.console.sandbox.fleet;

/**
 * The machine an engine runs on.
 *
 * @param gpuType as in contract 5.5; {@code none} for a machine without GPUs
 * @param vram    bytes of one GPU
 * @param ram     bytes
 * @param disk    bytes
 */
public record Host(String name, String os, String gpuType, String gpuName, int gpus, long vram, String driver, String cuda, String cpu, int cores,
                   long ram, long disk) {
    public static final long GB = 1_000_000_000L;
    /** GPU memory is counted in binary gigabytes by every driver. */
    public static final long GIB = 1L << 30;

    /** Whether drivers report memory and temperature of each GPU. */
    public boolean hasGpuReadings() {
        return gpus > 0 && !gpuType.equals("apple");
    }
}
