package sh.inference.console.profile;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a profile points at. It decides the colour, word and icon of the frame and how strictly dialogs ask. */
public enum ProfileKind {
    PRODUCTION, STAGING, DEVELOPMENT, SANDBOX;

    private static final Pattern STAGES = Pattern.compile("\\b(stage|staging|stg|preprod|uat|test|qa)\\b|\\bstag");
    private static final Pattern DEVELOPS = Pattern.compile("\\b(dev|develop|development|local|localhost)\\b|\\b127\\.");

    /** What a real profile most likely points at, by its host and name; production unless they say otherwise. */
    public static ProfileKind guess(String host, String name) {
        String words = (host + " " + name).toLowerCase(Locale.ROOT).replace('_', ' ');
        return DEVELOPS.matcher(words).find() ? DEVELOPMENT : STAGES.matcher(words).find() ? STAGING : PRODUCTION;
    }
}
