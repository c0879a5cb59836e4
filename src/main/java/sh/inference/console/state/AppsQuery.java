package sh.inference.console.state;

import java.util.Locale;
import java.util.Optional;

import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;

/**
 * Which apps are asked for.
 *
 * @param term     words the service searches for; empty for all
 * @param category one category; empty for all
 * @param status   one status; empty for all
 */
public record AppsQuery(String term, String category, Optional<AppStatus> status) {
    public static final AppsQuery ALL = new AppsQuery("", "", Optional.empty());

    /** Whether nothing is left out. */
    boolean asksForAll() {
        return term.isBlank() && category.isEmpty() && status.isEmpty();
    }

    /** Whether an app that is loaded passes; the service may find more by fields that are not shown. */
    public boolean matches(App app) {
        return hasKind(app) && (term.isBlank() || contains(app.reference()) || contains(app.title()) || contains(app.id()) || contains(app.description()));
    }

    /** Whether an app has the category and the status, whatever it is called. */
    public boolean hasKind(App app) {
        return (category.isEmpty() || app.category().equals(category)) && (status.isEmpty() || app.status().is(status.get()));
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(term.strip().toLowerCase(Locale.ROOT));
    }
}
