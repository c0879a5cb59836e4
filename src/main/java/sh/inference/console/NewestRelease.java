package sh.inference.console;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.settings.Settings;
import sh.inference.console.ui.common.Ticker;

/**
 * Which engine release is the newest, read while the operator agrees to it. Without consent, and until the manifest was read, nobody
 * knows; and nobody knows any more once the consent is taken back. FX thread.
 */
final class NewestRelease {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);
    private final ReadOnlyStringWrapper version = new ReadOnlyStringWrapper("");
    private final Callable<String> manifest;
    private final TaskRunner tasks;
    private final Ticker ticker;
    private boolean agreed;
    private boolean started;
    private Instant next = Instant.MIN;
    private int turn;

    /** @param manifest reads it; blocks */
    NewestRelease(Callable<String> manifest, TaskRunner tasks, Ticker ticker) {
        this.manifest = manifest;
        this.tasks = tasks;
        this.ticker = ticker;
        ticker.nowProperty().subscribe(now -> readIfDue());
    }

    /** @param settings says whether the operator agrees */
    NewestRelease whileAgreed(ObservableValue<Settings> settings) {
        settings.subscribe(now -> agree(now.releases()));
        return this;
    }

    /** The manifest is the service's own, which needs no consent. */
    NewestRelease always() {
        agree(true);
        return this;
    }

    /** Begins to read, if it may. */
    void start() {
        started = true;
        readIfDue();
    }

    /** As the manifest names it; empty while that is not known. */
    ReadOnlyStringProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    private void agree(boolean now) {
        if (agreed != now) {
            agreed = now;
            turn++;
            next = Instant.MIN;
            version.set("");
            readIfDue();
        }
    }

    private void readIfDue() {
        if (!started || !agreed || ticker.now().isBefore(next)) {
            return;
        }
        next = ticker.now().plus(EVERY);
        int mine = turn;
        tasks.run(manifest, read -> {
            if (mine == turn) {
                version.set(read);
            }
        }, unread -> {
            // What was read before stays true for longer than a bad line lasts.
            if (mine == turn) {
                next = ticker.now().plus(AFTER_A_FAILURE);
            }
        });
    }
}
