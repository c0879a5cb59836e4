package sh.inference.console;

import sh.inference.console.ops.Reread;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.Balance;
import sh.inference.console.state.FleetFeed;

/** Reads a target again through the feeds that follow it anyway, and the balance with every engine: it may have been debited. */
record FeedReread(FleetFeed fleet, AppsFeed apps, Balance balance) implements Reread {
    @Override
    public void engine(String id) {
        fleet.refresh(id);
        balance.refresh();
    }

    @Override
    public void app(String id) {
        apps.reload(id);
    }
}
