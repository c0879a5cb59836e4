package sh.inference.console.model;

/**
 * A fault that the sandbox can stage.
 *
 * @param name as its control calls name it
 * @param on   whether it is staged now
 * @param does what it does, in the sandbox's own words
 */
public record StagedFault(String name, boolean on, String does) {
}
