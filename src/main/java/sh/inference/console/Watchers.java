package sh.inference.console;

import java.util.logging.Level;
import java.util.logging.Logger;

import javafx.util.Subscription;

import sh.inference.console.journal.JournalReading;
import sh.inference.console.ops.OperationAlarms;
import sh.inference.console.ops.takeup.TakeUp;
import sh.inference.console.state.DeadlineGuard;
import sh.inference.console.state.Notice;

/** What looks after operations and deadlines without being asked. FX thread. */
final class Watchers {
    private static final Logger LOG = Logger.getLogger(Watchers.class.getName());
    private final Subscription[] untilLive = new Subscription[1];

    private final Workspace workspace;

    /** Every second: deadlines, and operations that are waited for. */
    Watchers(Workspace workspace) {
        this.workspace = workspace;
        new OperationAlarms(workspace.log, workspace.notices);
        DeadlineGuard guard = new DeadlineGuard(workspace.fleet, workspace.notices);
        workspace.ticker.nowProperty().subscribe(now -> {
            workspace.desk.tick();
            workspace.bulk.tick();
            guard.tick(now);
        });
    }

    /** What an earlier session left unfinished is taken up once, as soon as the fleet is known. */
    void takeUp() {
        untilLive[0] = workspace.fleet.connectionProperty().subscribe((before, now) -> {
            if (now.freshness().isLive()) {
                untilLive[0].unsubscribe();
                workspace.tasks.run(workspace.journal::read, this::takeUp,
                        unreadable -> LOG.log(Level.WARNING, "What an earlier session left unfinished could not be read", unreadable));
            }
        });
    }

    private void takeUp(JournalReading found) {
        LeftUnfinished.damage(found).ifPresent(damage -> workspace.notices.tell("journal", Notice.Level.WARNING, damage));
        LeftUnfinished.of(found, workspace.profile, workspace.clock.instant()).forEach(one -> workspace.notices.tell("unfinished", Notice.Level.WARNING, one));
        TakeUp.all(found, workspace.profile, workspace.desk, workspace.clock.instant());
        workspace.bulk.takeUp(found, line -> TakeUp.concerns(line, workspace.profile, workspace.clock.instant()));
    }
}
