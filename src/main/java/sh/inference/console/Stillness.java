package sh.inference.console;

import java.util.function.BooleanSupplier;

import sh.inference.console.profile.WriteLock;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FleetStore;

/**
 * Whether nothing of a workspace has moved since this was asked last: the service is heard, it has had no news, no
 * operation is on its way and no write lock runs out. Confined to the FX thread.
 */
final class Stillness implements BooleanSupplier {
    private final FleetStore fleet;
    private final Diagnostics diagnostics;
    private final WriteLock lock;
    private final BooleanSupplier busy;
    private long news;

    /** @param busy whether operations are under way or wait for their moment */
    Stillness(FleetStore fleet, Diagnostics diagnostics, WriteLock lock, BooleanSupplier busy) {
        this.fleet = fleet;
        this.diagnostics = diagnostics;
        this.lock = lock;
        this.busy = busy;
    }

    @Override
    public boolean getAsBoolean() {
        Diagnostics.Counts counts = diagnostics.countsProperty().get();
        long before = news;
        news = counts.frames() + counts.repairs();
        return news == before && fleet.connection().freshness().isLive() && lock.left().isEmpty() && !busy.getAsBoolean();
    }
}
