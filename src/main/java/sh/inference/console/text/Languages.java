package sh.inference.console.text;

import java.util.Locale;
import java.util.Set;

/** The languages the console speaks. */
public final class Languages {
    /** English with accents and longer, for tests: what is not in the bundle, or has no room, shows. */
    public static final Locale PSEUDO = Locale.forLanguageTag("en-XA");
    private static final Set<String> SPOKEN = Set.of("en", "de");

    private Languages() {
    }

    /**
     * @param tag    what the operator chose; empty for the system's language
     * @param system the system's language; English where the console does not speak it
     */
    public static Locale choose(String tag, Locale system) {
        Locale wanted = tag.isEmpty() ? system : Locale.forLanguageTag(tag);
        if (wanted.equals(PSEUDO)) {
            return PSEUDO;
        }
        return SPOKEN.contains(wanted.getLanguage()) ? Locale.of(wanted.getLanguage()) : Locale.ENGLISH;
    }
}
