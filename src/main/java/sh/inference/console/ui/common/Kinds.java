package sh.inference.console.ui.common;

import java.util.Locale;

import sh.inference.console.profile.ProfileKind;
import sh.inference.console.text.Messages;

/** How the kinds of profiles are shown: a word, an icon and a colour, everywhere the same. */
public final class Kinds {
    private Kinds() {
    }

    /** The style class that sets the colour for everything inside: {@code kind-production}. */
    public static String styleClass(ProfileKind kind) {
        return "kind-" + name(kind);
    }

    public static String icon(ProfileKind kind) {
        return switch (kind) {
            case PRODUCTION -> "mdmz-verified_user";
            case STAGING -> "mdoal-layers";
            case DEVELOPMENT -> "mdal-code";
            case SANDBOX -> "mdmz-science";
        };
    }

    /** The key of the word in capitals. */
    public static String wordKey(ProfileKind kind) {
        return "kind." + name(kind);
    }

    /** A text that leaves the console for a shell or a report: the sandbox's says so in a comment of its own. */
    public static String marked(ProfileKind kind, String text, Messages words) {
        return kind == ProfileKind.SANDBOX ? "# " + words.of(wordKey(kind)) + "\n" + text : text;
    }

    private static String name(ProfileKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
