package sh.inference.console;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import sh.inference.console.cache.LastKnown;
import sh.inference.console.cache.LastKnownFile;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.Text;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Fleet;
import sh.inference.console.state.FleetStore;
import sh.inference.console.ui.common.Ticker;

/**
 * Keeps what is seen in a profile, and shows it again at the next opening until the service is heard of: as of then, and
 * never to be acted on. Confined to the FX thread; files are read and written in the background.
 */
final class FleetMemory {
    private static final Logger LOG = Logger.getLogger(FleetMemory.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);
    private final Optional<LastKnownFile> file;
    private final FleetStore fleet;
    private final AppsStore apps;
    private final TaskRunner tasks;
    /** Only to know it again: held fast, it would keep every engine as it was. */
    private WeakReference<Fleet> written = new WeakReference<>(Fleet.EMPTY);
    private Instant next;
    private boolean wasLive;

    /** @param file none for a profile that is not worth keeping: the sandbox has another fleet each time */
    FleetMemory(Optional<LastKnownFile> file, FleetStore fleet, AppsStore apps, TaskRunner tasks, Ticker ticker) {
        this.file = file;
        this.fleet = fleet;
        this.apps = apps;
        this.tasks = tasks;
        this.next = ticker.now().plus(EVERY);
        fleet.connectionProperty().subscribe(now -> wasLive |= now.freshness().isLive());
        ticker.nowProperty().subscribe((before, now) -> {
            if (now.isAfter(next)) {
                next = now.plus(EVERY);
                keep(tasks.background());
            }
        });
    }

    /**
     * Shows what was seen last, unless there are news already.
     *
     * @param atHand what was seen in this session; else the file is read
     * @param say    told where the file was damaged
     */
    void recall(Optional<LastKnown> atHand, Consumer<Text> say) {
        if (atHand.isPresent()) {
            show(atHand.get());
        } else if (file.isPresent()) {
            tasks.run(file.get()::read, read -> {
                read.known().ifPresent(this::show);
                read.finding().ifPresent(say);
            }, failed -> LOG.log(Level.WARNING, "What was last seen could not be read", failed));
        }
    }

    /** What is seen now; empty where nothing was heard of the service in this session. */
    Optional<LastKnown> known() {
        return wasLive ? fleet.heardAtProperty().get().map(at -> new LastKnown(at, fleet.fleet().all().stream().map(FleetMemory::forKeeping).toList(), List.copyOf(apps.apps()))) : Optional.empty();
    }

    /** Writes what is seen now, if it was not written yet. */
    void keep(Executor writer) {
        if (file.isEmpty() || written.refersTo(fleet.fleet())) {
            return;
        }
        Optional<LastKnown> now = known();
        if (now.isEmpty()) {
            return;
        }
        written = new WeakReference<>(fleet.fleet());
        writer.execute(() -> {
            try {
                file.get().write(now.get());
            } catch (java.io.IOException unwritable) {
                LOG.log(Level.WARNING, "What is seen could not be kept: {0}", unwritable.getMessage());
            }
        });
    }

    /** What could not be read is kept as that, without what the service sent. */
    private static EngineEntry forKeeping(EngineEntry entry) {
        return entry.engine().isReadable() ? entry
                : new EngineEntry(entry.engine().withoutText(), entry.feed(), entry.seenAt(), entry.statusAt(), entry.tasksSince(), entry.workersAt(), entry.stale());
    }

    private void show(LastKnown known) {
        fleet.recall(known.engines(), known.heardAt());
        if (apps.apps().isEmpty()) {
            apps.addPage(known.apps());
        }
    }
}
