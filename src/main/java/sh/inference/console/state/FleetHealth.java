package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import sh.inference.console.model.Feed;
import sh.inference.console.model.Problem;

/**
 * Judges how far the fleet can be trusted. The rules:
 *
 * <ul>
 * <li>A line is alive while it is open and a frame or heartbeat came within 25 s. A poll counts as alive while the last
 * complete list is not older than three polls; once a list has failed, only while anything came within 25 s.
 * <li>The fleet is live while the feed that carries it is alive: any engine stream, the workspace stream, or the poll,
 * and the list has been read since that feed came back.
 * <li>A feed that is back before the list was read again is catching up; so is a start whose first lines are being opened.
 * <li>Without any such sign the fleet is stale as of the last one, with what is known of the next try.
 * <li>What an earlier session saw is shown until the service is heard of, each engine stale; when the first list fails, the
 * fleet is stale as of then.
 * <li>Refused for good, or never reached at all, it is offline.
 * <li>One lost stream among others makes its engine stale, not the fleet.
 * </ul>
 *
 * Reads only; confined to the FX thread.
 */
final class FleetHealth {
    private final FleetStore store;
    private final FleetLines lines;
    private final FleetLister lister;
    private final FeedSettings settings;

    FleetHealth(FleetStore store, FleetLines lines, FleetLister lister, FeedSettings settings) {
        this.store = store;
        this.lines = lines;
        this.lister = lister;
        this.settings = settings;
    }

    /** Whether the list must be polled: chosen so, or some stream cannot be had. */
    boolean needsPolling(FeedChoice choice) {
        return choice.poll() || lines.all().stream().anyMatch(Line::isHopeless);
    }

    /** Whether a stream carries the fleet at the moment. */
    boolean isStreaming(FeedChoice choice, Instant now) {
        return switch (choice.main()) {
            case EVENTS -> lines.workspace().filter(line -> isAlive(line, now)).isPresent();
            case ENGINE -> lines.all().stream().anyMatch(line -> isAlive(line, now));
            case POLL -> false;
        };
    }

    private boolean isPolled(FeedChoice choice, Instant now) {
        return needsPolling(choice) && lister.isTrusted() && lister.listedAt().filter(at -> isWithin(at, settings.pollWindow(store.entries().size()), now)).isPresent()
                && (lister.problem().isEmpty() || store.heardAtProperty().get().filter(at -> isWithin(at, settings.silence(), now)).isPresent());
    }

    boolean hasSign(FeedChoice choice, Instant now) {
        return isStreaming(choice, now) || isPolled(choice, now);
    }

    /** Whether the first lines are being opened, and what was just listed is as fresh as can be. */
    boolean isStarting(Instant now) {
        return lines.all().stream().anyMatch(Line::isFirstOpening)
                && lister.listedAt().filter(at -> isWithin(at, settings.silence(), now)).isPresent();
    }

    /** @param gap whether the list must be read again before the fleet counts as live */
    Freshness freshness(FeedChoice choice, boolean gap, Instant now) {
        if (lister.listedAt().isEmpty()) {
            return lister.problem().map(this::unreached).orElseGet(Freshness.Connecting::new);
        }
        if (hasSign(choice, now)) {
            return gap ? new Freshness.CatchingUp() : new Freshness.Live();
        }
        return isStarting(now) ? new Freshness.CatchingUp() : stale(now);
    }

    /** What an earlier session saw is stale as of then; without any of it there is nothing to be stale. */
    private Freshness unreached(Problem why) {
        return store.isRemembering() ? new Freshness.Stale(store.heardAtProperty().get().orElseThrow(), Optional.of(why), lister.attempt(), lister.nextTry())
                : new Freshness.Offline(why, Optional.empty(), lister.attempt(), lister.nextTry());
    }

    private Freshness stale(Instant now) {
        List<Line> lost = lines.all().stream().filter(line -> !isAlive(line, now)).toList();
        Optional<Problem> problem = lost.stream().flatMap(line -> line.problem().stream()).findFirst().or(lister::problem);
        int attempt = Math.max(lister.attempt(), lost.stream().mapToInt(Line::attempt).max().orElse(0));
        Optional<Instant> nextTry = lost.stream().flatMap(line -> line.nextTry().stream()).min(Comparator.naturalOrder()).or(lister::nextTry);
        return new Freshness.Stale(store.heardAtProperty().get().or(lister::listedAt).orElse(now), problem, attempt, nextTry);
    }

    /** Whether one line carries all engines and none is marked, so that none need be looked at. */
    boolean isBeyondDoubt(FeedChoice choice, Instant now) {
        return choice.main() == Feed.EVENTS && isStreaming(choice, now) && !store.isAnyStale();
    }

    /** Whether an engine's own carrier is lost while others may be alive. */
    boolean isStale(EngineEntry entry, FeedChoice choice, Instant now) {
        if (store.isRemembered(entry.engine().id())) {
            return true;
        }
        Optional<Line> line = lines.find(entry.engine().id());
        if (line.filter(own -> isAlive(own, now)).isPresent() || choice.main() == Feed.EVENTS && isStreaming(choice, now)) {
            return false;
        }
        if (needsPolling(choice)) {
            return !isWithin(entry.seenAt(), settings.pollWindow(store.entries().size()), now);
        }
        return line.isPresent() && !(line.get().isFirstOpening() && isWithin(entry.seenAt(), settings.silence(), now));
    }

    /** Through which feed an engine is heard at the moment. */
    Feed feedOf(String id, FeedChoice choice, Instant now) {
        if (lines.find(id).filter(line -> isAlive(line, now)).isPresent()) {
            return Feed.ENGINE;
        }
        return choice.main() == Feed.EVENTS && isStreaming(choice, now) ? Feed.EVENTS : Feed.POLL;
    }

    private boolean isAlive(Line line, Instant now) {
        return line.isAlive(now, settings.silence());
    }

    private static boolean isWithin(Instant at, Duration window, Instant now) {
        return !at.plus(window).isBefore(now);
    }
}
