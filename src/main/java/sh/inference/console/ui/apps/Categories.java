package sh.inference.console.ui.apps;

import java.util.List;

import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

/** The icons of the categories of apps (contract 4.2). */
final class Categories {
    /** In the order they are offered. */
    static final List<String> ALL = List.of("image", "video", "audio", "text", "chat", "3d", "flow", "other");

    private Categories() {
    }

    /** A category in words; one the console does not know as the service spells it. */
    static String word(String category, Messages words) {
        return category.isEmpty() ? Formats.UNKNOWN : ALL.contains(category) ? words.of("apps.category." + category) : category;
    }

    /** The icon of a category; one the console does not know gets the general one. */
    static String icon(String category) {
        return switch (category) {
            case "image" -> "mdoal-image";
            case "video" -> "mdomz-videocam";
            case "audio" -> "mdomz-music_note";
            case "text" -> "mdomz-text_fields";
            case "chat" -> "mdoal-chat";
            case "3d" -> "mdoal-3d_rotation";
            case "flow" -> "mdoal-account_tree";
            default -> "mdoal-category";
        };
    }
}
