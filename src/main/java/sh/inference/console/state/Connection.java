package sh.inference.console.state;

import java.util.OptionalInt;

import sh.inference.console.model.Feed;

/**
 * The line to the service: how fresh the fleet is, which feed carries it, how much of it is loaded.
 *
 * @param total engines in all, where the service says so
 */
public record Connection(Freshness freshness, Feed feed, int loaded, OptionalInt total) {
    public static final Connection CONNECTING = new Connection(new Freshness.Connecting(), Feed.POLL, 0, OptionalInt.empty());

    public Connection with(Freshness now) {
        return new Connection(now, feed, loaded, total);
    }

    /** Whether a plan may be made of what is known of an engine: the fleet is live, and so is the line that carries it. */
    public boolean vouchesFor(EngineEntry entry) {
        return freshness.isLive() && !entry.stale();
    }
}
