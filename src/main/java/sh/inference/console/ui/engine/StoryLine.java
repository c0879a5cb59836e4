package sh.inference.console.ui.engine;

/**
 * Something that happened, in words.
 *
 * @param when   the time of day
 * @param what   what happened
 * @param remark how it is known, or how far it is
 */
public record StoryLine(String when, String what, String remark) {
}
