package sh.inference.console.state;

/** Two versions of an app that are compared, by their ids. */
public record VersionPair(String appId, String from, String to) {
}
