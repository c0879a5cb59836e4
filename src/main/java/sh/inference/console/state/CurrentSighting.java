package sh.inference.console.state;

import java.time.Instant;

/** This console saw a version as an app's current one, first at {@code from} and last at {@code to}. */
public record CurrentSighting(String versionId, Instant from, Instant to) {
}
