package sh.inference.console.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What went over the wire since the console started, for whoever looks for the cause of a slow or broken connection.
 *
 * @param requests  requests sent, streams included
 * @param failures  requests that got no answer, or one that was a failure
 * @param repeats   reads that were sent a second time after a reset
 * @param streams   streams open now
 * @param received  bytes of bodies, decompressed
 * @param latency   of the latest ordinary requests
 * @param clockSkew how far the service's clock is ahead of this computer's, to about a second; empty before the first answer
 */
public record Traffic(long requests, long failures, long repeats, int streams, long received, Latency latency, Optional<Duration> clockSkew) {
    public static final Traffic NONE = new Traffic(0, 0, 0, 0, 0, Latency.NONE, Optional.empty());

    /**
     * From the request to the end of its answer.
     *
     * @param samples how many requests were looked at; zero makes the others zero
     */
    public record Latency(int samples, Duration median, Duration p95, Duration longest) {
        public static final Latency NONE = new Latency(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
