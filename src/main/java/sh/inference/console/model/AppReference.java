package sh.inference.console.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody pastes to name an app or one of its versions: {@code namespace/name}, {@code namespace/name@version} or an
 * id (contract 3.1).
 *
 * @param app     an id or {@code namespace/name}
 * @param version an id or a short id; empty for none
 */
public record AppReference(String app, String version) {
    private static final Pattern NAMED = Pattern.compile("([\\w.-]+/[\\w.-]+)(?:@([0-9A-Za-z_-]+))?");
    private static final Pattern ID = Pattern.compile("([0-9a-z]{26})(?:@([0-9A-Za-z_-]+))?");

    /** Empty for anything that is only a word to search for. */
    public static Optional<AppReference> parse(String text) {
        String given = text.strip();
        for (Pattern form : new Pattern[] {NAMED, ID}) {
            Matcher matcher = form.matcher(given);
            if (matcher.matches()) {
                return Optional.of(new AppReference(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2)));
            }
        }
        return Optional.empty();
    }
}
