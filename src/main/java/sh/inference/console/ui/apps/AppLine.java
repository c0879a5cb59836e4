package sh.inference.console.ui.apps;

import java.time.Duration;
import java.time.Instant;

import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;
import sh.inference.console.state.Workload;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Status;

/**
 * What a row says of an app, in words.
 *
 * @param favourite whether the operator marked it
 * @param statusAge for how long it has had its status
 * @param current  the short id of the current version
 * @param changed  how long ago the app was changed
 */
public record AppLine(boolean favourite, String namespace, String name, String category, Status status, String statusMessage, String statusAge, String current,
                      String changed, String busy, String warm) {
    private static final int SHORT_ID = 8;

    static AppLine of(App app, boolean favourite, Workload.Count load, Messages words, Instant now) {
        String current = current(app);
        String changed = app.updatedAt().map(at -> words.formats().age(Duration.between(at, now))).orElse(Formats.UNKNOWN);
        String since = app.statusChangedAt().map(at -> words.of("apps.status.since", words.formats().age(Duration.between(at, now)))).orElse("");
        return new AppLine(favourite, app.namespace(), app.name(), app.category(), Status.ofApp(app.status()), app.statusMessage(), since, current, changed,
                count(load.busy()), count(load.warm()));
    }

    /** The whole row, for a screen reader. */
    public String sentence(Messages words) {
        return words.of(favourite ? "apps.row.favourite" : "apps.row", name, namespace, statusMessage.isEmpty() ? words.of(status.word()) : words.of(status.word()) + ", " + statusMessage, current, changed, busy, warm);
    }

    private static String current(App app) {
        if (app.versionId().isEmpty()) {
            return Formats.UNKNOWN;
        }
        String first = app.versionId().substring(0, Math.min(SHORT_ID, app.versionId().length()));
        return app.version().map(AppVersion::shortId).filter(id -> !id.isEmpty()).orElse(first);
    }

    /** No worker is the usual case, and a dash is quieter than a nought; here both mean the same. */
    private static String count(int workers) {
        return workers == 0 ? Formats.UNKNOWN : String.valueOf(workers);
    }
}
