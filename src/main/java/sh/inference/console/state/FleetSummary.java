package sh.inference.console.state;

import sh.inference.console.model.Money;

/**
 * The fleet in a few figures.
 *
 * @param hourly    what the instances that bill cost an hour, an estimate from their prices
 * @param unpriced  engines that bill without a price the console knows, or may bill because they cannot be read, so that {@code hourly} is too low
 * @param vramUsed  bytes of GPU memory in use, of the engines that report it
 * @param vramTotal bytes of GPU memory, of the engines that report how much of it is used; zero when none does
 */
public record FleetSummary(Money hourly, int unpriced, long vramUsed, long vramTotal) {
}
