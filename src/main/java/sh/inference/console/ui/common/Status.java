package sh.inference.console.ui.common;

import java.util.Locale;

import sh.inference.console.model.AppStatus;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Text;
import sh.inference.console.model.Wire;
import sh.inference.console.model.WorkerStatus;

/**
 * How a state is shown: icon, word and colour together, never the colour alone.
 *
 * @param tone  the pseudo-class that carries the colour
 * @param level how loud it is
 */
public record Status(String icon, String tone, Level level, Text word) {
    private static final Status UNREADABLE = new Status(Icons.UNKNOWN, "unknown", Level.WRONG, Text.of("status.engine.unreadable"));

    /** Of an engine that the service does not list any more: how it was last is no more than that. */
    public static final Status GONE = new Status(Icons.UNKNOWN, "unknown", Level.CHANGING, Text.of("status.engine.gone"));

    /** Coloured icon with a muted word, both coloured, or coloured with a bar at the row's edge. */
    public enum Level {
        CALM, CHANGING, WRONG
    }

    /** What is known of an engine as a whole: its state, or that it cannot be read. */
    public static Status of(Engine engine) {
        return engine.isReadable() ? ofEngine(engine.status()) : UNREADABLE;
    }

    /** The state of an engine. A word of the service that is not known is shown as it came, in quotes. */
    public static Status ofEngine(Wire<EngineStatus> status) {
        return switch (status.value()) {
            case RUNNING -> engine(Icons.RUNNING, status.value(), Level.CALM);
            case PENDING -> engine(Icons.PENDING, status.value(), Level.CHANGING);
            case DRAINING -> engine(Icons.DRAINING, status.value(), Level.CHANGING);
            case RESTARTING -> engine(Icons.RESTARTING, status.value(), Level.CHANGING);
            case STOPPING -> engine(Icons.STOPPING, status.value(), Level.CHANGING);
            case STOPPED -> engine(Icons.STOPPED, status.value(), Level.CALM);
            case DISCONNECTED -> engine(Icons.DISCONNECTED, status.value(), Level.WRONG);
            case UNKNOWN -> new Status(Icons.UNKNOWN, "unknown", Level.WRONG, unknown(status.raw(), "status.engine.unknown"));
        };
    }

    /** The state of a worker; its mark is a tile, so the icon is empty. */
    public static Status ofWorker(Wire<WorkerStatus> status) {
        String name = status.value().name().toLowerCase(Locale.ROOT);
        Text word = status.is(WorkerStatus.UNKNOWN) ? unknown(status.raw(), "status.worker.unknown") : Text.of("status.worker." + name);
        return new Status("", name, Level.CALM, word);
    }

    /** The state of an app in its life. */
    public static Status ofApp(Wire<AppStatus> status) {
        return switch (status.value()) {
            case ACTIVE -> app(Icons.RUNNING, "ok", status.value());
            case MAINTENANCE -> app(Icons.MAINTENANCE, "warn", status.value());
            case DEPRECATED -> app(Icons.DEPRECATED, "muted", status.value());
            case RETIRED -> app(Icons.BLOCKED, "muted", status.value());
            case UNKNOWN -> new Status(Icons.UNKNOWN, "unknown", Level.WRONG, unknown(status.raw(), "status.app.unknown"));
        };
    }

    private static Status app(String icon, String tone, AppStatus status) {
        return new Status(icon, tone, Level.CALM, Text.of("status.app." + status.name().toLowerCase(Locale.ROOT)));
    }

    private static Status engine(String icon, EngineStatus status, Level level) {
        String name = status.name().toLowerCase(Locale.ROOT);
        return new Status(icon, name, level, Text.of("status.engine." + name));
    }

    private static Text unknown(String raw, String without) {
        return raw.isEmpty() ? Text.of(without) : Text.of("status.raw", raw);
    }
}
