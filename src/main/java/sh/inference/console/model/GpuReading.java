package sh.inference.console.model;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the host last reported of one GPU. The API has no utilisation figure.
 *
 * @param memoryUsed  bytes
 * @param memoryTotal bytes
 * @param temperature degrees Celsius
 */
public record GpuReading(int index, String name, String driver, String cuda, OptionalLong memoryUsed, OptionalLong memoryTotal, OptionalInt temperature) {
}
