package sh.inference.console.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.Reread;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.WriteLock;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Freshness;
import sh.inference.console.state.Permissions;

/** A desk with everything around it, without a toolkit: an obedient service, real stores, a journal in a folder. */
public final class DeskRig {
    public final ManualClock clock = new ManualClock();
    public final ObedientService service;
    public final FleetStore fleet = new FleetStore(clock);
    public final AppsStore apps = new AppsStore();
    public final Permissions permissions = new Permissions();
    public final OperationLog log = new OperationLog();
    public final QueuedConfirmation operator = new QueuedConfirmation();
    public final WriteLock lock;
    public final Journal journal;
    public final OperationDesk desk;
    private int ids;

    /** Everything happens at once, in the calling thread. */
    public DeskRig(Path folder) {
        this(folder, ProfileKind.DEVELOPMENT, Runnable::run, Runnable::run);
    }

    public DeskRig(Path folder, ProfileKind kind, Executor background, Executor ui) {
        this(folder, kind, background, ui, new ObedientService(), "op-");
    }

    /** The next console on the same service and the same journal, with ids of its own. */
    public DeskRig(Path folder, ProfileKind kind, Executor background, Executor ui, ObedientService service, String idsBegin) {
        this.service = service;
        journal = new Journal(folder, "ada");
        lock = new WriteLock(WritePolicy.of(ProfileKind.DEVELOPMENT), clock);
        fleet.setConnection(Situations.connection(new Freshness.Live()));
        Reread reread = new Reread() {
            @Override
            public void engine(String id) {
                see(id);
            }

            @Override
            public void app(String id) {
                Optional.ofNullable(service.apps.get(id)).ifPresent(app -> apps.put(app.build()));
            }
        };
        desk = new OperationDesk(service, fleet, apps, reread, permissions, Situations.profile(kind), lock, Optional::empty, journal, log, operator,
                new TaskRunner(background, ui), clock, () -> idsBegin + ++ids);
    }

    /** The service has an engine, and the console sees it. */
    public DeskRig with(Engines engine) {
        Engine built = engine.build();
        service.engines.put(built.id(), built);
        see(built.id());
        return this;
    }

    /** The service has an app, and the console has opened it. */
    public DeskRig with(Apps app) {
        String id = app.build().id();
        service.apps.put(id, app);
        apps.addPage(List.of(app.build()));
        apps.setVersions(id, app.versionList());
        return this;
    }

    /** The console sees an engine as the service has it now. */
    public void see(String id) {
        Engine engine = service.engines.get(id);
        if (engine == null) {
            fleet.remove(id);
        } else {
            fleet.read(engine, Feed.ENGINE);
        }
    }

    /** The engine changes and the console sees it. */
    public void becomes(String id, EngineStatus status) {
        service.status(id, status);
        see(id);
    }

    public void tick(Duration after) {
        clock.advance(after);
        desk.tick();
    }

    /** The newest operation. */
    public OperationRecord last() {
        return log.records().getFirst();
    }

    public List<OperationState> states() {
        return last().steps().stream().map(OperationRecord.Step::state).toList();
    }

    public List<JournalEntry> written() {
        try {
            return journal.read().entries();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
