package sh.inference.console;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;

import sh.inference.console.cli.Terminal;
import sh.inference.console.state.FleetStore;
import sh.inference.console.ui.shell.ShellViewModel;

/**
 * Looks at the real window until it shows what an operator came for, says so in one line of JSON, and ends the process.
 * It waits for rows that are laid out in both lists and for the first live update.
 */
final class Smoke {
    private static final Logger LOG = System.getLogger(Smoke.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Scene scene;
    private final ShellViewModel shell;
    private final FleetStore fleet;
    private final URI url;
    private final Terminal terminal;
    private final LongSupplier sinceStart;
    private final IntConsumer exit;
    private final Runnable afterLayout = this::lookForEngines;
    private final Timeline look = new Timeline(new KeyFrame(javafx.util.Duration.millis(10), event -> look()));
    private long windowMs = -1;
    private int engines;
    private int apps;

    /** @param sinceStart milliseconds since the process started */
    Smoke(Scene scene, ShellViewModel shell, FleetStore fleet, URI url, Terminal terminal, LongSupplier sinceStart, IntConsumer exit) {
        this.scene = scene;
        this.shell = shell;
        this.fleet = fleet;
        this.url = url;
        this.terminal = terminal;
        this.sinceStart = sinceStart;
        this.exit = exit;
    }

    /** Starts looking; call when the window has been shown. */
    void start() {
        windowMs = sinceStart.getAsLong();
        scene.addPostLayoutPulseListener(afterLayout);
        look.setCycleCount(Animation.INDEFINITE);
        look.play();
    }

    /** An exception that nobody caught fails the smoke. */
    void fail(Throwable thrown) {
        end(1, "{\"error\":\"%s\"}".formatted(thrown.toString().replace("\\", "/").replace('"', '\'')));
    }

    /** Told as soon as the rows are laid out, and not when it is next convenient: this is the moment by which a start is measured. */
    private void lookForEngines() {
        engines = fleet.entries().isEmpty() ? 0 : rows("#engines-table");
        if (engines > 0) {
            LOG.log(Level.INFO, "The grid showed {0} engines after {1} ms", engines, String.valueOf(sinceStart.getAsLong()));
            scene.removePostLayoutPulseListener(afterLayout);
        }
    }

    private void look() {
        if (engines > 0 && apps == 0) {
            shell.go(ShellViewModel.Page.APPS);
            apps = rows("#apps-list");
            if (apps > 0) {
                shell.go(ShellViewModel.Page.ENGINES);
            }
        }
        long now = sinceStart.getAsLong();
        boolean live = fleet.connection().freshness().isLive() && fleet.updatesProperty().get() > 0;
        if (engines > 0 && apps > 0 && live) {
            end(0, "{\"url\":\"%s\",\"engines\":%d,\"apps\":%d,\"feed\":\"%s\",\"updates\":%d,\"window_ms\":%d,\"populated_ms\":%d}".formatted(
                    url, rows("#engines-table") > 0 ? rows("#engines-table") : engines, apps,
                    fleet.connection().feed().name().toLowerCase(Locale.ROOT), fleet.updatesProperty().get(), windowMs, now));
        } else if (now - windowMs > PATIENCE.toMillis()) {
            List<String> missing = new ArrayList<>();
            if (engines == 0) {
                missing.add("rows in the engine grid");
            }
            if (apps == 0) {
                missing.add("rows in the app list");
            }
            if (!live) {
                missing.add("a live update");
            }
            terminal.error("not within 60 s: " + String.join(", ", missing) + " (" + fleet.connection() + ")");
            end(1, null);
        }
    }

    private int rows(String id) {
        Node node = scene.lookup(id);
        if (!(node instanceof TableView<?> table) || table.getItems().isEmpty()) {
            return 0;
        }
        boolean laidOut = table.lookupAll(".table-row-cell").stream()
                .anyMatch(row -> row instanceof IndexedCell<?> cell && !cell.isEmpty() && cell.getHeight() > 0 && cell.isVisible());
        return laidOut ? table.getItems().size() : 0;
    }

    private void end(int status, String line) {
        look.stop();
        if (line != null) {
            terminal.line(line);
        }
        exit.accept(status);
    }
}
