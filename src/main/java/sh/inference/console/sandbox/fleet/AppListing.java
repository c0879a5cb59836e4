package sh.inference.console.sandbox.fleet;

import java.util.List;

/**
 * What an app shows of itself, and its owner may change (contract 4.2).
 *
 * @param tags words of the owner's own
 */
public record AppListing(String title, String description, String agentDescription, String category, Images images, List<String> tags) {
    /** The kinds of apps there are. */
    public static final List<String> CATEGORIES = List.of("image", "video", "audio", "text", "chat", "3d", "other", "flow");
    private static final int LONGEST_DESCRIPTION = 200;

    /** Addresses of pictures; empty for none. */
    public record Images(String card, String thumbnail, String banner) {
        public static final Images NONE = new Images("", "", "");
    }

    public AppListing {
        tags = List.copyOf(tags);
    }

    /** The same kind without a word. */
    AppListing blank() {
        return new AppListing("", "", "", category, Images.NONE, List.of());
    }

    /** @throws Refusal when a new text is too long or the category is none */
    AppListing checked(AppListing before) {
        if (description.length() > LONGEST_DESCRIPTION && !description.equals(before.description)) {
            throw new Refusal("validation_error", "a description has " + LONGEST_DESCRIPTION + " characters at most");
        }
        if (!CATEGORIES.contains(category)) {
            throw new Refusal("validation_error", "category is one of " + String.join(", ", CATEGORIES));
        }
        return this;
    }
}
