package sh.inference.console;

import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

import javafx.util.Subscription;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.takeup.TakeUp;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.state.DeadlineGuard;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Notices;
import sh.inference.console.ui.common.Ticker;

/** What looks after operations and deadlines without being asked. FX thread. */
final class Watchers {
    private static final Logger LOG = Logger.getLogger(Watchers.class.getName());
    private final Subscription[] untilLive = new Subscription[1];

    /** Every second: deadlines, and operations that are waited for. */
    Watchers(OperationDesk desk, FleetStore fleet, Notices notices, Ticker ticker) {
        DeadlineGuard guard = new DeadlineGuard(fleet, notices);
        ticker.nowProperty().subscribe(now -> {
            desk.tick();
            guard.tick(now);
        });
    }

    /** What an earlier session left unfinished is taken up once, as soon as the fleet is known. */
    void takeUp(Journal journal, OperationDesk desk, BulkRoom bulk, FleetStore fleet, ConnectionProfile profile, TaskRunner tasks, Clock clock) {
        untilLive[0] = fleet.connectionProperty().subscribe((before, now) -> {
            if (now.freshness().isLive()) {
                untilLive[0].unsubscribe();
                tasks.run(journal::read, found -> {
                    TakeUp.all(found, profile, desk, clock.instant());
                    bulk.takeUp(found);
                }, unreadable -> LOG.log(Level.WARNING, "What an earlier session left unfinished could not be read", unreadable));
            }
        });
    }
}
