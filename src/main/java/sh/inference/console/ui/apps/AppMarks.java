package sh.inference.console.ui.apps;

import sh.inference.console.model.AppStatus;
import sh.inference.console.model.Text;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Status;

/** How kinds and states of apps are drawn. */
final class AppMarks {
    private AppMarks() {
    }

    static Status status(AppStatus status, String word) {
        Text shown = Text.verbatim(word);
        return switch (status) {
            case ACTIVE -> new Status(Icons.RUNNING, "ok", Status.Level.CALM, shown);
            case MAINTENANCE -> new Status("mdal-build", "warn", Status.Level.CALM, shown);
            case DEPRECATED -> new Status("mdoal-archive", "muted", Status.Level.CALM, shown);
            case RETIRED -> new Status(Icons.BLOCKED, "muted", Status.Level.CALM, shown);
            case UNKNOWN -> new Status(Icons.UNKNOWN, "unknown", Status.Level.WRONG, shown);
        };
    }

    /** The icon of a category; one the console does not know gets the general one. */
    static String category(String category) {
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
