package sh.inference.console.api.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import sh.inference.console.api.TrafficMeter;
import sh.inference.console.model.Traffic;

/** Counts requests, bytes and times. Safe for use by any thread. */
final class Tally implements TrafficMeter {
    private static final int SAMPLES = 256;
    private static final int SKEWS = 15;
    private final Clock clock;
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final AtomicInteger streams = new AtomicInteger();
    private final Latest latencies = new Latest(SAMPLES);
    private final Latest skews = new Latest(SKEWS);

    Tally(Clock clock) {
        this.clock = clock;
    }

    Instant sent() {
        requests.increment();
        return clock.instant();
    }

    void failed() {
        failures.increment();
    }

    void repeated() {
        repeats.increment();
    }

    void received(long bytes) {
        received.add(bytes);
    }

    void streamOpened() {
        streams.incrementAndGet();
    }

    void streamClosed() {
        streams.decrementAndGet();
    }

    /** An answer is complete. */
    void took(Instant sent) {
        latencies.add(Duration.between(sent, clock.instant()));
    }

    /**
     * The head of an answer has come.
     *
     * @param date its {@code Date} header, null for none. It names a whole second, so half of one is added on average.
     */
    void answered(Instant sent, String date) {
        RateLimit.date(date).ifPresent(theirs -> {
            Instant ours = sent.plus(Duration.between(sent, clock.instant()).dividedBy(2));
            skews.add(Duration.between(ours, theirs.plusMillis(500)));
        });
    }

    @Override
    public Traffic traffic() {
        List<Duration> times = latencies.sorted();
        List<Duration> ahead = skews.sorted();
        int n = times.size();
        Traffic.Latency latency = n == 0 ? Traffic.Latency.NONE : new Traffic.Latency(n, times.get(n / 2), times.get(n * 95 / 100), times.getLast());
        Optional<Duration> skew = ahead.isEmpty() ? Optional.empty() : Optional.of(ahead.get(ahead.size() / 2));
        return new Traffic(requests.sum(), failures.sum(), repeats.sum(), streams.get(), received.sum(), latency, skew);
    }

    /** The latest of some durations; ordered when somebody asks, and not again before there is another. */
    private static final class Latest {
        private final int most;
        private final Deque<Duration> values = new ArrayDeque<>();
        private List<Duration> sorted = List.of();
        private boolean changed;

        Latest(int most) {
            this.most = most;
        }

        synchronized void add(Duration value) {
            values.addLast(value);
            if (values.size() > most) {
                values.removeFirst();
            }
            changed = true;
        }

        synchronized List<Duration> sorted() {
            if (changed) {
                sorted = values.stream().sorted().toList();
                changed = false;
            }
            return sorted;
        }
    }
}
