package sh.inference.console.model;

/** A function of a version; {@code kind} is {@code run} or {@code stream} (contract 4.3). */
public record AppFunction(String name, String kind) {
}
