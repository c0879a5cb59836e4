package sh.inference.console.ui.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Status;

/**
 * What stands above the versions of an app.
 *
 * @param namespace with its slash, or empty
 * @param remarks   category, visibility and what the owner says of its state
 */
public record AppHead(String id, String namespace, String name, Status status, String remarks) {
    static AppHead of(App app, Messages words, Instant now) {
        List<String> remarks = new ArrayList<>();
        if (!app.category().isEmpty()) {
            remarks.add(app.category());
        }
        if (!app.visibility().isEmpty()) {
            remarks.add(app.visibility());
        }
        if (!app.statusMessage().isEmpty()) {
            remarks.add(words.of("versions.message", app.statusMessage()));
        }
        if (!app.status().is(AppStatus.ACTIVE)) {
            app.statusChangedAt().ifPresent(at -> remarks.add(words.of("versions.since", words.formats().age(Duration.between(at, now)))));
        }
        return new AppHead(app.id(), app.namespace().isEmpty() ? "" : app.namespace() + "/", app.name(), Status.ofApp(app.status()), String.join(" · ", remarks));
    }
}
