package sh.inference.console.state;

import java.time.Duration;

/**
 * How a feed goes about it.
 *
 * @param streamLimit    up to so many engines each have a stream of their own
 * @param lingering      how many engines that left the screen keep their stream, when only those on screen have one
 * @param pageSize       engines a list request, at most 100
 * @param silence        without a sign of life for so long a line counts as silent
 * @param dead           a line that stayed silent for so long is opened anew
 * @param pollEvery      the pause between two polls of the list
 * @param reconcileEvery how often the list is read again while streams are alive, to repair what they lost
 * @param patience       a bare sign of life waits so long for company, short beside the silence after which data counts as old; zero waits for none
 */
public record FeedSettings(int streamLimit, int lingering, int pageSize, Duration silence, Duration dead, Duration pollEvery, Duration reconcileEvery,
                           Duration patience) {
    /** The policy of contract 8.6. */
    public static final FeedSettings STANDARD = new FeedSettings(64, 16, 100, Duration.ofSeconds(25), Duration.ofSeconds(50), Duration.ofSeconds(5),
            Duration.ofSeconds(60), Duration.ofSeconds(1));
    private static final Duration BETWEEN_LISTS = Duration.ofMillis(500);
    private static final int SPREAD_ABOVE = 2000;

    public FeedSettings reconcilingEvery(Duration time) {
        return new FeedSettings(streamLimit, lingering, pageSize, silence, dead, pollEvery, time, patience);
    }

    public FeedSettings waitingFor(Duration time) {
        return new FeedSettings(streamLimit, lingering, pageSize, silence, dead, pollEvery, reconcileEvery, time);
    }

    /** The pause between two pages of a list read in the background: two requests a second, fewer for a large fleet. */
    Duration betweenPages(int engines) {
        int pages = Math.max(1, (engines + pageSize - 1) / pageSize);
        Duration spread = reconcileEvery.dividedBy(pages);
        return engines > SPREAD_ABOVE && spread.compareTo(BETWEEN_LISTS) > 0 ? spread : BETWEEN_LISTS;
    }

    /** How old a polled engine may be: three polls, each with the time its pages take. */
    Duration pollWindow(int engines) {
        int pages = Math.max(1, (engines + pageSize - 1) / pageSize);
        return pollEvery.plus(BETWEEN_LISTS.multipliedBy(pages - 1L)).multipliedBy(3);
    }
}
