package sh.inference.console.ui.engines;

/**
 * An engine somebody should look at, and why in a few words.
 *
 * @param ending whether it is about to delete itself, so that extending it is the next step
 */
public record AttentionItem(String id, String name, String why, boolean ending) {
}
