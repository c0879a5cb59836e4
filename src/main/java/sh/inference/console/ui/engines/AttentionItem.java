package sh.inference.console.ui.engines;

/** An engine somebody should look at, and why in a few words. */
public record AttentionItem(String id, String name, String why) {
}
