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
    private final Deque<Duration> latencies = new ArrayDeque<>();
    private final Deque<Duration> skews = new ArrayDeque<>();

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
        keep(latencies, Duration.between(sent, clock.instant()), SAMPLES);
    }

    /**
     * The head of an answer has come.
     *
     * @param date its {@code Date} header, null for none. It names a whole second, so half of one is added on average.
     */
    void answered(Instant sent, String date) {
        RateLimit.date(date).ifPresent(theirs -> {
            Instant ours = sent.plus(Duration.between(sent, clock.instant()).dividedBy(2));
            keep(skews, Duration.between(ours, theirs.plusMillis(500)), SKEWS);
        });
    }

    private static void keep(Deque<Duration> latest, Duration value, int most) {
        synchronized (latest) {
            latest.addLast(value);
            if (latest.size() > most) {
                latest.removeFirst();
            }
        }
    }

    private static List<Duration> sorted(Deque<Duration> latest) {
        synchronized (latest) {
            return latest.stream().sorted().toList();
        }
    }

    @Override
    public Traffic traffic() {
        List<Duration> times = sorted(latencies);
        List<Duration> ahead = sorted(skews);
        int n = times.size();
        Traffic.Latency latency = n == 0 ? Traffic.Latency.NONE : new Traffic.Latency(n, times.get(n / 2), times.get(n * 95 / 100), times.getLast());
        Optional<Duration> skew = ahead.isEmpty() ? Optional.empty() : Optional.of(ahead.get(ahead.size() / 2));
        return new Traffic(requests.sum(), failures.sum(), repeats.sum(), streams.get(), received.sum(), latency, skew);
    }
}
