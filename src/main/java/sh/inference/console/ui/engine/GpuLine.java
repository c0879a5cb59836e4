package sh.inference.console.ui.engine;

/**
 * A GPU in the details.
 *
 * @param fraction of its memory in use; negative when not known
 * @param warm     whether its temperature deserves a colour
 */
public record GpuLine(String name, double fraction, String memory, String temperature, boolean warm) {
}
